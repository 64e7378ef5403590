using System.Diagnostics;
using System.Globalization;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Articles.Files;
using Desk.Archive;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Desk.Database;
using Desk.Importing;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>
/// A content folder with copies of a few articles, and its database. Each copy of the set has its own links, related links, headlines
/// and days, with the same distances as the original. So each copy has the same stories as the original, and no story mixes copies.
/// </summary>
sealed partial class RepeatedDesk : IDisposable
{
    static readonly TimeSpan Apart = TimeSpan.FromMinutes(17);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("news-benchmark-");
    readonly List<string> words = [];

    RepeatedDesk() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(folder.FullName, "content");

    /// <summary>The number of original articles.</summary>
    public int Originals { get; private init; }

    public string DatabaseFile => Path.Combine(folder.FullName, "news.db");

    public static RepeatedDesk Open(string from, int files)
    {
        var originals = new ContentFolder(from).Files().Where(file => file.Kind is ContentKind.Article)
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => File.ReadAllText(Path.Combine(from, file.Path)))
            .ToList();
        var desk = new RepeatedDesk { Originals = originals.Count };
        for (var i = 0; i < files; i++)
        {
            var copy = Repeat(originals[i % originals.Count], i, copy: i / originals.Count, Apart * originals.Count);
            File.WriteAllText(Path.Combine(desk.Folder, $"{i:000000}.md"), copy);
        }

        desk.words.AddRange(
            originals.SelectMany(text => Word().Matches(text).Select(word => word.Value)).Distinct().Order(StringComparer.Ordinal));
        return desk;
    }

    /// <summary>Runs the first import, in a separate process.</summary>
    public Task<ColdImport> ColdAsync(CancellationToken ct) => ImportProcess.RunAsync(Folder, DatabaseFile, ct);

    /// <inheritdoc cref="LeastImport"/>
    public TimeSpan Least() => LeastImport.Run(Folder, DatabaseFile, Path.Combine(folder.FullName, "copy.db"));

    /// <summary>Imports the unchanged folder, as after a restart.</summary>
    public async Task<TimeSpan> RestartAsync(CancellationToken ct)
    {
        SqliteConnection.ClearAllPools();
        var clock = Stopwatch.StartNew();
        await Importer().ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
        return clock.Elapsed;
    }

    /// <summary>Reads only the name, size and time of every file.</summary>
    public void Walk()
    {
        var entries = new FileSystemEnumerable<(string Name, long Size, DateTimeOffset Time)>(
            Folder,
            static (ref entry) => (entry.FileName.ToString(), entry.Length, entry.LastWriteTimeUtc),
            new() { RecurseSubdirectories = true });
        var total = 0L;
        foreach (var (_, size, _) in entries)
            total += size;
        ArgumentOutOfRangeException.ThrowIfZero(total);
    }

    /// <summary>Changes a file, imports it, and searches for its new word.</summary>
    public async Task<TimeSpan> ChangeAsync(CancellationToken ct)
    {
        var latest = await new ArticleStore(new(DatabaseFile)).LatestAsync(0, 1, ct);
        var file = Path.Combine(Folder, latest.Headlines[0].Path);
        var text = await File.ReadAllTextAsync(file, ct);
        var clock = Stopwatch.StartNew();
        await File.WriteAllTextAsync(file, Title().Replace(text, "title: \"Xylophone found\"", 1), ct);
        await Importer().ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
        var database = new DeskDatabase(DatabaseFile);
        var found = await new ArchiveSearch(database, new(database), TimeProvider.System).FindAsync("xylophone", QuestionFilters.None, ct);
        ArgumentOutOfRangeException.ThrowIfNotEqual(found.Articles.Count, 1);
        return clock.Elapsed;
    }

    /// <summary>Runs each kind of query many times; the times are sorted.</summary>
    public async Task<IReadOnlyList<(string What, List<TimeSpan> Times)>> AskAsync(int queries, CancellationToken ct)
    {
        var database = new DeskDatabase(DatabaseFile);
        var (store, search) = (new ArticleStore(database), new ArchiveSearch(database, new(database), TimeProvider.System));
        var topics = await store.TopicsLikeAsync("", 25, ct);
        var random = new Random(1);
        return
        [
            ("latest ten", await TimesAsync(queries, _ => store.LatestAsync(0, 10, ct))),
            ("latest ten of a topic", await TimesAsync(queries, i => store.InTopicAsync(topics[i % topics.Count], 0, 10, ct))),
            ("search for a word", await TimesAsync(queries, _ => SearchAsync(AnyWord()))),
            ("search for two words", await TimesAsync(queries, _ => SearchAsync($"{AnyWord()} {AnyWord()}"))),
            ("search for the beginning of a word", await TimesAsync(queries, _ => SearchAsync(AnyWord()[..3]))),
        ];

        string AnyWord() => words[random.Next(words.Count)];

        Task SearchAsync(string text) => search.FindAsync(text, QuestionFilters.None, ct);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    ArticleImporter Importer() => new(new DeskDatabase(DatabaseFile), new(Folder), TimeProvider.System);

    static async Task<List<TimeSpan>> TimesAsync(int queries, Func<int, Task> ask)
    {
        var times = new List<TimeSpan>(queries);
        for (var i = 0; i < queries; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask(i);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        times.Sort();
        return times;
    }

    /// <param name="i">A number for the excerpt, so that each article has a word of its own.</param>
    /// <param name="apart">How much earlier each copy is than the previous one.</param>
    static string Repeat(string text, int i, int copy, TimeSpan apart)
    {
        text = Title().Replace(text, match => With(match.Value, copy), 1);
        text = Excerpt().Replace(text, match => With(match.Value, i), 1);
        text = Date().Replace(text, match => Text(DateTimeOffset.Parse(match.Value, CultureInfo.InvariantCulture) - (apart * copy)), 1);
        return Link().Replace(text, match => $"{match.Value}{copy}/");
    }

    static string With(string line, int number) => line.EndsWith('"') ? $"{line[..^1]} {number}\"" : $"{line} {number}";

    static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex("^title:.*$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("^excerpt:.*$", RegexOptions.Multiline)]
    private static partial Regex Excerpt();

    [GeneratedRegex("(?<=^publishedDateTime: ).*$", RegexOptions.Multiline)]
    private static partial Regex Date();

    /// <summary>Up to the end of the host, or of the publisher's host in an address of an AMP cache.</summary>
    [GeneratedRegex("""^[ -]*[a-zA-Z]*Url: "?https?://(?:[^/"]+/c/s/)?[^/"]+/""", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Word();
}
