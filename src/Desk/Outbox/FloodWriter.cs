using System.Security.Cryptography;
using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Holds the surplus of channels that get more new stories at once than their rules allow, inside the transaction that queues them.
/// </summary>
sealed class FloodWriter
{
    /// <summary>Within this time, as many new stories as the rules allow go out.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    readonly DatabaseSession session;
    readonly DateTimeOffset now;

    /// <summary>How many more stories each channel may get; channels without a limit are left out.</summary>
    readonly Dictionary<string, int> left;
    readonly HashSet<string> flooded = [];

    FloodWriter(DatabaseSession session, DateTimeOffset now, Dictionary<string, int> left) =>
        (this.session, this.now, this.left) = (session, now, left);

    /// <remarks>A digest is one post, however much is in it, and a member can't be asked to decide about a channel.</remarks>
    public static async Task<FloodWriter> BeginAsync(DatabaseSession session, IEnumerable<Subscription> channels, DateTimeOffset now)
    {
        var left = channels
            .Where(channel => channel is { Rules: { FloodLimit: > 0, Mode: PostingMode.Instantly }, Destination: not Destination.Member })
            .DistinctBy(channel => channel.Channel)
            .ToDictionary(channel => channel.Channel, channel => channel.Rules.FloodLimit);
        var recent = await session.QueryAsync<RecentStories>(
            $"""
            select channel, count(*) as stories
            from deliveries
            where channel in {JsonList.Texts}
              and decided_at > @since
              and decided_at <= @now
            group by channel
            """,
            new { texts = JsonList.Of(left.Keys), since = now - Within, now });
        foreach (var channel in recent)
            left[channel.Channel] -= channel.Stories;
        return new(session, now, left);
    }

    /// <summary>Counts a story that was just queued for these channels, and holds it where it is too much.</summary>
    public async Task HoldSurplusAsync(long story, IEnumerable<string> channels)
    {
        foreach (var channel in channels.Where(left.ContainsKey))
        {
            if (--left[channel] >= 0)
                continue;
            flooded.Add(channel);
            await session.ExecuteAsync(
                """
                update deliveries
                set state = 'held', due_at = @never, flood_id = @flood, reason = 'Too many stories came at once.'
                where channel = @channel
                  and kind = 'story'
                  and subject_id = @story
                """,
                new { channel, story, never = DateTimeOffset.MaxValue, flood = await OpenAsync(channel) });
        }
    }

    /// <summary>Tells who answers for a channel about a flood: once, and with the number of stories as it is by now.</summary>
    public async Task ReportAsync()
    {
        foreach (var channel in flooded)
        {
            var key = await session.QuerySingleAsync<string>(
                "select key from floods where channel = @channel and outcome is null",
                new { channel });
            await NoticeWriter.QueueFloodAsync(session, channel, key, now);
        }
    }

    /// <summary>The flood that the channel is in.</summary>
    async Task<long> OpenAsync(string channel)
    {
        await session.ExecuteAsync(
            """
            insert into floods (key, channel, started_at)
            values (@key, @channel, @now)
            on conflict (channel) where outcome is null do nothing
            """,
            new { key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), channel, now });
        return await session.QuerySingleAsync<long>("select id from floods where channel = @channel and outcome is null", new { channel });
    }

    internal sealed record RecentStories
    {
        public required string Channel { get; init; }
        public required int Stories { get; init; }
    }
}
