using Dapper;
using Desk.Archive;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// What members follow by themselves, and are told of privately: stories, whose new coverage they get, and topics, whose stories they
/// get.
/// </summary>
public sealed class FollowStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>How many topics a member may follow.</summary>
    public const int MostTopics = 25;

    /// <param name="member">Who.</param>
    /// <param name="story">Which.</param>
    /// <param name="language">In which the member is told; as <see cref="Language.Code"/>, or a longer code that begins with it.</param>
    /// <param name="place">Where the member did it; null where that isn't known.</param>
    /// <returns>False where the member follows it already, or nothing of it is visible.</returns>
    public Task<bool> FollowStoryAsync(
        string member, long story, string language, CancellationToken ct, ChannelPlace? place = null) => database.WriteAsync(
        async session =>
        {
            var now = clock.GetUtcNow();
            if (await StoryStore.StoryAsync(session, story, now) is not { } there)
                return false;
            var isNew = await session.ExecuteAsync(
                """
                insert into story_followers (story_id, channel, language, followed_at)
                values (@story, @member, @language, @now)
                on conflict (story_id, channel) do nothing
                """,
                new { story, member, language = Spoken(language), now }) > 0;
            await CoverageUpdateWriter.WatchAsync(session, there);
            if (isNew && place is not null)
                await ChannelWeekWriter.AddAsync(session, place, WeeklyKind.Follow, count: 1, now);
            return isNew;
        },
        ct);

    /// <summary>What was still on its way about the story is not sent.</summary>
    /// <returns>False where the member did not follow it.</returns>
    public Task<bool> UnfollowStoryAsync(string member, long story, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var did = await session.ExecuteAsync(
                """
                delete from story_followers
                where story_id = @story
                  and channel = @member
                """,
                new { story, member }) > 0;
            await session.ExecuteAsync(
                $"""
                delete from deliveries
                where channel = @member
                  and {DeliveryWriter.Waits}
                  and kind = 'coverage'
                  and state in ('held', 'pending')
                  and attempts = 0
                  and subject_id in (select id from coverage_news where story_id = @story and channel = @member)
                """,
                new { story, member });
            return did;
        },
        ct);

    /// <summary>Those that were followed last first.</summary>
    public Task<IReadOnlyList<FollowedStory>> StoriesAsync(string member, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<FollowedStory>>(
        async session =>
        {
            var stories = await session.QueryAsync<FollowedStory>(
                """
                select f.story_id, a.public_key, a.title
                from story_followers f
                join articles a on a.id = f.story_id
                where f.channel = @member
                order by f.followed_at desc, f.story_id desc
                limit @take
                """,
                new { member, take });
            return [.. stories];
        },
        ct);

    /// <summary>Since when, and why, the member's messages are refused; null where none is, or one has arrived since.</summary>
    public Task<Refusal?> RefusalAsync(string member, CancellationToken ct) => database.ReadAsync<Refusal?>(
        async session =>
        {
            var refused = await session.QueryFirstOrDefaultAsync<Refusal>(
                $"""
                select refused_at as at, coalesce(reason, '') as reason
                from deliveries d
                where d.id in {DeliveryWriter.OfChannel}
                  and refused_at is not null
                  and not exists (select 1 from deliveries s where s.channel = d.channel and s.sent_at > d.refused_at)
                order by refused_at desc
                limit 1
                """,
                new { channel = member });
            return refused;
        },
        ct);

    /// <summary>
    /// Follows these topics, and no others. The latest story on one that is new is on its way, so that the member sees where they come.
    /// </summary>
    /// <param name="member">Who.</param>
    /// <param name="topics">Slugs; none ends it.</param>
    /// <param name="language">As with <see cref="FollowStoryAsync"/>; it stays as it was where topics are followed already.</param>
    /// <param name="place">As with <see cref="FollowStoryAsync"/>.</param>
    /// <returns>
    /// How many stories are on their way by this; null where they are more than <see cref="MostTopics"/>, and all stays as it was.
    /// </returns>
    public async Task<int?> FollowTopicsAsync(
        string member, IReadOnlyList<string> topics, string language, CancellationToken ct, ChannelPlace? place = null)
    {
        if (topics.Count > MostTopics)
            return null;
        var known = await database.ReadAsync(
            async session => (await SubscriptionRows.ReadAsync(session, channel: member)).SingleOrDefault(),
            ct) ?? Unfollowing(member, language);
        if (topics is [])
        {
            await database.WriteAsync(session => SubscriptionWriter.RemoveAsync(session, member, member, clock.GetUtcNow()), ct);
            return 0;
        }

        var added = topics.Except(known.Rules.Topics).ToList();
        var latest = added is []
            ? []
            : await new LatestStories(database, clock).FindAsync(known.Rules with { Topics = added }, count: 1, ct);
        return await database.WriteAsync(
            async session =>
            {
                var queued = await FollowAsync(session, known with { Rules = known.Rules with { Topics = topics } }, latest);
                if (added.Count > 0 && place is not null)
                    await ChannelWeekWriter.AddAsync(session, place, WeeklyKind.Follow, added.Count, clock.GetUtcNow());
                return queued;
            },
            ct);
    }

    /// <summary>A member who follows no topic yet.</summary>
    static Subscription Unfollowing(string member, string language) => new()
    {
        Channel = member,
        Destination = Destination.Member,
        Latest = 0,
        Rules = new() { Language = Spoken(language) },
    };

    static string Spoken(string language) => (Language.Of(language.Split('-')[0]) ?? Language.English).Code;

    async Task<int> FollowAsync(DatabaseSession session, Subscription member, IReadOnlyList<long> latest)
    {
        var (now, queued) = (clock.GetUtcNow(), 0);
        await SubscriptionWriter.SaveAsync(session, member, member.Channel, now);
        foreach (var story in latest)
            queued += (await DeliveryWriter.QueueStoryAsync(session, story, [member.Channel], now, isNews: false)).Count;
        return queued;
    }
}

/// <summary>A message to a member that did not arrive.</summary>
public sealed record Refusal(DateTimeOffset At, string Reason);

/// <summary>A story that a member follows, with the title of the article that it began with.</summary>
public sealed record FollowedStory
{
    public required long StoryId { get; init; }

    /// <summary>What names it in menus: the <see cref="Articles.Article.PublicKey"/> of that article.</summary>
    public required long PublicKey { get; init; }

    public required string Title { get; init; }
}
