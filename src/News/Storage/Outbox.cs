using Dapper;
using Microsoft.Data.Sqlite;
using News.Importing;

namespace News.Storage;

/// <summary>Puts articles on their way to channels, inside the transaction that makes them news.</summary>
static class Outbox
{
    const string Wanted = """
        (   not exists (select 1 from subscription_topics w where w.channel = s.channel)
         or exists (select 1
                      from subscription_topics w
                      join topics t on t.slug = w.slug
                      join article_topics x on x.topic_id = t.id
                     where w.channel = s.channel
                       and x.article_id = a.id))
        """;

    /// <summary>Whether there is anything that readers can see for the first time.</summary>
    public static Task<bool> HasNewsAsync(SqliteConnection connection) => connection.QuerySingleAsync<bool>(
        """
        select exists (select 1
                         from articles
                        where listed_at is null
                          and published = 1
                          and removed_at is null)
        """);

    /// <summary>What readers can see for the first time goes to each channel that wants it, oldest first.</summary>
    /// <remarks>The first sight of a folder is not news: then each channel gets the latest it asked for.</remarks>
    /// <returns>The articles that became visible.</returns>
    public static async Task<IReadOnlyList<ArticleChange>> QueueNewsAsync(SqliteConnection connection, SqliteTransaction transaction, string now)
    {
        var isFirstSight = await connection.QuerySingleAsync<bool>(
            """
            select not exists (select 1 from articles where listed_at is not null)
            """,
            param: null,
            transaction);
        if (!isFirstSight)
        {
            await connection.ExecuteAsync(
                $"""
                insert into deliveries (channel, article_id, state, due_at, created_at)
                select s.channel, a.id, 'pending', @now, @now
                from listed_articles a
                cross join subscriptions s
                where a.listed_at is null
                  and {Wanted}
                order by a.published_at, a.id
                on conflict (channel, article_id) do nothing
                """,
                new { now },
                transaction);
        }

        var listed = (await connection.QueryAsync<ListedRow>(
            """
            update articles
            set listed_at = @now
            where listed_at is null
              and published = 1
              and removed_at is null
            returning id, path
            """,
            new { now },
            transaction)).Select(row => new ArticleChange(row.Id, row.Path, ArticleChangeKind.New)).ToList();
        if (isFirstSight && listed.Count > 0)
        {
            var channels = await connection.QueryAsync<string>("select channel from subscriptions", param: null, transaction);
            foreach (var channel in channels)
                await QueueLatestAsync(connection, transaction, channel, now);
        }

        return listed;
    }

    public static Task<int> QueueLatestAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, string now) =>
        connection.ExecuteAsync(
            $"""
            insert into deliveries (channel, article_id, state, due_at, created_at)
            select channel, article_id, 'pending', @now, @now
            from (select s.channel, a.id as article_id, a.published_at
                    from listed_articles a
                    join subscriptions s on s.channel = @channel
                   where {Wanted}
                   order by a.published_at desc, a.id desc
                   limit (select latest from subscriptions where channel = @channel))
            where true
            order by published_at, article_id
            on conflict (channel, article_id) do nothing
            """,
            new { channel, now },
            transaction);

    internal sealed record ListedRow
    {
        public required long Id { get; init; }
        public required string Path { get; init; }
    }
}
