using Bot.Meaning;
using Desk.Archive.Meaning;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Desk.Database;
using Desk.Importing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks.Answers;

/// <summary>A desk with the corpus's articles and topics, on the day on which they were written down.</summary>
sealed class AnswersDesk : IDisposable
{
    /// <summary>A page of results.</summary>
    public const int Page = 10;

    static readonly DateTimeOffset Day = new(2021, 10, 1, 12, 0, 0, TimeSpan.Zero);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("news-answers-");
    readonly Dictionary<long, string> files = [];
    readonly EmbeddingProcess generator;
    readonly EmbeddingWorker worker;

    /// <param name="program">The folder with the bot and its model.</param>
    AnswersDesk(string program, bool isByWords)
    {
        Database = new(Path.Combine(folder.FullName, "news.db"));
        EmbeddingStore store = new(Database);
        var idle = TimeSpan.FromMinutes(5);
        generator = new(EmbeddingProgram.For(Path.Combine(program, "models", MiniLm.Name), program), idle, TimeProvider.System);
        Meaning = new(store, generator, MiniLm.Name, idle, TimeProvider.System);
        var lease = new DeskLease(new(Database, TimeProvider.System));
        worker = new(lease, store, generator, MiniLm.Name, int.MaxValue, TimeProvider.System, NullLogger<EmbeddingWorker>.Instance);
        Search = new(
            Database,
            new(Database),
            new StoppedClock(),
            isByWords ? null : Meaning.NearestAsync,
            ModelWords.In(Path.Combine(program, "models", MiniLm.Name)));
    }

    public MeaningSearch Meaning { get; }

    public DeskDatabase Database { get; }

    public ArchiveSearch Search { get; }

    public IReadOnlyList<(string File, string Title, string Excerpt)> Articles { get; private set; } = [];

    public static async Task<AnswersDesk> OpenAsync(string corpus, string program, bool isByWords, CancellationToken ct)
    {
        var desk = new AnswersDesk(program, isByWords);
        var content = desk.folder.CreateSubdirectory("content");
        var topics = content.CreateSubdirectory("topics");
        foreach (var file in Directory.GetFiles(Path.Combine(corpus, "_news")))
            File.Copy(file, Path.Combine(content.FullName, Path.GetFileName(file)));
        foreach (var file in Directory.GetFiles(Path.Combine(corpus, "_data", "topics")))
            File.Copy(file, Path.Combine(topics.FullName, Path.GetFileName(file)));
        await new ArticleImporter(desk.Database, new(content.FullName), new StoppedClock()).ImportAsync(TimeSpan.Zero, progress: null, ct);
        if (!isByWords)
            await desk.worker.ReadAllAsync(ct);
        desk.Read();
        return desk;
    }

    /// <summary>The files of the articles that were found, those of one story together, the best first.</summary>
    public async Task<(SearchResults Results, IReadOnlyList<string> Files)> FindAsync(string question, CancellationToken ct)
    {
        var results = await Search.FindAsync(question, QuestionFilters.None, ct);
        return (results, [.. results.Ranked.Select(ranked => files[ranked.Candidate.Id])]);
    }

    /// <summary>The files that are nearest in meaning alone.</summary>
    public async Task<IReadOnlyList<string>> NearestAsync(string question, CancellationToken ct) =>
        [.. (await Meaning.NearestAsync(question, among: null, Page, ct))?.Cosines.Select(hit => files[hit.Id]) ?? []];

    public void Dispose()
    {
        worker.Dispose();
        Meaning.Dispose();
        generator.Dispose();
        Database.Dispose();
        folder.Delete(recursive: true);
    }

    void Read()
    {
        using var connection = new SqliteConnection($"Data Source={Database.File};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("select id, path, title, excerpt from listed_articles", connection);
        using var reader = command.ExecuteReader();
        var articles = new List<(string, string, string)>();
        while (reader.Read())
        {
            files[reader.GetInt64(0)] = reader.GetString(1);
            articles.Add((reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        }

        Articles = articles;
    }

    sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Day;
    }
}
