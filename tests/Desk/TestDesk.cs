using Articles;
using Articles.Files;
using Desk.Archive;
using Desk.Archive.Search;
using Desk.Channels;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Desk.Tests;

/// <summary>A content folder, a database and a clock for one test.</summary>
sealed class TestDesk : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly EmptyDatabase database;

    /// <param name="confirmAfter">How long a file must be missing until it counts as deleted; by default, it does at once.</param>
    public TestDesk(string? contentFolder = null, TimeSpan confirmAfter = default)
    {
        Directory.CreateDirectory(folder.File("content"));
        database = new(DatabaseFile);
        Database = new(database.Place);
        Importer = new(Database, new ContentFolder(contentFolder ?? folder.File("content")), Clock) { ConfirmAfter = confirmAfter };
        Articles = new(Database);
        Search = new(Database, new(Database), Clock);
        Subscriptions = new(Database);
        Channels = new(Database, Clock);
        Deliveries = new(Database, Clock, new(Database, new(Database, Clock)));
        Stories = new(Database, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-11-24T12:00:00Z"));

    public DeskDatabase Database { get; }

    public ArticleImporter Importer { get; }

    public ArticleStore Articles { get; }

    public ArchiveSearch Search { get; }

    public SubscriptionStore Subscriptions { get; }

    public ChannelAdministration Channels { get; }

    public DeliveryStore Deliveries { get; }

    public StoryStore Stories { get; }

    public string ContentFolder => folder.File("content");

    public string DatabaseFile => folder.File("news.db");

    /// <summary>Writes an article file; <paramref name="fields"/> are further lines of its front matter.</summary>
    public void Write(string path, string title, string publishedAt = "2026-11-20T08:00Z", string fields = "") =>
        WriteRaw(
            path, $"---\ntitle: \"{title}\"\npublishedDateTime: {publishedAt}\nwebUrl: https://gazette.example/{path}\n{fields}\n---\n");

    public void WriteRaw(string path, string text)
    {
        folder.Write("content/" + path, text);
        // Two writes within the file system's resolution must not look like one.
        Clock.Advance(TimeSpan.FromSeconds(1));
        File.SetLastWriteTimeUtc(folder.File("content/" + path), Clock.GetUtcNow().UtcDateTime);
    }

    public void Delete(string path) => File.Delete(folder.File("content/" + path));

    public Task<ImportReport> ImportAsync(TimeSpan patience = default) =>
        Importer.ImportAsync(patience, progress: null, TestContext.Current.CancellationToken);

    /// <summary>The article of this file, held back or not; null if there is none.</summary>
    public Task<Article?> AtPathAsync(string path) => Database.ReadAsync(
        async session => await ArticleVersions.IdAtAsync(session, path) is { } id
            ? (await ArticleVersions.VersionAsync(session, id))!.Article
            : null,
        TestContext.Current.CancellationToken);

    /// <summary>The titles that readers can see, newest first.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync() =>
        [.. (await Articles.LatestAsync(0, 1000, TestContext.Current.CancellationToken)).Headlines.Select(headline => headline.Title)];

    /// <summary>Claims everything that is due for the channel, records it as sent, and returns the titles in order.</summary>
    public async Task<IReadOnlyList<string>> DeliverAsync(string channel)
    {
        var ct = TestContext.Current.CancellationToken;
        var titles = new List<string>();
        while (await Deliveries.ClaimAsync(channel, ct) is { } delivery)
        {
            if (delivery.Posted is null)
                titles.Add((await Stories.StoryAsync(delivery.SubjectId, ct))!.Lead.Title);
            await Deliveries.SentAsync(delivery, new("message", Place: null, ContentHash: null, Clock.GetUtcNow()), ct);
        }

        return titles;
    }

    public void Dispose()
    {
        Database.Dispose();
        database.Dispose();
        folder.Dispose();
    }
}
