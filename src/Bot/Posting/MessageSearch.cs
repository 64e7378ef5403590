using System.Collections.Concurrent;
using System.Globalization;
using Desk.Outbox;
using Discord.Models;
using Microsoft.Extensions.Logging;

namespace Bot.Posting;

/// <summary>
/// Looks in a channel for a message that may be there although it isn't recorded: an earlier attempt was cut off between sending and
/// recording, or the database was restored from a backup that is older than the message.
/// </summary>
sealed partial class MessageSearch(
    DeliveryStore deliveries,
    FoundMessageStore store,
    OutboxLease lease,
    ChannelMessenger messenger,
    ChannelNames names,
    ILogger<MessageSearch> log)
{
    /// <summary>A backup may be so much older than the newest message that it has: others were on their way at the same time.</summary>
    static readonly TimeSpan OnTheirWay = TimeSpan.FromMinutes(10);

    /// <summary>What is unknown in a channel stays as it is: nobody else posts there as this bot.</summary>
    readonly ConcurrentDictionary<string, IReadOnlyList<Message>> unknown = new();

    /// <summary>The recorded messages that were looked at.</summary>
    readonly ConcurrentDictionary<string, bool> right = new();

    /// <summary>Whether what is recorded may differ from what is in the channels.</summary>
    public bool IsInDoubt => lease.Restored is not null;

    /// <summary>The delivery's message; null if it isn't there.</summary>
    public async Task<FoundMessage?> FindAsync(Delivery delivery, MessageMatcher matcher, CancellationToken ct)
    {
        if (delivery.Attempt > 1)
        {
            var own = await messenger.HistoryAsync(delivery, matcher.Place, delivery.FirstClaimedAt, ct).ToListAsync(ct);
            if (await FindAsync(delivery, matcher, own, ct) is { } left)
                return left;
        }

        return await FindAsync(delivery, matcher, await UnknownAsync(delivery, matcher.Place, ct), ct);
    }

    /// <summary>The bot's messages in a channel that a restored database may not know; none unless it was restored.</summary>
    /// <param name="place">Null for the delivery's own channel.</param>
    public async Task<IReadOnlyList<Message>> UnknownAsync(Delivery delivery, string? place, CancellationToken ct)
    {
        if (lease.Restored is not { } restored)
            return [];
        var channel = place ?? delivery.Channel;
        if (!unknown.TryGetValue(channel, out var messages))
            unknown[channel] = messages = await UnknownAsync(restored, delivery, place, ct);
        return messages;
    }

    /// <summary>Whether a recorded message is the delivery's own, which must be so before it is edited or deleted.</summary>
    public async Task<bool> IsRightAsync(Delivery delivery, PostedMessage posted, MessageMatcher matcher, CancellationToken ct)
    {
        // What is newer than the backup was recorded since.
        if (right.ContainsKey(posted.Id) || Id(posted.Id).Value > (lease.Restored?.NewestMessage is { } newest ? Id(newest).Value : 0))
            return true;
        var message = await messenger.ReadAsync(delivery, posted, ct);
        var isRight = matcher.IsMatch(message) && !await matcher.IsOfAnotherAsync(message, ct);
        if (isRight)
            right[posted.Id] = true;
        else
            LogWrong(posted.Id, names.Of(delivery), delivery.Id);
        return isRight;
    }

    async Task<IReadOnlyList<Message>> UnknownAsync(RestoredDatabase restored, Delivery delivery, string? place, CancellationToken ct)
    {
        var channel = place ?? delivery.Channel;
        if (await store.OfAsync(channel, restored, ct) is { } known)
            return [.. known.Select(Message.Parse)];

        DateTimeOffset? since = restored.NewestMessage is { } newest ? Id(newest).CreatedAt - OnTheirWay : null;
        var found = await messenger.HistoryAsync(delivery, place, since, ct).ToListAsync(ct);
        await store.SaveAsync(channel, restored, [.. found.Select(message => (message.Id.ToString(), message.ToJson()))], ct);
        LogSearched(names.Of(delivery), since?.ToString("u", CultureInfo.InvariantCulture) ?? "the beginning", found.Count);
        return found;
    }

    static Snowflake Id(string text) => Snowflake.Parse(text, CultureInfo.InvariantCulture);

    async Task<FoundMessage?> FindAsync(
        Delivery delivery, MessageMatcher matcher, IReadOnlyList<Message> messages, CancellationToken ct)
    {
        foreach (var isMeant in (Func<Message, bool>[])[matcher.IsSure, matcher.IsMatch])
        {
            foreach (var message in messages.Where(isMeant))
            {
                if (!await matcher.IsOfAnotherAsync(message, ct)
                    && !await deliveries.IsOfAnotherAsync(delivery, message.Id.ToString(), ct))
                    return FoundMessage.Of(delivery, message, isAmongOthers: false);
            }
        }

        return messages.FirstOrDefault(matcher.Brought) is { } brought ? FoundMessage.Of(delivery, brought, isAmongOthers: true) : null;
    }

    [LoggerMessage(LogLevel.Warning, "Message {Message} in {Place} isn't that of delivery {Delivery}, so it stays as it is")]
    partial void LogWrong(string message, string place, long delivery);

    [LoggerMessage(LogLevel.Information, "Searched {Place} for posts since {Since} that a restored database doesn't know: {Count} found")]
    partial void LogSearched(string place, string since, int count);
}

/// <param name="IsAmongOthers">Whether the message also tells other stories.</param>
sealed record FoundMessage(PostedMessage Posted, bool IsAmongOthers)
{
    public static FoundMessage Of(Delivery delivery, Message message, bool isAmongOthers)
    {
        var channel = message.ChannelId.ToString();
        var place = channel == delivery.Channel ? null : channel;
        return new(new(message.Id.ToString(), place, ContentHash: null, message.Timestamp), isAmongOthers);
    }
}
