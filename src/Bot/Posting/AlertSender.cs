using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using Bot.Hosting;
using Discord;
using Microsoft.Extensions.Logging;
using News;
using News.Storage;

namespace Bot.Posting;

/// <summary>Tells moderators what is wrong in the content folder, and edits what they were told when it is mended.</summary>
sealed partial class AlertSender(
    AlertOutbox alerts,
    ContentOptions content,
    DiscordRest discord,
    ChannelHistory history,
    FatalStop fatal,
    TimeProvider clock,
    ILogger<AlertSender> log) : IOutbox
{
    public Task<int> ReclaimAsync(CancellationToken ct) => alerts.ReclaimAsync(ct);

    public Task<IReadOnlyList<string>> ChannelsDueAsync(CancellationToken ct) => alerts.ChannelsDueAsync(ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => alerts.NextDueAsync(ct);

    public async Task SendDueAsync(string channel, CancellationToken ct)
    {
        while (!fatal.IsStopped && await alerts.ClaimAsync(channel, ct) is { } alert)
            await SendAsync(alert, ct);
    }

    async Task SendAsync(Alert alert, CancellationToken ct)
    {
        if (alert is { Message: null, Attempt: 1, IsMended: true })
        {
            await alerts.GivenUpAsync(alert, "It was mended before it was told.", ct);
            return;
        }

        try
        {
            var channel = Snowflake.Parse(alert.Channel, CultureInfo.InvariantCulture);
            var card = AlertMessage.For(alert, content.Name);
            var message = await ThereAsync(channel, alert, ct) is { } there
                ? await discord.EditMessageAsync(channel, there, new() { Embeds = [card] }, ct)
                : await discord.CreateMessageAsync(channel, Message(alert, card), ct);
            // The message is there: that must be recorded, also when the host is stopping.
            await alerts.SentAsync(alert, message.Id.ToString(), CancellationToken.None);
            LogSent(alert.Channel, card.Title!);
        }
        catch (DiscordApiException refused) when (fatal.StopsFor(refused))
        {
            await alerts.RetryAsync(alert, clock.GetUtcNow(), refused.Message, CancellationToken.None);
        }
        catch (DiscordApiException deleted) when (deleted.Code == DiscordError.UnknownMessage)
        {
            // A moderator deleted what there is to edit, and need not see it again.
            await alerts.GivenUpAsync(alert, deleted.Message, ct);
        }
        catch (Exception failure) when (failure is DiscordApiException or HttpRequestException or JsonException)
        {
            await RecordAsync(alert, DeliveryOutcome.Of(failure, alert.Attempt), ct);
        }
    }

    /// <summary>The message that was sent before, recorded or not.</summary>
    async Task<Snowflake?> ThereAsync(Snowflake channel, Alert alert, CancellationToken ct) => alert switch
    {
        { Message: { } recorded } => Snowflake.Parse(recorded, CultureInfo.InvariantCulture),
        { Attempt: 1 } => null,
        _ => (await history.OwnMessageAsync(channel, alert.FirstClaimedAt, message => AlertMessage.IsOf(alert, message), ct))?.Id,
    };

    static CreateMessage Message(Alert alert, Embed card) => new()
    {
        Embeds = [card],
        // Sending again after an answer that was lost returns the first message instead of making a second.
        Nonce = $"alert-{alert.Id}",
        EnforceNonce = true,
    };

    async Task RecordAsync(Alert alert, DeliveryOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Retry retry:
                await alerts.RetryAsync(alert, clock.GetUtcNow() + retry.After, retry.Reason, ct);
                LogRetry(alert.Id, alert.Channel, retry.After, retry.Reason);
                break;
            default:
                await alerts.GivenUpAsync(alert, outcome.Reason, ct);
                LogFailed(alert.Id, alert.Channel, outcome.Reason);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Told channel {Channel}: {Title}")]
    partial void LogSent(string channel, string title);

    [LoggerMessage(LogLevel.Warning, "Alert {Alert} to channel {Channel} waits {Pause} and is tried again: {Reason}")]
    partial void LogRetry(long alert, string channel, TimeSpan pause, string reason);

    [LoggerMessage(LogLevel.Error, "Alert {Alert} to channel {Channel} was given up: {Reason}")]
    partial void LogFailed(long alert, string channel, string reason);
}
