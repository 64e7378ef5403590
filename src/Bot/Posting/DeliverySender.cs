using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using Discord;
using Microsoft.Extensions.Logging;
using News;
using News.Storage;

namespace Bot.Posting;

/// <summary>Posts articles: claim, look, send, record.</summary>
sealed partial class DeliverySender(
    DeliveryStore deliveries,
    ArticleStore articles,
    DiscordRest discord,
    ChannelHistory history,
    FatalStop fatal,
    TimeProvider clock,
    ILogger<DeliverySender> log) : IOutbox
{
    public Task<int> ReclaimAsync(CancellationToken ct) => deliveries.ReclaimAsync(ct);

    public Task<IReadOnlyList<string>> ChannelsDueAsync(CancellationToken ct) => deliveries.ChannelsDueAsync(ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => deliveries.NextDueAsync(ct);

    public async Task SendDueAsync(string channel, CancellationToken ct)
    {
        while (!fatal.IsStopped && await deliveries.ClaimAsync(channel, ct) is { } delivery)
            await SendAsync(delivery, ct);
    }

    async Task SendAsync(Delivery delivery, CancellationToken ct)
    {
        if (await articles.ArticleAsync(delivery.ArticleId, ct) is not { } article)
        {
            await deliveries.SkippedAsync(delivery, "The article was withdrawn before it was posted.", ct);
            LogSkipped(delivery.Id, delivery.Channel);
            return;
        }

        try
        {
            var channel = Snowflake.Parse(delivery.Channel, CultureInfo.InvariantCulture);
            var message = await AlreadyThereAsync(channel, delivery, article, ct) ?? await discord.CreateMessageAsync(channel, Message(delivery, article), ct);
            // The message is there: that must be recorded, also when the host is stopping.
            await deliveries.SentAsync(delivery, message.Id.ToString(), CancellationToken.None);
            LogSent(article.Title, delivery.Channel);
        }
        catch (DiscordApiException refused) when (fatal.StopsFor(refused))
        {
            await deliveries.RetryAsync(delivery, clock.GetUtcNow(), refused.Message, CancellationToken.None);
        }
        catch (Exception failure) when (failure is DiscordApiException or HttpRequestException or JsonException)
        {
            await RecordAsync(delivery, DeliveryOutcome.Of(failure, delivery.Attempt), ct);
        }
    }

    CreateMessage Message(Delivery delivery, Article article) => ArticleMessage.For(article, clock.GetUtcNow()) with
    {
        // Sending again after an answer that was lost returns the first message instead of making a second.
        Nonce = $"delivery-{delivery.Id}",
        EnforceNonce = true,
    };

    async Task<Message?> AlreadyThereAsync(Snowflake channel, Delivery delivery, Article article, CancellationToken ct) =>
        delivery.Attempt == 1 ? null : await history.OwnMessageAsync(channel, delivery.FirstClaimedAt, message => ArticleMessage.IsOf(article, message), ct);

    async Task RecordAsync(Delivery delivery, DeliveryOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Retry retry:
                await deliveries.RetryAsync(delivery, clock.GetUtcNow() + retry.After, retry.Reason, ct);
                LogRetry(delivery.Id, delivery.Channel, retry.After, retry.Reason);
                break;
            default:
                await deliveries.FailedAsync(delivery, outcome.Reason, ct);
                LogFailed(delivery.Id, delivery.Channel, outcome.Reason);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Posted “{Title}” to channel {Channel}")]
    partial void LogSent(string title, string channel);

    [LoggerMessage(LogLevel.Information, "Delivery {Delivery} to channel {Channel} is not needed any more: its article was withdrawn")]
    partial void LogSkipped(long delivery, string channel);

    [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to channel {Channel} waits {Pause} and is tried again: {Reason}")]
    partial void LogRetry(long delivery, string channel, TimeSpan pause, string reason);

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} to channel {Channel} was given up: {Reason}")]
    partial void LogFailed(long delivery, string channel, string reason);
}
