using Dapper;
using Microsoft.Data.Sqlite;
using News.Rules;

namespace News.Storage;

/// <summary>What members follow by themselves, and are told of privately: stories, whose new coverage they get, and topics, whose stories they get.</summary>
public sealed class FollowStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>How many topics a member may follow.</summary>
    public const int MostTopics = 25;

    /// <summary>The channel that stands for a member's private messages.</summary>
    /// <param name="member">The member's address in the chat service.</param>
    public static string ChannelOf(string member) => $"@{member}";

    /// <param name="member">Who.</param>
    /// <param name="story">Which.</param>
    /// <param name="language">In which the member is told; as <see cref="Language.Code"/>, or a longer code that begins with it.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>False where the member follows it already, or nothing of it is visible.</returns>
    public async Task<bool> FollowStoryAsync(string member, long story, string language, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var now = clock.GetUtcNow();
        if (await StoryStore.StoryAsync(connection, transaction, story, now) is not { } there)
            return false;
        var isNew = await connection.ExecuteAsync(
            """
            insert or ignore into story_followers (story_id, channel, language, followed_at)
            values (@story, @channel, @language, @now)
            """,
            new { story, channel = ChannelOf(member), language = Spoken(language), now = UtcText.Of(now) },
            transaction) > 0;
        await NewCoverage.WatchAsync(connection, transaction, there);
        await transaction.CommitAsync(ct);
        return isNew;
    }

    /// <summary>What was still on its way about the story is not sent.</summary>
    /// <returns>False where the member did not follow it.</returns>
    public async Task<bool> UnfollowStoryAsync(string member, long story, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var channel = ChannelOf(member);
        var did = await connection.ExecuteAsync(
            """
            delete from story_followers
            where story_id = @story
              and channel = @channel
            """,
            new { story, channel },
            transaction) > 0;
        await connection.ExecuteAsync(
            $"""
            delete from deliveries
            where channel = @channel
              and {Outbox.Waits}
              and kind = 'coverage'
              and state in ('held', 'pending')
              and attempts = 0
              and subject_id in (select id from coverage_news where story_id = @story and channel = @channel)
            """,
            new { story, channel },
            transaction);
        await transaction.CommitAsync(ct);
        return did;
    }

    /// <summary>Those that were followed last first.</summary>
    public async Task<IReadOnlyList<FollowedStory>> StoriesAsync(string member, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var stories = await connection.QueryAsync<FollowedStory>(
            """
            select f.story_id, a.title
            from story_followers f
            join articles a on a.id = f.story_id
            where f.channel = @channel
            order by f.followed_at desc, f.story_id desc
            limit @take
            """,
            new { channel = ChannelOf(member), take });
        return [.. stories];
    }

    /// <summary>Since when, and why, the member's messages are refused; null where none is, or one has arrived since.</summary>
    public async Task<Refusal?> RefusalAsync(string member, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var refused = await connection.QueryFirstOrDefaultAsync<RefusedRow>(
            $"""
            select refused_at, reason
            from deliveries d
            where id in {Outbox.OfChannel}
              and refused_at is not null
              and not exists (select 1 from deliveries s where s.channel = d.channel and s.sent_at > d.refused_at)
            order by refused_at desc
            limit 1
            """,
            new { channel = ChannelOf(member) });
        return refused is null ? null : new(UtcText.Parse(refused.RefusedAt), refused.Reason ?? "");
    }

    /// <summary>Follows these topics, and no others. The latest story on one that is new is on its way, so that the member sees where they come.</summary>
    /// <param name="member">Who.</param>
    /// <param name="topics">Slugs; none ends it.</param>
    /// <param name="language">As with <see cref="FollowStoryAsync"/>; it stays as it was where topics are followed already.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>How many stories are on their way by this; null where they are more than <see cref="MostTopics"/>, and all stays as it was.</returns>
    public async Task<int?> FollowTopicsAsync(string member, IReadOnlyList<string> topics, string language, CancellationToken ct)
    {
        if (topics.Count > MostTopics)
            return null;
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var channel = ChannelOf(member);
        var known = (await SubscriptionRows.ReadAsync(connection, transaction, channel: channel)).SingleOrDefault();
        var queued = topics is []
            ? await EndAsync(connection, transaction, channel, member)
            : await FollowAsync(connection, transaction, known ?? new() { Channel = channel, Destination = Destination.Member, Latest = 0, Rules = new() { Language = Spoken(language) } }, topics, member);
        await transaction.CommitAsync(ct);
        return queued;
    }

    static string Spoken(string language) => (Language.Of(language.Split('-')[0]) ?? Language.English).Code;

    async Task<int> EndAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, string member)
    {
        await SubscriptionWriter.RemoveAsync(connection, transaction, channel, member, clock.GetUtcNow());
        return 0;
    }

    async Task<int> FollowAsync(SqliteConnection connection, SqliteTransaction transaction, Subscription known, IReadOnlyList<string> topics, string member)
    {
        var now = clock.GetUtcNow();
        var added = topics.Except(known.Rules.Topics).ToList();
        var subscription = known with { Rules = known.Rules with { Topics = topics } };
        await SubscriptionWriter.SaveAsync(connection, transaction, subscription, member, now);
        return added is [] ? 0 : await StoryNews.QueueLatestAsync(connection, transaction, subscription with { Rules = subscription.Rules with { Topics = added } }, count: 1, now);
    }

    internal sealed record RefusedRow
    {
        public required string RefusedAt { get; init; }

        public string? Reason { get; init; }
    }
}

/// <summary>A message to a member that did not arrive.</summary>
public sealed record Refusal(DateTimeOffset At, string Reason);

/// <summary>A story that a member follows, with the title of the article that it began with.</summary>
public sealed record FollowedStory
{
    public required long StoryId { get; init; }

    public required string Title { get; init; }
}
