using System.Text.Json;
using Desk.Database;
using Desk.Outbox;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Posting;

/// <summary>Sends and edits what is due: claim, look, draft, send; and decides what a failure means.</summary>
sealed partial class MessageSender(
    DeliveryStore deliveries,
    OutboxLease lease,
    PauseStore pauses,
    OutboxSignal outbox,
    IEnumerable<IDeliveryHandler> handlers,
    DraftSender drafts,
    ChannelMessenger messenger,
    MessageSearch search,
    FoundMessageStore found,
    ForgottenCards forgotten,
    ChannelNames names,
    FatalErrorHandler fatal,
    ClockJumps jumps,
    TimeProvider clock,
    ILogger<MessageSender> log)
{
    static readonly Func<ILogger, long, string, IDisposable?> LogScope =
        LoggerMessage.DefineScope<long, string>("delivery {Delivery} to channel {Channel}");

    readonly Dictionary<DeliveryKind, IDeliveryHandler> handlers = handlers.ToDictionary(one => one.Kind);

    /// <summary>Sends all that is due for one channel, as long as that is this process's to do.</summary>
    public async Task SendDueAsync(string channel, CancellationToken ct)
    {
        while (!fatal.IsStopped && lease.Has(channel) && await deliveries.ClaimAsync(channel, messenger.DiscordsTime, ct) is { } delivery)
            await SendAsync(delivery, ct);
    }

    async Task SendAsync(Delivery delivery, CancellationToken ct)
    {
        // The ids as fields of every line that is logged meanwhile; the lines themselves have names.
        using var scope = LogScope(log, delivery.Id, delivery.Channel);
        using var span = PostingTraces.Deliver(delivery);
        try
        {
            var handler = handlers[delivery.Kind];
            if (await LookAsync(delivery, handler, ct) is not { } known)
                return;
            delivery = known;
            if (search.IsInDoubt && delivery.Kind is DeliveryKind.Story)
                await forgotten.QueueAsync(delivery, ct);
            await drafts.SendAsync(delivery, await DraftAsync(delivery, handler, ct), ct);
        }
        catch (DiscordApiException refused) when (fatal.StopsFor(refused))
        {
            await deliveries.RetryAsync(delivery, clock.GetUtcNow(), refused.Explanation, CancellationToken.None);
            PostingMetrics.Note(delivery, AttemptOutcome.Retried);
        }
        catch (DiscordApiException deleted) when (DraftSender.IsDeleted(delivery, deleted.Code))
        {
            // A moderator deleted what there is to edit, or the post that it belongs to, and need not see it again.
            await deliveries.SkippedAsync(delivery, "Someone deleted its message.", ct);
            PostingMetrics.Note(delivery, AttemptOutcome.Skipped);
        }
        catch (Exception failure) when (failure is DiscordApiException or HttpRequestException or JsonException)
        {
            await RecordAsync(delivery, DeliveryOutcome.Of(failure, delivery.Attempt), failure.Message, ct);
        }
        catch (Exception failure) when (
            failure is not DatabaseException && (failure is not OperationCanceledException || !ct.IsCancellationRequested))
        {
            // Nobody foresaw it: it stops this delivery, and no other.
            LogUnexpected(failure, delivery.Id, names.Of(delivery));
            await RecordAsync(delivery, DeliveryOutcome.Unforeseen(delivery.Attempt), failure.Message, ct);
        }
    }

    static async Task<Draft> DraftAsync(Delivery delivery, IDeliveryHandler handler, CancellationToken ct)
    {
        using var span = PostingTraces.Draft();
        return await handler.DraftAsync(delivery, ct);
    }

    /// <summary>Compares what is recorded with what is in the channel, where the two may differ.</summary>
    /// <returns>Null if nothing is left to do.</returns>
    async Task<Delivery?> LookAsync(Delivery delivery, IDeliveryHandler handler, CancellationToken ct)
    {
        if (!search.IsInDoubt && (delivery.Posted is not null || delivery.Attempt == 1))
            return delivery;
        if (await handler.MatcherAsync(delivery, ct) is not { } matcher)
            return delivery;
        if (delivery.Posted is { } posted)
        {
            if (!search.IsInDoubt || await search.IsRightAsync(delivery, posted, matcher, ct))
                return delivery;
            delivery = await deliveries.ForgetAsync(delivery, ct);
        }

        switch (await search.FindAsync(delivery, matcher, ct))
        {
            case { IsAmongOthers: true } brought:
                await found.RecordAsync(delivery.Id, brought.Posted, isInDigest: true, CancellationToken.None);
                return null;
            case { } sent:
                // What it says may be older than what is known: it is there, and to be edited.
                await deliveries.SentAsync(delivery with { Version = delivery.Version - 1 }, sent.Posted, CancellationToken.None);
                return delivery with { Posted = sent.Posted };
            default:
                return delivery;
        }
    }

    /// <param name="detail">For the log: with the route and the status.</param>
    async Task RecordAsync(Delivery delivery, DeliveryOutcome outcome, string detail, CancellationToken ct)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Retry when delivery.Kind is DeliveryKind.Thread
                && clock.GetUtcNow() - jumps.Corrected(delivery.CreatedAt) > ThreadDrafts.WorthStarting:
                await FailAsync(delivery, outcome.Reason, detail, ct);
                break;
            case DeliveryOutcome.Retry retry:
                await deliveries.RetryAsync(delivery, clock.GetUtcNow() + retry.After, retry.Reason, ct);
                PostingMetrics.Note(delivery, AttemptOutcome.Retried);
                LogRetry(delivery.Id, names.Of(delivery), retry.After, detail);
                // A thread that is refused is no reason to stop the posts.
                if (retry.IsOfChannel && delivery.Kind is not DeliveryKind.Thread && await pauses.RefusedAsync(delivery, retry.Reason, ct))
                    outbox.Set();
                break;
            default:
                await FailAsync(delivery, outcome.Reason, detail, ct);
                break;
        }
    }

    async Task FailAsync(Delivery delivery, string reason, string detail, CancellationToken ct)
    {
        await deliveries.FailedAsync(delivery, reason, ct);
        PostingMetrics.Note(delivery, AttemptOutcome.Failed);
        LogFailed(delivery.Id, names.Of(delivery), detail);
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to {Place} failed; retrying in {Pause}: {Reason}")]
    partial void LogRetry(long delivery, string place, TimeSpan pause, string reason);

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} to {Place} failed unexpectedly. Please report this as a bug")]
    partial void LogUnexpected(Exception failure, long delivery, string place);

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} to {Place} failed: {Reason}")]
    partial void LogFailed(long delivery, string place, string reason);
}
