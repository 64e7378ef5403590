using Dapper;
using Microsoft.Data.Sqlite;
using News.Stories;

namespace News.Storage;

/// <summary>
/// Notes, inside the transaction that makes it news, which outlets took up a story since its post in a forum was made, or since
/// somebody followed it.
/// </summary>
static class NewCoverage
{
    /// <summary>From now on, what takes up the story is new.</summary>
    public static async Task WatchAsync(SqliteConnection connection, SqliteTransaction transaction, Story story)
    {
        foreach (var outlet in story.Coverage.OutletKeys)
            await NoteAsync(connection, transaction, story.Id, outlet);
    }

    /// <summary>Puts what is new on its way to the story's posts in forums and to its followers, and has such posts show that it develops.</summary>
    public static async Task QueueAsync(SqliteConnection connection, SqliteTransaction transaction, long storyId, DateTimeOffset now)
    {
        if (!await IsWatchedAsync(connection, transaction, storyId) || await StoryStore.StoryAsync(connection, transaction, storyId, now) is not { } story)
            return;
        var outlets = new List<string>();
        foreach (var outlet in story.Coverage.OutletKeys)
        {
            if (await NoteAsync(connection, transaction, storyId, outlet))
                outlets.Add(outlet);
        }

        if (outlets.Count == 0)
            return;
        foreach (var channel in await ToTellAsync(connection, transaction, storyId))
            await QueueAsync(connection, transaction, storyId, channel, outlets, UtcText.Of(now));
        await connection.ExecuteAsync(
            """
            update deliveries
            set edition = edition + 1, due_at = case state when 'sending' then due_at else @now end
            where kind = 'status'
              and subject_id in (select id from deliveries where kind = 'story' and subject_id = @storyId)
            """,
            new { storyId, now = UtcText.Of(now) },
            transaction);
    }

    /// <summary>What is known of a story, and who follows it, goes on as part of another.</summary>
    public static async Task MergeAsync(SqliteConnection connection, SqliteTransaction transaction, long from, long into)
    {
        foreach (var table in (string[])["known_outlets", "story_followers"])
        {
            await connection.ExecuteAsync($"update or ignore {table} set story_id = @into where story_id = @from", new { from, into }, transaction);
            await connection.ExecuteAsync($"delete from {table} where story_id = @from", new { from }, transaction);
        }
    }

    static Task<bool> IsWatchedAsync(SqliteConnection connection, SqliteTransaction transaction, long storyId) =>
        connection.QuerySingleAsync<bool>("select exists (select 1 from known_outlets where story_id = @storyId)", new { storyId }, transaction);

    /// <summary>False where it was known.</summary>
    static async Task<bool> NoteAsync(SqliteConnection connection, SqliteTransaction transaction, long storyId, string outlet) =>
        await connection.ExecuteAsync("insert or ignore into known_outlets (story_id, outlet) values (@storyId, @outlet)", new { storyId, outlet }, transaction) > 0;

    static async Task<IReadOnlyList<string>> ToTellAsync(SqliteConnection connection, SqliteTransaction transaction, long storyId) =>
        [.. await connection.QueryAsync<string>(
            """
            select d.channel
            from deliveries d
            join subscriptions s on s.channel = d.channel
            where d.kind = 'story'
              and d.subject_id = @storyId
              and d.state = 'sent'
              and d.message_place is not null
              and s.destination = 'forum'
            union
            select channel
            from story_followers
            where story_id = @storyId
            """,
            new { storyId },
            transaction)];

    static async Task QueueAsync(SqliteConnection connection, SqliteTransaction transaction, long storyId, string channel, IReadOnlyList<string> outlets, string now)
    {
        var news = await connection.QueryFirstOrDefaultAsync<long?>(
            """
            select n.id
            from coverage_news n
            join deliveries d on d.kind = 'coverage' and d.subject_id = n.id and d.channel = n.channel
            where n.story_id = @storyId
              and n.channel = @channel
              and d.state in ('held', 'pending')
              and d.attempts = 0
            """,
            new { storyId, channel },
            transaction) ?? await connection.QuerySingleAsync<long>(
            """
            insert into coverage_news (story_id, channel, at)
            values (@storyId, @channel, @now)
            returning id
            """,
            new { storyId, channel, now },
            transaction);
        foreach (var outlet in outlets)
            await connection.ExecuteAsync("insert or ignore into coverage_news_outlets (news_id, outlet) values (@news, @outlet)", new { news, outlet }, transaction);
        await Outbox.QueueAsync(connection, transaction, channel, DeliveryKind.Coverage, news, now);
    }
}
