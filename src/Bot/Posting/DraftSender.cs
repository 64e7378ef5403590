using Desk.Channels;
using Desk.Outbox;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Posting;

/// <summary>Does what a draft says, and records it.</summary>
sealed partial class DraftSender(
    DeliveryStore deliveries,
    WithdrawalStore withdrawals,
    OutboxSignal outbox,
    ChannelMessenger messenger,
    ChannelNames names,
    TimeProvider clock,
    ILogger<DraftSender> log)
{
    public Task SendAsync(Delivery delivery, Draft draft, CancellationToken ct) => (draft, delivery.Posted) switch
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
        (Draft.Hold hold, _) => HoldAsync(delivery, hold, ct),
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
        PostingMetrics.Posted(delivery, clock.GetUtcNow());
        LogPosted(post.Heading, names.Of(delivery));
    }

    async Task EditAsync(Delivery delivery, PostedMessage posted, Draft.Edit edit, CancellationToken ct)
    {
        // The name first: what it was made from stands in the message until that is edited.
        if (edit.IsNamed)
            await messenger.RenameAsync(delivery, posted, edit.Heading, ct);
        await messenger.EditAsync(delivery, posted, edit, ct);
        var now = posted with { ContentHash = edit.ContentHash, Shown = edit.Shown ?? posted.Shown };
        await deliveries.SentAsync(delivery, now, CancellationToken.None);
        PostingMetrics.Note(delivery, AttemptOutcome.Edited);
        LogEdited(edit.Heading, names.Of(delivery));
    }

    async Task DeleteAsync(Delivery delivery, PostedMessage posted, string reason, CancellationToken ct)
    {
        await messenger.DeleteAsync(delivery, posted, ct);
        await deliveries.SkippedAsync(delivery, reason, CancellationToken.None);
        NoteDeleted(delivery, reason);
    }

    async Task HoldAsync(Delivery delivery, Draft.Hold hold, CancellationToken ct)
    {
        await deliveries.HoldAsync(delivery, hold.Until, hold.Reason, ct);
        PostingMetrics.Note(delivery, AttemptOutcome.Held);
    }

    void NoteDeleted(Delivery delivery, string reason)
    {
        PostingMetrics.Note(delivery, AttemptOutcome.Deleted);
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
            NoteSkipped(delivery, reason);
        else
            NoteDeleted(delivery, reason);
    }

    async Task PublishAsync(Delivery delivery, PostedMessage message, CancellationToken ct)
    {
        try
        {
            await messenger.PublishAsync(delivery, message, ct);
        }
        catch (DiscordApiException limited) when (limited.RetryAfter is { } wait)
        {
            await HoldAsync(delivery, new(clock.GetUtcNow() + wait, PublicationDrafts.Refused), ct);
            return;
        }

        // Discord counts it from about now, and not from when it was drafted: it may have waited for its turn.
        await deliveries.SentAsync(delivery, message with { SentAt = clock.GetUtcNow() }, CancellationToken.None);
        PostingMetrics.Posted(delivery, clock.GetUtcNow());
    }

    async Task StartThreadAsync(Delivery delivery, Draft.StartThread thread, CancellationToken ct)
    {
        await messenger.StartThreadAsync(delivery, thread.Message, thread.Name, ct);
        await deliveries.SentAsync(delivery, thread.Message, CancellationToken.None);
        PostingMetrics.Posted(delivery, clock.GetUtcNow());
    }

    async Task LeaveUnpublishedAsync(Delivery delivery, string reason, CancellationToken ct)
    {
        await deliveries.UnpublishedAsync(delivery, reason, ct);
        NoteSkipped(delivery, reason);
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

        PostingMetrics.Posted(delivery, clock.GetUtcNow());
    }

    async Task SkipAsync(Delivery delivery, string reason, CancellationToken ct, bool mayReturn = false)
    {
        await (mayReturn ? deliveries.RuledOutAsync(delivery, reason, ct) : deliveries.SkippedAsync(delivery, reason, ct));
        NoteSkipped(delivery, reason);
    }

    void NoteSkipped(Delivery delivery, string reason)
    {
        PostingMetrics.Note(delivery, AttemptOutcome.Skipped);
        LogSkipped(delivery.Id, names.Of(delivery), reason);
    }

    /// <summary>
    /// Whether somebody deleted what it is about. A forum's post is a channel to Discord: where it is unknown, the forum itself need not
    /// be.
    /// </summary>
    public static bool IsDeleted(Delivery delivery, int? code) => code switch
    {
        DiscordError.UnknownMessage => delivery.Posted is not null || delivery.Kind is DeliveryKind.Publication or DeliveryKind.Thread,
        DiscordError.UnknownChannel => delivery.Destination is Destination.Forum
            && (delivery.Posted is not null || delivery.Kind is DeliveryKind.Coverage or DeliveryKind.Status),
        _ => false,
    };

    [LoggerMessage(LogLevel.Information, "Posted \"{Heading}\" in {Place}")]
    partial void LogPosted(string heading, string place);

    [LoggerMessage(LogLevel.Information, "Edited \"{Heading}\" in {Place}")]
    partial void LogEdited(string heading, string place);

    [LoggerMessage(LogLevel.Information, "Deleted the message of delivery {Delivery} in {Place}: {Reason}")]
    partial void LogDeleted(long delivery, string place, string reason);

    [LoggerMessage(LogLevel.Information, "Skipped delivery {Delivery} to {Place}: {Reason}")]
    partial void LogSkipped(long delivery, string place, string reason);
}
