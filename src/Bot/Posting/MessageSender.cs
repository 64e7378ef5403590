using System.Text.Json;
using Discord;
using Microsoft.Extensions.Logging;
using News;
using News.Storage;

namespace Bot.Posting;

/// <summary>Sends and edits what is due: claim, look, draft, send, record.</summary>
sealed partial class MessageSender(
    DeliveryStore deliveries,
    PauseStore pauses,
    OutboxSignal outbox,
    IEnumerable<IDrafts> drafts,
    Postbox postbox,
    FatalStop fatal,
    TimeProvider clock,
    ILogger<MessageSender> log)
{
    readonly Dictionary<DeliveryKind, IDrafts> drafts = drafts.ToDictionary(one => one.Kind);

    /// <summary>Sends all that is due for one channel.</summary>
    public async Task SendDueAsync(string channel, CancellationToken ct)
    {
        while (!fatal.IsStopped && await deliveries.ClaimAsync(channel, ct) is { } delivery)
            await SendAsync(delivery, ct);
    }

    async Task SendAsync(Delivery delivery, CancellationToken ct)
    {
        var writer = drafts[delivery.Kind];
        try
        {
            if (delivery is { Posted: null, Attempt: > 1 } && await writer.MarkAsync(delivery, ct) is { } mark && await postbox.FindAsync(delivery, mark, ct) is { } found)
                delivery = await RecordFoundAsync(delivery, found);
            await FollowAsync(delivery, await writer.DraftAsync(delivery, ct), ct);
        }
        catch (DiscordApiException refused) when (fatal.StopsFor(refused))
        {
            await deliveries.RetryAsync(delivery, clock.GetUtcNow(), refused.Message, CancellationToken.None);
        }
        catch (DiscordApiException deleted) when (IsDeleted(delivery, deleted.Code))
        {
            // A moderator deleted what there is to edit, or the post that it belongs to, and need not see it again.
            await deliveries.SkippedAsync(delivery, "Its message was deleted in the channel.", ct);
        }
        catch (Exception failure) when (failure is DiscordApiException or HttpRequestException or JsonException)
        {
            await RecordAsync(delivery, DeliveryOutcome.Of(failure, delivery.Attempt), ct);
        }
    }

    /// <summary>A forum's post is a channel to Discord: where it is unknown, the forum itself need not be.</summary>
    static bool IsDeleted(Delivery delivery, int? code) => code switch
    {
        DiscordError.UnknownMessage => delivery.Posted is not null,
        DiscordError.UnknownChannel => delivery.Destination is Destination.Forum && (delivery.Posted is not null || delivery.Kind is DeliveryKind.Coverage or DeliveryKind.Status),
        _ => false,
    };

    /// <summary>What it says may be older than what is known: it is there, and to be edited.</summary>
    async Task<Delivery> RecordFoundAsync(Delivery delivery, PostedMessage found)
    {
        await deliveries.SentAsync(delivery with { Edition = delivery.Edition - 1 }, found, CancellationToken.None);
        return delivery with { Posted = found };
    }

    Task FollowAsync(Delivery delivery, Draft draft, CancellationToken ct) => (draft, delivery.Posted) switch
    {
        (Draft.Say say, null) => PostAsync(delivery, say, ct),
        (Draft.Say say, { } posted) => EditAsync(delivery, posted, say, ct),
        (Draft.Delete delete, { } posted) => DeleteAsync(delivery, posted, delete.Reason, ct),
        (Draft.Publish publish, _) => PublishAsync(delivery, publish.Message, ct),
        (Draft.LeaveUnpublished left, _) => LeaveUnpublishedAsync(delivery, left.Reason, ct),
        (Draft.Tag tag, _) => TagAsync(delivery, tag, ct),
        (Draft.Nothing, _) => Task.CompletedTask,
        (Draft.Hold hold, _) => deliveries.HoldAsync(delivery, hold.Until, hold.Reason, ct),
        (Draft.Skip skip, _) => SkipAsync(delivery, skip.Reason, ct),
        (Draft.Delete delete, null) => SkipAsync(delivery, delete.Reason, ct),
        _ => throw new NotSupportedException($"{draft.GetType().Name} is no draft that can be followed."),
    };

    async Task PostAsync(Delivery delivery, Draft.Say say, CancellationToken ct)
    {
        await RecordSentAsync(delivery, await postbox.PostAsync(delivery, say, ct), say, ct);
        LogSent(say.Heading, delivery.Channel);
    }

    async Task EditAsync(Delivery delivery, PostedMessage posted, Draft.Say say, CancellationToken ct)
    {
        if (posted.Said == say.Said)
        {
            await deliveries.UnchangedAsync(delivery, ct);
            return;
        }

        await postbox.EditAsync(delivery, posted, say, ct);
        await RecordSentAsync(delivery, posted with { Said = say.Said }, say, ct);
        LogEdited(say.Heading, delivery.Channel);
    }

    async Task RecordSentAsync(Delivery delivery, PostedMessage posted, Draft.Say say, CancellationToken ct)
    {
        if (say.HasThread)
            await postbox.StartThreadAsync(delivery, posted, say.Heading, ct);
        // The message is there: that must be recorded, also when the host is stopping.
        await deliveries.SentAsync(delivery, posted, CancellationToken.None);
    }

    async Task DeleteAsync(Delivery delivery, PostedMessage posted, string reason, CancellationToken ct)
    {
        await postbox.DeleteAsync(delivery, posted, ct);
        await deliveries.SkippedAsync(delivery, reason, CancellationToken.None);
        LogDeleted(delivery.Id, delivery.Channel, reason);
    }

    async Task PublishAsync(Delivery delivery, PostedMessage message, CancellationToken ct)
    {
        await postbox.PublishAsync(delivery, message, ct);
        await deliveries.SentAsync(delivery, message, CancellationToken.None);
    }

    async Task LeaveUnpublishedAsync(Delivery delivery, string reason, CancellationToken ct)
    {
        await deliveries.UnpublishedAsync(delivery, reason, ct);
        LogSkipped(delivery.Id, delivery.Channel, reason);
        outbox.Set();
    }

    async Task TagAsync(Delivery delivery, Draft.Tag tag, CancellationToken ct)
    {
        await postbox.TagAsync(delivery, tag, ct);
        if (tag.Until is { } until)
            await deliveries.HoldAsync(delivery, until, "The story develops.", ct);
        else
            await deliveries.SentAsync(delivery, new(tag.Post, Place: null, Said: null, clock.GetUtcNow()), CancellationToken.None);
    }

    async Task SkipAsync(Delivery delivery, string reason, CancellationToken ct)
    {
        await deliveries.SkippedAsync(delivery, reason, ct);
        LogSkipped(delivery.Id, delivery.Channel, reason);
    }

    async Task RecordAsync(Delivery delivery, DeliveryOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Retry retry:
                await deliveries.RetryAsync(delivery, clock.GetUtcNow() + retry.After, retry.Reason, ct);
                LogRetry(delivery.Id, delivery.Channel, retry.After, retry.Reason);
                if (retry.IsOfChannel && await pauses.RefusedAsync(delivery, retry.Reason, ct))
                    outbox.Set();
                break;
            default:
                await deliveries.FailedAsync(delivery, outcome.Reason, ct);
                LogFailed(delivery.Id, delivery.Channel, outcome.Reason);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Posted “{Heading}” to channel {Channel}")]
    partial void LogSent(string heading, string channel);

    [LoggerMessage(LogLevel.Information, "Brought “{Heading}” in channel {Channel} up to date")]
    partial void LogEdited(string heading, string channel);

    [LoggerMessage(LogLevel.Information, "Delivery {Delivery} was deleted from channel {Channel}: {Reason}")]
    partial void LogDeleted(long delivery, string channel, string reason);

    [LoggerMessage(LogLevel.Information, "Delivery {Delivery} to channel {Channel} is not needed any more: {Reason}")]
    partial void LogSkipped(long delivery, string channel, string reason);

    [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to channel {Channel} waits {Pause} and is tried again: {Reason}")]
    partial void LogRetry(long delivery, string channel, TimeSpan pause, string reason);

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} to channel {Channel} was given up: {Reason}")]
    partial void LogFailed(long delivery, string channel, string reason);
}
