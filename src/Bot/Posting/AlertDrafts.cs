using Bot.Cards;
using Desk.Importing;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Posting;

/// <summary>Alerts moderators to problems in the content folder; the same message later says that they are fixed.</summary>
sealed class AlertDrafts(AlertStore alerts, HeldFilesStore held, string folderName) : IDeliveryHandler
{
    public DeliveryKind Kind => DeliveryKind.Alert;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (await alerts.AlertAsync(delivery.SubjectId, ct) is not { } alert)
            return new Draft.Skip("Alerts were turned off.");
        if (delivery.Posted is null && alert.IsMended)
            return new Draft.Skip("It was fixed before the alert was sent.");
        var card = AlertMessage.For(alert, folderName);
        var buttons = AlertMessage.Buttons(alert, await held.AllAsync(ct));
        var message = new CreateMessage { Embeds = [card], Components = buttons is [] ? null : buttons };
        return delivery.Posted is { } posted
            ? Draft.EditOf(posted, message, card.Title!, () => new() { Embeds = [card], Components = buttons })
            : new Draft.Post(message, card.Title!);
    }

    public async Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct)
    {
        var alert = await alerts.AlertAsync(delivery.SubjectId, ct);
        return alert is null ? null : new(message => AlertMessage.IsOf(alert, message));
    }
}
