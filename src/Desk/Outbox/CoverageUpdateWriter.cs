using Articles.Stories;
using Dapper;
using Desk.Archive;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Notes, inside the transaction that makes it news, which outlets took up a story since its post in a forum was made, or since
/// somebody followed it.
/// </summary>
static class CoverageUpdateWriter
{
    /// <summary>From now on, what takes up the story is new.</summary>
    public static async Task WatchAsync(DatabaseSession session, Story story)
    {
        foreach (var outlet in story.Coverage.OutletKeys)
            await NoteAsync(session, story.Id, outlet);
    }

    /// <summary>
    /// Puts what is new on its way to the story's posts in forums and to its followers, and has such posts show that it develops.
    /// </summary>
    public static async Task QueueAsync(DatabaseSession session, long storyId, DateTimeOffset now)
    {
        if (!await IsWatchedAsync(session, storyId) || await StoryStore.StoryAsync(session, storyId, now) is not { } story)
            return;
        var outlets = new List<string>();
        foreach (var outlet in story.Coverage.OutletKeys)
        {
            if (await NoteAsync(session, storyId, outlet))
                outlets.Add(outlet);
        }

        if (outlets.Count == 0)
            return;
        foreach (var post in await ForumsAsync(session, storyId))
            await QueueAsync(session, storyId, post, Destination.Forum, outlets, now);
        foreach (var member in await FollowersAsync(session, storyId))
            await QueueAsync(session, storyId, member, Destination.Member, outlets, now);
        await session.ExecuteAsync(
            """
            update deliveries
            set edition = edition + 1, due_at = case state when 'sending' then due_at else @now end
            where kind = 'status'
              and subject_id in (select id from deliveries where kind = 'story' and subject_id = @storyId)
            """,
            new { storyId, now });
    }

    /// <summary>What is known of a story, and who follows it, goes on as part of another.</summary>
    public static async Task MergeAsync(DatabaseSession session, long from, long into)
    {
        await session.ExecuteAsync(
            """
            insert into known_outlets (story_id, outlet)
            select @into, outlet
            from known_outlets
            where story_id = @from
            on conflict (story_id, outlet) do nothing
            """,
            new { from, into });
        await session.ExecuteAsync(
            """
            insert into story_followers (story_id, channel, language, followed_at)
            select @into, channel, language, followed_at
            from story_followers
            where story_id = @from
            on conflict (story_id, channel) do nothing
            """,
            new { from, into });
        await session.ExecuteAsync("delete from known_outlets where story_id = @from", new { from });
        await session.ExecuteAsync("delete from story_followers where story_id = @from", new { from });
    }

    static Task<bool> IsWatchedAsync(DatabaseSession session, long storyId) =>
        session.QuerySingleAsync<bool>("select exists (select 1 from known_outlets where story_id = @storyId)", new { storyId });

    /// <summary>False where it was known.</summary>
    static async Task<bool> NoteAsync(DatabaseSession session, long storyId, string outlet) =>
        await session.ExecuteAsync(
            """
            insert into known_outlets (story_id, outlet)
            values (@storyId, @outlet)
            on conflict (story_id, outlet) do nothing
            """,
            new { storyId, outlet }) > 0;

    static async Task<IReadOnlyList<string>> ForumsAsync(DatabaseSession session, long storyId) =>
        [.. await session.QueryAsync<string>(
            """
            select d.channel
            from deliveries d
            join subscriptions s on s.channel = d.channel
            where d.kind = 'story'
              and d.subject_id = @storyId
              and d.state = 'sent'
              and d.message_place is not null
              and s.destination = 'forum'
            """,
            new { storyId })];

    static async Task<IReadOnlyList<string>> FollowersAsync(DatabaseSession session, long storyId) =>
        [.. await session.QueryAsync<string>(
            """
            select channel
            from story_followers
            where story_id = @storyId
            """,
            new { storyId })];

    static async Task QueueAsync(
        DatabaseSession session,
        long storyId,
        string channel,
        Destination destination,
        IReadOnlyList<string> outlets,
        DateTimeOffset now)
    {
        var news = await session.QueryFirstOrDefaultAsync<long?>(
            """
            select n.id
            from coverage_news n
            join deliveries d on d.kind = 'coverage' and d.subject_id = n.id and d.channel = n.channel
            where n.story_id = @storyId
              and n.channel = @channel
              and d.state in ('held', 'pending')
              and d.attempts = 0
            """,
            new { storyId, channel }) ?? await session.QuerySingleAsync<long>(
            """
            insert into coverage_news (story_id, channel, at, public_key)
            values (@storyId, @channel, @now, @publicKey)
            returning id
            """,
            new { storyId, channel, now, publicKey = RandomKey.Number() });
        foreach (var outlet in outlets)
        {
            await session.ExecuteAsync(
                """
                insert into coverage_news_outlets (news_id, outlet)
                values (@news, @outlet)
                on conflict (news_id, outlet) do nothing
                """,
                new { news, outlet });
        }


        await DeliveryWriter.QueueAsync(session, channel, destination, DeliveryKind.Coverage, news, now);
    }
}
