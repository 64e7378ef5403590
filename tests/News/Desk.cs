using Microsoft.Extensions.Time.Testing;
using News.Importing;
using News.Reading;
using News.Storage;
using Shared;

namespace News.Tests;

/// <summary>A content folder, a database and a clock of one test.</summary>
sealed class Desk : IDisposable
{
    readonly TemporaryFolder folder = new();

    public Desk(string? contentFolder = null)
    {
        Directory.CreateDirectory(folder.File("content"));
        Database = new(folder.File("news.db"));
        Importer = new(Database, new ContentFolder(contentFolder ?? folder.File("content"), Clock), Clock);
        Articles = new(Database);
        Subscriptions = new(Database, Clock);
        Deliveries = new(Database, Clock);
        Stories = new(Database, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-11-24T12:00:00Z"));

    public NewsDatabase Database { get; }

    public ArticleImporter Importer { get; }

    public ArticleStore Articles { get; }

    public SubscriptionStore Subscriptions { get; }

    public DeliveryStore Deliveries { get; }

    public StoryStore Stories { get; }

    public string ContentFolder => folder.File("content");

    public string DatabaseFile => folder.File("news.db");

    /// <summary>Writes an article file; <paramref name="fields"/> are further lines of its front matter.</summary>
    public void Write(string path, string title, string publishedAt = "2026-11-20T08:00Z", string fields = "") =>
        WriteRaw(path, $"---\ntitle: \"{title}\"\npublishedDateTime: {publishedAt}\nwebUrl: https://gazette.example/{path}\n{fields}\n---\n");

    public void WriteRaw(string path, string text)
    {
        folder.Write("content/" + path, text);
        // Two writes within the file system's resolution must not look like one.
        Clock.Advance(TimeSpan.FromSeconds(1));
        File.SetLastWriteTimeUtc(folder.File("content/" + path), Clock.GetUtcNow().UtcDateTime);
    }

    public void Delete(string path) => File.Delete(folder.File("content/" + path));

    public Task<ImportReport> ImportAsync(TimeSpan patience = default) => Importer.ImportAsync(patience, progress: null, TestContext.Current.CancellationToken);

    /// <summary>The titles that readers may see, newest first.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync() =>
        [.. (await Articles.LatestAsync(0, 1000, TestContext.Current.CancellationToken)).Headlines.Select(headline => headline.Title)];

    /// <summary>Claims and records as sent all that is due for the channel, and tells the titles in order.</summary>
    public async Task<IReadOnlyList<string>> DeliverAsync(string channel)
    {
        var ct = TestContext.Current.CancellationToken;
        var titles = new List<string>();
        while (await Deliveries.ClaimAsync(channel, ct) is { } delivery)
        {
            if (delivery.Posted is null)
                titles.Add((await Stories.StoryAsync(delivery.SubjectId, ct))!.Lead.Title);
            await Deliveries.SentAsync(delivery, new("message", Place: null, Said: null, Clock.GetUtcNow()), ct);
        }

        return titles;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new($"Data Source={DatabaseFile}"));
        folder.Dispose();
    }
}
