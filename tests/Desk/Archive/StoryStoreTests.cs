using Desk.Archive;
using Desk.Database;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Desk.Tests.Archive;

public sealed class StoryStoreTests : IDisposable
{
    readonly TestDesk desk = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [Trait("Engine", "SQLite")]
    public async Task Story_with_its_facts_takes_six_queries_regardless_of_its_size(int articles)
    {
        // The same links in every list make one story of them.
        const string related = "related:\n- title: One\n  webUrl: https://a.example/1\n- title: Two\n  webUrl: https://a.example/2\n";
        for (var i = 0; i < articles; i++)
            desk.Write($"{i}.md", $"Number {i}", fields: related);
        await desk.ImportAsync();
        var story = (await desk.Stories.LatestAsync(0, 10, Ct)).Single();

        var queries = await desk.Database.ReadAsync(
            async session =>
            {
                var count = 0;
                strdelegate_trace counting = (_, _) => count++;
                raw.sqlite3_trace(((SqliteSession)session).Handle, counting, null);
                var found = await StoryStore.FactsAsync(session, [story.Id], desk.Clock.GetUtcNow());
                raw.sqlite3_trace(((SqliteSession)session).Handle, (strdelegate_trace?)null, null);
                Assert.Equal(articles, found.Single().Story.Articles.Count);
                return count;
            },
            Ct);

        Assert.Equal(6, queries);
    }

    [Fact]
    public async Task Link_leads_to_its_own_story_or_to_one_that_lists_it()
    {
        using var desk = new TestDesk();
        desk.Write("own.md", "Ferry sinks");
        desk.Write(
            "lists.md",
            "Mayor opens fair",
            fields: "related: [{title: Fair in pictures, webUrl: \"https://post.example/fair?utm_source=x\"}, "
                + "{title: Ferry, webUrl: \"https://gazette.example/own.md\"}]");
        await desk.ImportAsync();

        Assert.Equal("Mayor opens fair", (await desk.Stories.OfLinkAsync(new("https://www.post.example/fair"), Ct))?.Lead.Title);
        Assert.NotNull(await desk.Stories.OfLinkAsync(new("https://gazette.example/own.md"), Ct));
        Assert.Null(await desk.Stories.OfLinkAsync(new("https://post.example/other"), Ct));
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Latest_stories_take_no_more_work_among_many_articles()
    {
        await AddArticlesAsync(from: 1, to: 500);
        var few = await StepsAsync();
        await AddArticlesAsync(from: 501, to: 10_000);

        Assert.NotEqual(0, few);
        Assert.InRange(await StepsAsync(), few / 2, few * 2);
    }

    /// <summary>How many hundreds of instructions SQLite runs to find the latest fifty stories with their facts.</summary>
    Task<int> StepsAsync() => desk.Database.ReadAsync(
        async session =>
        {
            var steps = 0;
            delegate_progress counting = _ =>
            {
                steps++;
                return 0;
            };
            raw.sqlite3_progress_handler(((SqliteSession)session).Handle, 100, counting, null);
            var latest = await StoryStore.LatestIdsAsync(session, skip: 0, take: 50);
            Assert.Equal(50, (await StoryStore.FactsAsync(session, latest, desk.Clock.GetUtcNow())).Count);
            raw.sqlite3_progress_handler(((SqliteSession)session).Handle, 0, null, null);
            return steps;
        },
        Ct);

    /// <summary>One article a second, each in a story of its own.</summary>
    async Task AddArticlesAsync(int from, int to)
    {
        await using var connection = new SqliteConnection($"Data Source={desk.DatabaseFile};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            insert into articles
                (id, path, title, excerpt, published_at, web_url, category, type, published, provider_name, provider_domain, body,
                 listed_at)
            select value, 'many/' || value, 'Title ' || value, '',
                   strftime('%Y-%m-%dT%H:%M:%S.000Z', 1790000000 + value, 'unixepoch'), 'https://many.example/' || value,
                   '', 'article', 1, '', 'many.example', '', '2026-11-24T12:00:00.000Z'
            from (
                with recursive n (value) as (select @from union all select value + 1 from n where value < @to)
                select value from n
            )
            """;
        command.Parameters.AddWithValue("@from", from);
        command.Parameters.AddWithValue("@to", to);
        await command.ExecuteNonQueryAsync(Ct);
    }

    public void Dispose() => desk.Dispose();
}
