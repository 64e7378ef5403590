using Articles.Files;

namespace Desk.Importing;

/// <summary>What is known of files that were read before, and are not in the folder now.</summary>
/// <param name="Gone">Their articles are withdrawn now.</param>
/// <param name="Held">Files that stay until they are back or somebody confirms; by path, with the folder that lost too many.</param>
/// <param name="Waiting">Files that may be back at the next look: a checkout removes files for a moment.</param>
sealed record Absences(
    IReadOnlyList<ContentFile> Gone, IReadOnlyDictionary<string, string> Held, IReadOnlySet<string> Waiting)
{
    public static Absences None { get; } = new([], new Dictionary<string, string>(), new HashSet<string>());

    /// <summary>Whether the file's article stays, although the file is missing.</summary>
    public bool Include(string path) => Waiting.Contains(path) || Held.ContainsKey(path);
}

/// <summary>
/// Decides when a missing file counts as deleted: when it is still missing at a later look. When more than half of a folder's files
/// disappear at once, somebody must confirm it first.
/// </summary>
sealed class MissingFiles(TimeProvider clock)
{
    /// <summary>Fewer files than this are never too many at once.</summary>
    const int FewestHeld = 5;

    /// <summary>When each file was first missed, as the clock's timestamp: a wall clock may jump.</summary>
    readonly Dictionary<string, long> missedAt = [];

    /// <summary>The numbers of files before any of those that are waited for was missed; files that are new since don't count.</summary>
    Dictionary<(string Folder, bool IsArticle), int>? had;

    /// <param name="missing">The known files that are not in the folder.</param>
    /// <param name="confirmAfter">How long a file must be missing.</param>
    public Absences Decide(
        IReadOnlyCollection<KnownFile> missing, IReadOnlyDictionary<string, KnownFile> known, TimeSpan confirmAfter)
    {
        var paths = missing.Select(file => file.File.Path).ToHashSet();
        foreach (var back in missedAt.Keys.Where(path => !paths.Contains(path)).ToList())
            missedAt.Remove(back);
        if (missedAt.Count == 0)
            had = null;
        if (missing.Count == 0)
            return Absences.None;

        var tooMany = FoldersWithTooMany(missing, known.Values);
        var (gone, held, waiting) = (new List<ContentFile>(), new Dictionary<string, string>(), new HashSet<string>());
        foreach (var file in missing)
        {
            var path = file.File.Path;
            var folder = file.MissingFrom ?? Above(path).LastOrDefault(folder => tooMany.Contains((folder, IsArticle(file))));
            var isStillMissing = file.MissingFrom is not null || IsStillMissing(path, confirmAfter);
            if (file.IsConfirmed || (isStillMissing && folder is null))
                gone.Add(file.File);
            else if (isStillMissing)
                held[path] = folder!;
            else
                waiting.Add(path);
            if (isStillMissing)
                missedAt.Remove(path);
        }

        return new(gone, held, waiting);
    }

    bool IsStillMissing(string path, TimeSpan confirmAfter)
    {
        missedAt.TryAdd(path, clock.GetTimestamp());
        return clock.GetElapsedTime(missedAt[path]) >= confirmAfter;
    }

    /// <summary>
    /// A folder of which files are held loses no others, either. Articles count apart from topics and providers, which may be many more.
    /// </summary>
    HashSet<(string Folder, bool IsArticle)> FoldersWithTooMany(IReadOnlyCollection<KnownFile> missing, IEnumerable<KnownFile> known)
    {
        var held = missing.Where(IsHeld).Select(file => (file.MissingFrom!, IsArticle(file)));
        var lost = missing.Count < FewestHeld ? [] : CountByFolder(missing);
        had ??= CountByFolder(known);
        var tooMany = lost.Where(one => one.Value >= FewestHeld && one.Value * 2 > had.GetValueOrDefault(one.Key));
        return [.. tooMany.Select(one => one.Key), .. held];
    }

    static bool IsHeld(KnownFile file) => file is { MissingFrom: not null, IsConfirmed: false };

    static Dictionary<(string Folder, bool IsArticle), int> CountByFolder(IEnumerable<KnownFile> files)
    {
        var counts = new Dictionary<(string, bool), int>();
        foreach (var file in files.Where(file => file.MissingFrom is null))
        {
            foreach (var folder in Above(file.File.Path))
                counts[(folder, IsArticle(file))] = counts.GetValueOrDefault((folder, IsArticle(file))) + 1;
        }

        return counts;
    }

    /// <summary>The folders that a file is in, from the innermost to the content folder.</summary>
    static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
            yield return path[..end];
        yield return ContentProblem.WholeFolder;
    }

    static bool IsArticle(KnownFile file) => file.File.Kind is ContentKind.Article;
}
