using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using Discord;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News;
using News.Storage;

namespace Bot.Posting;

/// <summary>Sends what is due, each channel in its order and none waiting for another: claim, look, send, record.</summary>
sealed partial class OutboxWorker(
    DeliveryStore deliveries,
    ArticleStore articles,
    DiscordRest discord,
    OutboxSignal signal,
    FatalStop fatal,
    TimeProvider clock,
    ILogger<OutboxWorker> log) : BackgroundService
{
    static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(30);

    /// <summary>How far this machine's clock and Discord's may be apart.</summary>
    static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await deliveries.ReclaimAsync(ct);
        while (!fatal.IsStopped)
        {
            try
            {
                await SendAllAsync(ct);
            }
            catch (DbException failure)
            {
                // What was sent but could not be recorded stays claimed, and is looked for in its channel when the claim ends.
                LogDatabase(DatabasePause, failure.Message);
                await Task.Delay(DatabasePause, clock, ct);
            }
        }
    }

    async Task SendAllAsync(CancellationToken ct)
    {
        var sending = new Dictionary<string, Task>();
        var wake = Task.CompletedTask;
        while (!fatal.IsStopped)
        {
            foreach (var channel in (await deliveries.ChannelsDueAsync(ct)).Where(channel => !sending.ContainsKey(channel)))
                sending[channel] = SendDueAsync(channel, ct);

            if (wake.IsCompleted)
                wake = signal.WaitAsync(await SleepAsync(ct), ct);
            await Task.WhenAny([wake, .. sending.Values]);

            foreach (var (channel, done) in sending.Where(one => one.Value.IsCompleted).ToList())
            {
                sending.Remove(channel);
                await done;
            }
        }
    }

    async Task<TimeSpan> SleepAsync(CancellationToken ct) =>
        await deliveries.NextDueAsync(ct) is { } due && due - clock.GetUtcNow() is var wait && wait < LongestSleep ? wait : LongestSleep;

    /// <summary>Sends all that is due for one channel.</summary>
    internal async Task SendDueAsync(string channel, CancellationToken ct)
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

    static CreateMessage Message(Delivery delivery, Article article) => ArticleMessage.For(article) with
    {
        // Sending again after an answer that was lost returns the first message instead of making a second.
        Nonce = $"delivery-{delivery.Id}",
        EnforceNonce = true,
    };

    /// <summary>The message of an earlier attempt that was cut off between sending and recording, found by looking into the channel.</summary>
    async Task<Message?> AlreadyThereAsync(Snowflake channel, Delivery delivery, Article article, CancellationToken ct)
    {
        if (delivery.Attempt == 1)
            return null;

        var me = await discord.GetCurrentUserAsync(ct);
        var since = delivery.FirstClaimedAt - ClockSkew;
        Snowflake? before = null;
        while (true)
        {
            var messages = await discord.GetChannelMessagesAsync(channel, DiscordLimits.MessagesPerPage, before, ct);
            if (messages.FirstOrDefault(message => message.Author?.Id == me.Id && ArticleMessage.IsOf(article, message)) is { } found)
                return found;
            if (messages.Count < DiscordLimits.MessagesPerPage || messages[^1].Id.CreatedAt < since)
                return null;
            before = messages[^1].Id;
        }
    }

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

    [LoggerMessage(LogLevel.Error, "The database can't be used, which is tried again in {Pause}: {Reason}")]
    partial void LogDatabase(TimeSpan pause, string reason);

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} to channel {Channel} was given up: {Reason}")]
    partial void LogFailed(long delivery, string channel, string reason);
}
