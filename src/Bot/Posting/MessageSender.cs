using System.Text.Json;
using Desk.Channels;
using Desk.Database;
using Desk.Outbox;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Posting;

/// <summary>Sends and edits what is due: claim, look, draft, send, record.</summary>
sealed partial class MessageSender(
    DeliveryStore deliveries,
    WithdrawalStore withdrawals,
    PauseStore pauses,
    OutboxSignal outbox,
    IEnumerable<IDeliveryHandler> handlers,
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

    /// <summary>Sends all that is due for one channel.</summary>
    public async Task SendDueAsync(string channel, CancellationToken ct)
    {
        while (!fatal.IsStopped && await deliveries.ClaimAsync(channel, messenger.DiscordsTime, ct) is { } delivery)
            await SendAsync(delivery, ct);
    }

    async Task SendAsync(Delivery delivery, CancellationToken ct)
    {
        // The ids as fields of every line that is logged meanwhile; the lines themselves have names.
        using var scope = LogScope(log, delivery.Id, delivery.Channel);
        try
        {
            var handler = handlers[delivery.Kind];
            if (await LookAsync(delivery, handler, ct) is not { } known)
                return;
            delivery = known;
            if (search.IsInDoubt && delivery.Kind is DeliveryKind.Story)
                await forgotten.QueueAsync(delivery, ct);
            await ActAsync(delivery, await handler.DraftAsync(delivery, ct), ct);
        }
        catch (DiscordApiException refused) when (fatal.StopsFor(refused))
        {
            await deliveries.RetryAsync(delivery, clock.GetUtcNow(), refused.Explanation, CancellationToken.None);
        }
        catch (DiscordApiException deleted) when (IsDeleted(delivery, deleted.Code))
        {
            // A moderator deleted what there is to edit, or the post that it belongs to, and need not see it again.
            await deliveries.SkippedAsync(delivery, "Someone deleted its message.", ct);
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

    /// <summary>A forum's post is a channel to Discord: where it is unknown, the forum itself need not be.</summary>
    static bool IsDeleted(Delivery delivery, int? code) => code switch
    {
        DiscordError.UnknownMessage => delivery.Posted is not null || delivery.Kind is DeliveryKind.Publication or DeliveryKind.Thread,
        DiscordError.UnknownChannel => delivery.Destination is Destination.Forum
            && (delivery.Posted is not null || delivery.Kind is DeliveryKind.Coverage or DeliveryKind.Status),
        _ => false,
    };

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

    Task ActAsync(Delivery delivery, Draft draft, CancellationToken ct) => (draft, delivery.Posted) switch
    {
        (Draft.Post post, null) => PostAsync(delivery, post, ct),
        (Draft.Edit edit, { } posted) => EditAsync(delivery, posted, edit, ct),
        (Draft.Unchanged, _) => deliveries.UnchangedAsync(delivery, ct),
        (Draft.Withdraw withdraw, _) => WithdrawAsync(delivery, withdraw.Reason, ct),
        (Draft.Delete delete, { } posted) => DeleteAsync(delivery, posted, delete.Reason, ct),
        (Draft.Publish publish, _) => PublishAsync(delivery, publish.Message, ct),
        (Draft.StartThread thread, _) => StartThreadAsync(delivery, thread, ct),
        (Draft.LeaveUnpublished left, _) => LeaveUnpublishedAsync(delivery, left.Reason, ct),
        (Draft.Tag tag, _) => TagAsync(delivery, tag, ct),
        (Draft.Nothing, _) => Task.CompletedTask,
        (Draft.Hold hold, _) => deliveries.HoldAsync(delivery, hold.Until, hold.Reason, ct),
        (Draft.Skip skip, _) => SkipAsync(delivery, skip.Reason, ct, skip.MayReturn),
        (Draft.Delete delete, null) => SkipAsync(delivery, delete.Reason, ct),
        _ => throw new NotSupportedException($"Unhandled draft type {draft.GetType().Name}"),
    };

    async Task PostAsync(Delivery delivery, Draft.Post post, CancellationToken ct)
    {
        if (delivery.FirstClaimedAt is null)
            delivery = await deliveries.BeginAsync(delivery, await messenger.DiscordsTimeAsync(ct), ct);
        var posted = await messenger.PostAsync(delivery, post, ct);
        // The message is there: that must be recorded even while the host is stopping.
        await deliveries.SentAsync(delivery, posted, CancellationToken.None);
        LogPosted(post.Heading, names.Of(delivery));
    }

    async Task EditAsync(Delivery delivery, PostedMessage posted, Draft.Edit edit, CancellationToken ct)
    {
        // The name first: what it was made from stands in the message until that is edited.
        if (edit.IsNamed)
            await messenger.RenameAsync(delivery, posted, edit.Heading, ct);
        await messenger.EditAsync(delivery, posted, edit.Message, ct);
        await deliveries.SentAsync(delivery, posted with { ContentHash = edit.ContentHash }, CancellationToken.None);
        LogEdited(edit.Heading, names.Of(delivery));
    }

    async Task DeleteAsync(Delivery delivery, PostedMessage posted, string reason, CancellationToken ct)
    {
        await messenger.DeleteAsync(delivery, posted, ct);
        await deliveries.SkippedAsync(delivery, reason, CancellationToken.None);
        LogDeleted(delivery.Id, names.Of(delivery), reason);
    }

    async Task WithdrawAsync(Delivery delivery, string reason, CancellationToken ct)
    {
        try
        {
            if (delivery.Posted is { } posted)
                await messenger.DeleteAsync(delivery, posted, ct);
        }
        catch (DiscordApiException deleted) when (delivery.Attempt > 1 && IsDeleted(delivery, deleted.Code))
        {
            // An earlier attempt deleted it, and was not recorded.
        }

        await withdrawals.RecordAsync(delivery, reason, CancellationToken.None);
        if (delivery.Posted is null)
            LogSkipped(delivery.Id, names.Of(delivery), reason);
        else
            LogDeleted(delivery.Id, names.Of(delivery), reason);
    }

    async Task PublishAsync(Delivery delivery, PostedMessage message, CancellationToken ct)
    {
        await messenger.PublishAsync(delivery, message, ct);
        await deliveries.SentAsync(delivery, message, CancellationToken.None);
    }

    async Task StartThreadAsync(Delivery delivery, Draft.StartThread thread, CancellationToken ct)
    {
        await messenger.StartThreadAsync(delivery, thread.Message, thread.Name, ct);
        await deliveries.SentAsync(delivery, thread.Message, CancellationToken.None);
    }

    async Task LeaveUnpublishedAsync(Delivery delivery, string reason, CancellationToken ct)
    {
        await deliveries.UnpublishedAsync(delivery, reason, ct);
        LogSkipped(delivery.Id, names.Of(delivery), reason);
        outbox.Set();
    }

    async Task TagAsync(Delivery delivery, Draft.Tag tag, CancellationToken ct)
    {
        await messenger.TagAsync(delivery, tag, ct);
        if (tag.Until is { } until)
            await deliveries.HoldAsync(delivery, until, "The story is still developing.", ct);
        else
        {
            var posted = new PostedMessage(tag.PostId, Place: null, ContentHash: null, clock.GetUtcNow());
            await deliveries.SentAsync(delivery, posted, CancellationToken.None);
        }
    }

    async Task SkipAsync(Delivery delivery, string reason, CancellationToken ct, bool mayReturn = false)
    {
        await (mayReturn ? deliveries.RuledOutAsync(delivery, reason, ct) : deliveries.SkippedAsync(delivery, reason, ct));
        LogSkipped(delivery.Id, names.Of(delivery), reason);
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
        LogFailed(delivery.Id, names.Of(delivery), detail);
    }

    [LoggerMessage(LogLevel.Information, "Posted \"{Heading}\" in {Place}")]
    partial void LogPosted(string heading, string place);

    [LoggerMessage(LogLevel.Information, "Edited \"{Heading}\" in {Place}")]
    partial void LogEdited(string heading, string place);

    [LoggerMessage(LogLevel.Information, "Deleted the message of delivery {Delivery} in {Place}: {Reason}")]
    partial void LogDeleted(long delivery, string place, string reason);

    [LoggerMessage(LogLevel.Information, "Skipped delivery {Delivery} to {Place}: {Reason}")]
    partial void LogSkipped(long delivery, string place, string reason);

    [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to {Place} failed; retrying in {Pause}: {Reason}")]
    partial void LogRetry(long delivery, string place, TimeSpan pause, string reason);

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} to {Place} failed unexpectedly. Please report this as a bug")]
    partial void LogUnexpected(Exception failure, long delivery, string place);

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} to {Place} failed: {Reason}")]
    partial void LogFailed(long delivery, string place, string reason);
}
