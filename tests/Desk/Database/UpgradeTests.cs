using System.Reflection;
using Articles.Stories;
using Desk.Archive;
using Desk.Channels;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Microsoft.Data.Sqlite;
using Shared;

namespace Desk.Tests.Database;

/// <summary>Databases that earlier versions of the program left behind.</summary>
[Trait("Engine", "SQLite")]
public sealed class UpgradeTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upgrade_to_stories_groups_articles_and_posts_nothing_again()
    {
        Write("a.md", "related:\n  - {title: B, webUrl: https://gazette.example/b.md}");
        Write("b.md", "");
        Begin(version: 4, Listed);
        var database = new DeskDatabase(File);

        var report = await new ArticleImporter(database, new(folder.File("content")), TimeProvider.System).ImportAsync(default, null, Ct);

        Assert.Equal((0, 0), (report.Count(ArticleChangeKind.New), report.Count(ArticleChangeKind.Edited)));
        Assert.Contains(new StoryChange(2, StoryChangeKind.Merged, 1), report.Stories.All);
        Assert.Equal(2, (await new StoryStore(database, TimeProvider.System).StoryAsync(1, Ct))!.Articles.Count);
    }

    [Fact]
    public async Task Upgrade_to_rules_keeps_topics_and_deliveries()
    {
        Begin(version: 4, Listed, """
            insert into subscriptions values
                ('news', 'guild', 3, 0, '2026-11-20T00:00:00.000Z'),
                ('all', null, 0, 1, '2026-11-21T00:00:00.000Z');
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
        var database = new DeskDatabase(File);
        var deliveries = new DeliveryStore(database, TimeProvider.System, new(database, new(database, TimeProvider.System)));

        var all = await new SubscriptionStore(database).AllAsync(Ct);
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

    [Fact]
    public async Task Members_that_were_channels_with_an_at_sign_keep_their_topics_stories_and_deliveries()
    {
        Begin(version: 9, Listed, """
            insert into subscriptions
                (channel, guild, latest, from_settings, created_at, destination, chosen_by, paused_at, pause_reason)
            values
                ('@7', null, 0, 0, '2026-11-20T00:00:00.000Z', 'member', '7', '2026-11-21T00:00:00.000Z', 'refused'),
                ('forum', 'guild', 3, 0, '2026-11-21T00:00:00.000Z', 'forum', null, null, null);
            insert into subscription_rules values ('@7', 'topics', 'ferries'), ('forum', 'topics', 'harbour');
            insert into story_followers values (1, '@8', 'de', '2026-11-20T00:00:00.000Z');
            insert into coverage_news values (5, 1, '@8', '2026-11-20T00:00:00.000Z');
            insert into coverage_news_outlets values (5, 'post.example');
            insert into deliveries (id, channel, kind, subject_id, state, due_at, created_at) values
                (1, '@7', 'story', 1, 'pending', '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z'),
                (2, '@8', 'coverage', 5, 'pending', '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z'),
                (3, 'forum', 'story', 1, 'pending', '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z'),
                (4, 'mods', 'notice', 1, 'pending', '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z');
            """);
        var database = new DeskDatabase(File);
        var deliveries = new DeliveryStore(database, TimeProvider.System, new(database, new(database, TimeProvider.System)));

        var all = await new SubscriptionStore(database).AllAsync(Ct);
        Assert.Equal(
            [("7", Destination.Member), ("forum", Destination.Forum)],
            all.Select(subscription => (subscription.Channel, subscription.Destination)));
        Assert.Equal(["ferries", "harbour"], all.Select(subscription => subscription.Rules.Topics.Single()));
        Assert.Equal("refused", all[0].Paused?.Reason);
        var followed = await new FollowStore(database, TimeProvider.System).StoriesAsync("8", take: 5, Ct);
        Assert.Equal([1L], followed.Select(story => story.StoryId));
        Assert.Equal("de", (await new CoverageUpdateStore(database).UpdateAsync(5, Ct))!.Language);
        foreach (var (channel, destination) in new[]
        {
            ("7", Destination.Member),
            ("8", Destination.Member),
            ("forum", Destination.Forum),
            ("mods", Destination.Text),
        })
            Assert.Equal(destination, (await deliveries.ClaimAsync(channel, Ct))!.Destination);
    }

    [Fact]
    public async Task Upgrade_to_symbols_tells_topics_apart_and_keeps_articles_and_rules()
    {
        Write("a.md", "topics: [C#, Energy]");
        Write("b.md", "topics: [C++]");
        folder.Write("content/topics/1.yaml", "name: C#\n");
        folder.Write("content/topics/2.yaml", "name: C++\n");
        Begin(version: 12, Listed, """
            insert into topics (id, name, slug, is_defined) values (1, 'C#', 'c', 1), (2, 'Energy', 'energy', 0);
            insert into article_topics (topic_id, published_at, article_id, position, is_inherited, is_inferred) values
                (1, '2026-11-20T00:00:00.000Z', 1, 0, 0, 0), (2, '2026-11-20T00:00:00.000Z', 1, 1, 0, 0),
                (1, '2026-11-20T00:00:00.000Z', 2, 0, 0, 0);
            insert into subscriptions (channel, guild, latest, from_settings, created_at, destination) values
                ('both', 'guild', 3, 0, '2026-11-20T00:00:00.000Z', 'text'), ('other', 'guild', 3, 0, '2026-11-21T00:00:00.000Z', 'text');
            insert into subscription_rules values ('both', 'topics', 'energy, c'), ('other', 'topics', 'energy');
            """);
        var database = new DeskDatabase(File);

        var report = await new ArticleImporter(database, new(folder.File("content")), TimeProvider.System).ImportAsync(default, null, Ct);

        Assert.Equal(0, report.Count(ArticleChangeKind.New));
        var articles = new ArticleStore(database);
        Assert.Equal(1, (await articles.TopicAsync("C#", Ct))!.Id);
        Assert.Equal([1], await InAsync("C#"));
        Assert.Equal([2], await InAsync("C++"));
        var rules = (await new SubscriptionStore(database).AllAsync(Ct)).Select(channel => string.Join(' ', channel.Rules.Topics));
        Assert.Equal(["energy c# c++", "energy"], rules);

        async Task<IEnumerable<long>> InAsync(string topic) =>
            (await articles.InTopicAsync((await articles.TopicAsync(topic, Ct))!, 0, 9, Ct)).Headlines.Select(headline => headline.Id);
    }

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public void Every_earlier_database_keeps_a_row_of_each_table_and_is_copied_first(int version)
    {
        Begin(version);
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False;Foreign Keys=False"))
        {
            connection.Open();
            Run(connection, "pragma synchronous = off");
            foreach (var table in Tables(connection))
                InsertInto(connection, table);
        }

        new DeskDatabase(File).Dispose();

        var copy = $"{File}.schema-{version}";
        using var before = new SqliteConnection($"Data Source={copy};Pooling=False");
        using var after = new SqliteConnection($"Data Source={File};Pooling=False");
        before.Open();
        after.Open();
        // What the folder says is read again.
        var tables = Tables(before).Intersect(Tables(after)).Except(["files", "problems"]).ToList();
        Assert.Contains("articles", tables);
        Assert.All(tables, table => Assert.NotEqual((table, 0L), (table, Scalar(after, $"select count(*) from {table}"))));
        Assert.Equal("ok", Scalar(after, "pragma integrity_check"));
        Assert.Null(Scalar(after, "select 1 from pragma_foreign_key_check"));
    }

    [Fact]
    public void Database_that_is_up_to_date_is_not_copied()
    {
        new DeskDatabase(File).Dispose();
        new DeskDatabase(File).Dispose();

        Assert.Empty(Directory.GetFiles(folder.Path, "*.schema-*"));
    }

    public static TheoryData<int> EarlierVersions => [.. Enumerable.Range(1, Scripts.Count - 1)];

    static IReadOnlyList<string> Scripts { get; } =
    [
        .. typeof(DeskDatabase).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Sqlite/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    const string Listed = """
        insert into articles
            (id, path, title, excerpt, published_at, web_url, category, type, published, provider_name, provider_domain, body, listed_at)
        values
            (1, 'a.md', 'a.md', '', '2026-11-20T00:00:00.000Z', 'https://gazette.example/a.md', '', 'article', 1, '', 'gazette.example', '',
             '2026-11-20T00:00:00.000Z'),
            (2, 'b.md', 'b.md', '', '2026-11-20T00:00:00.000Z', 'https://gazette.example/b.md', '', 'article', 1, '', 'gazette.example', '',
             '2026-11-20T00:00:00.000Z');
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
        folder.Write(
            "content/" + path,
            $"---\ntitle: {path}\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/{path}\n{fields}\n---\n");

    /// <summary>Creates a database with only the first scripts.</summary>
    void Begin(int version, params IEnumerable<string> rows)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        Run(connection, "pragma synchronous = off");
        foreach (var script in Scripts.Take(version))
            Run(connection, Text(typeof(DeskDatabase).Assembly, script));
        foreach (var sql in rows)
            Run(connection, sql);
        Run(connection, $"pragma user_version = {version}");
    }

    /// <summary>Those with rows of their own, not the parts of an index.</summary>
    static List<string> Tables(SqliteConnection connection)
    {
        using var command = new SqliteCommand("select name from pragma_table_list where type = 'table' and schema = 'main'", connection);
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
        {
            if (!rows.GetString(0).StartsWith("sqlite_", StringComparison.Ordinal))
                names.Add(rows.GetString(0));
        }

        return names;
    }

    /// <summary>One row, with a value for each column by its name and type, that belongs together with those of other tables.</summary>
    static void InsertInto(SqliteConnection connection, string table)
    {
        var values = new List<string>();
        using (var command = new SqliteCommand($"select name, type from pragma_table_info('{table}')", connection))
        using (var columns = command.ExecuteReader())
        {
            while (columns.Read())
                values.Add(Value(table, columns.GetString(0), columns.GetString(1).ToLowerInvariant()));
        }

        Run(connection, $"insert into {table} select {string.Join(", ", values)} where not exists (select 1 from {table})");
    }

    static string Value(string table, string column, string type) => (table, column) switch
    {
        (_, "state") => "'sent'",
        ("channel_weeks", "kind") => "'edit'",
        (_, "kind") => "'story'",
        (_, "destination") => "'text'",
        (_, "path") => "'a.md'",
        (_, "channel") => "'news'",
        (_, "web_url" or "link") => "'https://gazette.example/a.md'",
        (_, "rule") => "'topics'",
        _ when column.EndsWith("_at", StringComparison.Ordinal) => "'2026-11-20T00:00:00.000Z'",
        _ when type.StartsWith("int", StringComparison.Ordinal) => "1",
        _ when type.StartsWith("blob", StringComparison.Ordinal) => "x'00'",
        _ => "'x'",
    };

    static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar();
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
