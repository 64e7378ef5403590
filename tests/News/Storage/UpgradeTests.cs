using System.Reflection;
using Microsoft.Data.Sqlite;
using News.Importing;
using News.Storage;
using News.Stories;
using Shared;

namespace News.Tests.Storage;

/// <summary>Databases that earlier versions of the program left behind.</summary>
public sealed class UpgradeTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_stories_articles_are_grouped_and_nothing_is_news_again()
    {
        Write("a.md", "related:\n  - {title: B, webUrl: https://gazette.example/b.md}");
        Write("b.md", "");
        Begin(version: 4, Listed);
        var database = new NewsDatabase(File);

        var report = await new ArticleImporter(database, new(folder.File("content")), TimeProvider.System).ImportAsync(default, null, Ct);

        Assert.Equal((0, 0), (report.Count(ArticleChangeKind.New), report.Count(ArticleChangeKind.Edited)));
        Assert.Contains(new StoryChange(2, StoryChangeKind.Merged, 1), report.Stories.All);
        Assert.Equal(2, (await new StoryStore(database, TimeProvider.System).StoryAsync(1, Ct))!.Articles.Count);
    }

    [Fact]
    public async Task Before_rules_channels_keep_their_topics_and_what_they_got_and_what_was_on_its_way()
    {
        Begin(version: 4, Listed, """
            insert into subscriptions values ('news', 'guild', 3, 0, '2026-11-20T00:00:00.000Z'), ('all', null, 0, 1, '2026-11-21T00:00:00.000Z');
            insert into subscription_topics values ('news', 'harbour', 1), ('news', 'ferries', 0);
            insert into deliveries (id, channel, article_id, state, attempts, due_at, claimed_at, message, reason, created_at) values
                (7, 'news', 1, 'sent', 1, '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z', '42', null, '2026-11-20T00:00:00.000Z'),
                (9, 'news', 2, 'pending', 0, '2026-11-20T00:00:00.000Z', null, null, null, '2026-11-20T00:00:00.000Z');
            insert into alert_channels values ('guild', 'mods');
            insert into alerts (id, channel, is_summary, version, sent_version, attempts, due_at, claimed_at, message, created_at) values
                (3, 'mods', 0, 2, 1, 0, '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z', '43', '2026-11-20T00:00:00.000Z');
            insert into alert_problems (alert_id, position, path, message, nth, line, column, is_warning, mended_at) values
                (3, 0, 'a.md', 'wrong', 0, 1, 1, 0, '2026-11-20T00:00:00.000Z');
            """);
        var database = new NewsDatabase(File);
        var deliveries = new DeliveryStore(database, TimeProvider.System);

        var all = await new SubscriptionStore(database, TimeProvider.System).AllAsync(Ct);
        Assert.Equal(["news", "all"], all.Select(subscription => subscription.Channel));
        Assert.Equal(["ferries", "harbour"], all[0].Rules.Topics);
        Assert.Equal(["pending 1", "sent 2"], (await deliveries.CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));

        var story = (await deliveries.ClaimAsync("news", Ct))!;
        Assert.Equal((9, DeliveryKind.Story, 2), (story.Id, story.Kind, story.SubjectId));
        Assert.Null(await deliveries.ClaimAsync("news", Ct));
        var alert = (await deliveries.ClaimAsync("mods", Ct))!;
        Assert.Equal((DeliveryKind.Alert, 3, "43"), (alert.Kind, alert.SubjectId, alert.Posted?.Id));
        Assert.Single((await new AlertStore(database, TimeProvider.System).AlertAsync(3, Ct))!.Problems);
    }

    const string Listed = """
        insert into articles (id, path, title, excerpt, published_at, web_url, category, type, published, provider_name, provider_domain, body, listed_at) values
            (1, 'a.md', 'a.md', '', '2026-11-20T00:00:00.000Z', 'https://gazette.example/a.md', '', 'article', 1, '', 'gazette.example', '', '2026-11-20T00:00:00.000Z'),
            (2, 'b.md', 'b.md', '', '2026-11-20T00:00:00.000Z', 'https://gazette.example/b.md', '', 'article', 1, '', 'gazette.example', '', '2026-11-20T00:00:00.000Z');
        insert into related_articles (article_id, position, title, excerpt, link, type, provider_name, provider_domain) values
            (1, 0, 'B', '', 'https://gazette.example/b.md', 'article', '', '');
        insert into files (path, size, modified_ticks, hash) values ('a.md', 1, 1, 1), ('b.md', 1, 1, 1);
        """;

    string File => folder.File("news.db");

    public void Dispose()
    {
        SqliteConnection.ClearPool(new($"Data Source={File}"));
        folder.Dispose();
    }

    void Write(string path, string fields) =>
        folder.Write("content/" + path, $"---\ntitle: {path}\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/{path}\n{fields}\n---\n");

    /// <summary>A database as the program made it when it knew so many scripts.</summary>
    void Begin(int version, params IEnumerable<string> rows)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        var assembly = typeof(NewsDatabase).Assembly;
        foreach (var script in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(version))
            Run(connection, Text(assembly, script));
        foreach (var sql in rows)
            Run(connection, sql);
        Run(connection, $"pragma user_version = {version}");
    }

    static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
