using Bot.Cards;
using Bot.Hosting;
using News;
using News.Storage;

namespace Bot.Posting;

/// <summary>Tells moderators what is wrong in the content folder, and that it is mended in the same message.</summary>
sealed class AlertDrafts(AlertStore alerts, ContentOptions content) : IDrafts
{
    public DeliveryKind Kind => DeliveryKind.Alert;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (await alerts.AlertAsync(delivery.SubjectId, ct) is not { } alert)
            return new Draft.Skip("Alerts were turned off.");
        if (delivery.Posted is null && alert.IsMended)
            return new Draft.Skip("It was mended before it was told.");
        var card = AlertMessage.For(alert, content.Name);
        return new Draft.Say(new() { Embeds = [card] }, new() { Embeds = [card] }, card.Title!);
    }

    public async Task<Mark?> MarkAsync(Delivery delivery, CancellationToken ct)
    {
        var alert = await alerts.AlertAsync(delivery.SubjectId, ct);
        return alert is null ? null : new(message => AlertMessage.IsOf(alert, message));
    }
}
