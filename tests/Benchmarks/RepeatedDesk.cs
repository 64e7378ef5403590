using System.Diagnostics;
using System.Globalization;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using News.Importing;
using News.Reading;
using News.Storage;

namespace Benchmarks;

/// <summary>
/// A content folder with a few articles repeated to many, and its database. Each copy of all of them has links, related links,
/// headlines and days of its own, as far apart as in the original: so each copy has the stories that the original has,
/// and none has articles of two copies.
/// </summary>
sealed partial class RepeatedDesk : IDisposable
{
    static readonly TimeSpan Apart = TimeSpan.FromMinutes(17);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("news-benchmark-");
    readonly List<string> words = [];

    RepeatedDesk() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(folder.FullName, "content");

    /// <summary>How many articles are repeated.</summary>
    public int Originals { get; private init; }

    string DatabaseFile => Path.Combine(folder.FullName, "news.db");

    public static RepeatedDesk Open(string from, int files)
    {
        var originals = new ContentFolder(from).Files().Where(file => file.Kind is ContentKind.Article)
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => File.ReadAllText(Path.Combine(from, file.Path)))
            .ToList();
        var desk = new RepeatedDesk { Originals = originals.Count };
        for (var i = 0; i < files; i++)
            File.WriteAllText(Path.Combine(desk.Folder, $"{i:000000}.md"), Repeat(originals[i % originals.Count], i, copy: i / originals.Count, Apart * originals.Count));
        desk.words.AddRange(originals.SelectMany(text => Word().Matches(text).Select(word => word.Value)).Distinct().Order(StringComparer.Ordinal));
        return desk;
    }

    /// <summary>Imports all for the first time, in a process of its own.</summary>
    public Task<ColdImport> ColdAsync(CancellationToken ct) => ImportProcess.RunAsync(Folder, DatabaseFile, ct);

    /// <inheritdoc cref="LeastImport"/>
    public TimeSpan Least() => LeastImport.Run(Folder, DatabaseFile, Path.Combine(folder.FullName, "copy.db"));

    /// <summary>Imports once more what has not changed, as after a restart.</summary>
    public async Task<TimeSpan> RestartAsync(CancellationToken ct)
    {
        SqliteConnection.ClearAllPools();
        var clock = Stopwatch.StartNew();
        await Importer().ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
        return clock.Elapsed;
    }

    /// <summary>Reads the name, size and time of every file, and no more.</summary>
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

    /// <summary>Changes a file and imports, until its new word is found.</summary>
    public async Task<TimeSpan> ChangeAsync(CancellationToken ct)
    {
        var latest = await new ArticleStore(new(DatabaseFile)).LatestAsync(0, 1, ct);
        var file = Path.Combine(Folder, latest.Headlines[0].Path);
        var text = await File.ReadAllTextAsync(file, ct);
        var clock = Stopwatch.StartNew();
        await File.WriteAllTextAsync(file, Title().Replace(text, "title: \"Xylophone found\"", 1), ct);
        await Importer().ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
        var found = await new ArticleStore(new(DatabaseFile)).SearchAsync("xylophone", 0, 5, ct);
        ArgumentOutOfRangeException.ThrowIfNotEqual(found.Headlines.Count, 1);
        return clock.Elapsed;
    }

    /// <summary>What members ask for, over and over: times in order.</summary>
    public async Task<IReadOnlyList<(string What, List<TimeSpan> Times)>> AskAsync(int queries, CancellationToken ct)
    {
        var store = new ArticleStore(new(DatabaseFile));
        var topics = await store.TopicsLikeAsync("", 25, ct);
        var random = new Random(1);
        return
        [
            ("latest ten", await TimesAsync(queries, _ => store.LatestAsync(0, 10, ct))),
            ("latest ten of a topic", await TimesAsync(queries, i => store.InTopicAsync(topics[i % topics.Count], 0, 10, ct))),
            ("search for a word", await TimesAsync(queries, _ => store.SearchAsync(words[random.Next(words.Count)], 0, 10, ct))),
            ("search for two words", await TimesAsync(queries, _ => store.SearchAsync($"{words[random.Next(words.Count)]} {words[random.Next(words.Count)]}", 0, 10, ct))),
            ("search for the beginning of a word", await TimesAsync(queries, _ => store.SearchAsync(words[random.Next(words.Count)][..3], 0, 10, ct))),
        ];
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    ArticleImporter Importer() => new(new NewsDatabase(DatabaseFile), new(Folder), TimeProvider.System);

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

    /// <param name="i">Stands in the excerpt, so that there are ever more words to be found.</param>
    /// <param name="apart">How much earlier each copy is than the one before.</param>
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

    /// <summary>To the end of the host, or of the host that an AMP cache has the page from.</summary>
    [GeneratedRegex("""^[ -]*[a-zA-Z]*Url: "?https?://(?:[^/"]+/c/s/)?[^/"]+/""", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Word();
}
