using System.Runtime.Versioning;
using Articles.Files;
using Desk.Archive;
using Desk.Database;
using Desk.Importing;
using Shared;

namespace Benchmarks;

/// <summary>Imports a folder of hostile entries again and again. Each import must end, and show the entries' neighbors.</summary>
[UnsupportedOSPlatform("windows")]
static class HostileFolder
{
    static readonly string[] Neighbors = ["neighbor.md", "sub/neighbor.md", "sub/deep/er.md/neighbor.md"];

    /// <summary>Longer than any import of these few files takes on a busy machine.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    const int EntriesPerImport = 400;

    /// <summary>A new folder after so many imports, so that it doesn't grow without end.</summary>
    const int ImportsPerFolder = 25;

    /// <param name="samples">Articles to change.</param>
    /// <param name="progress">Receives the number of entries so far.</param>
    /// <returns>What went wrong; nothing if all is well.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(
        IReadOnlyList<byte[]> samples, int entries, int seed, Action<int>? progress, CancellationToken ct)
    {
        var (failures, random) = (new List<string>(), new Random(seed));
        var mutations = new Mutations(samples, random);
        for (var done = 0; done < entries && failures.Count < 20;)
        {
            using var folder = new TemporaryFolder();
            using var database = new DeskDatabase(folder.File("news.db"));
            var content = Directory.CreateDirectory(folder.File("content")).FullName;
            var hostile = new HostileEntries(content, mutations, random);
            var importer = new ArticleImporter(database, new(content), TimeProvider.System) { ConfirmAfter = TimeSpan.Zero };
            for (var import = 0; import < ImportsPerFolder && done < entries; import++, done += EntriesPerImport)
            {
                hostile.Change(Math.Min(EntriesPerImport, entries - done));
                failures.AddRange(await LookAsync(importer, new(database), content, random.Next(), ct));
                progress?.Invoke(done);
            }

            hostile.Delete();
        }

        return failures;
    }

    static async Task<IReadOnlyList<string>> LookAsync(
        ArticleImporter importer, ArticleStore articles, string content, int number, CancellationToken ct)
    {
        try
        {
            var titles = Neighbors.Select(path => $"Neighbor {number} in {path}").ToList();
            foreach (var (path, title) in Neighbors.Zip(titles))
            {
                await File.WriteAllTextAsync(
                    Path.Combine(content, path),
                    $"---\ntitle: {title}\npublishedDateTime: 2099-12-31\nwebUrl: https://neighbor.example/{path}\n---\n",
                    ct);
            }

            var report = await importer.ImportAsync(TimeSpan.Zero, progress: null, ct).WaitAsync(Patience, ct);
            var again = await importer.ImportAsync(TimeSpan.Zero, progress: null, ct).WaitAsync(Patience, ct);
            var seen = (await articles.LatestAsync(0, 1000, ct)).Headlines.Select(headline => headline.Title).ToHashSet();
            return
            [
                .. titles.Where(title => !seen.Contains(title)).Select(title => $"hidden: {title}"),
                .. report.Unfinished > 0 ? [$"{report.Unfinished} files are never read"] : Array.Empty<string>(),
                .. again.ChangedAnything ? [$"a look at the same folder changed something: {Words(again)}"] : Array.Empty<string>(),
                .. report.Problems.Where(IsUnforeseen).Select(problem => problem.ToString()),
            ];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Any exception, and any import that doesn't end, is a bug.
            return [failure.ToString()];
        }
    }

    static bool IsUnforeseen(ContentProblem problem) => problem.Message.Contains("report this as a bug", StringComparison.Ordinal);

    static string Words(ImportReport report) =>
        $"{report.Files - report.Unchanged} read, {report.Held} held, {report.Waiting} missing, definitions changed: "
        + $"{report.HaveDefinitionsChanged}, {string.Join(", ", report.Changes.Select(change => $"{change.Kind} {change.Path}"))}";
}
