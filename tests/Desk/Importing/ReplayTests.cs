using System.Text.Json;
using Desk.Archive;
using Desk.Importing;
using Shared;

namespace Desk.Tests.Importing;

/// <summary>Two months of a real newsroom's commits, each written to a watched folder and imported.</summary>
public class ReplayTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_published_articles_are_new_and_only_visible_changes_are_edits()
    {
        using var desk = new TestDesk();
        foreach (var file in Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_news")))
            desk.WriteRaw(Path.GetFileName(file), await File.ReadAllTextAsync(file, Ct));
        await desk.ImportAsync();

        var recount = new Recount(Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_news")));
        foreach (var line in File.ReadLines(Checkout.Corpus("replay-2021-10-to-11.jsonl")))
        {
            using var commit = JsonDocument.Parse(line);
            foreach (var change in commit.RootElement.GetProperty("changes").EnumerateArray())
            {
                var path = Path.GetFileName(change.GetProperty("path").GetString()!);
                var text = change.GetProperty("text").GetString();
                if (text is null)
                    desk.Delete(path);
                else
                    desk.WriteRaw(path, text);
                recount.Change(path, text);
            }

            var report = await desk.ImportAsync();
            var (news, edits) = recount.Commit();
            Assert.Equal(news, Paths(report, ArticleChangeKind.New));
            Assert.Equal(edits, Paths(report, ArticleChangeKind.Edited));
        }

        Assert.Equal((await Fresh(desk)).Order(), (await State(desk)).Order());
    }

    static IEnumerable<string> Paths(ImportReport report, ArticleChangeKind kind) =>
        report.Changes.Where(change => change.Kind == kind).Select(change => change.Path).Order(StringComparer.Ordinal);

    /// <summary>The articles of a new database for the same folder.</summary>
    static async Task<IReadOnlyList<string>> Fresh(TestDesk desk)
    {
        using var fresh = new TestDesk(desk.ContentFolder);
        await fresh.ImportAsync();
        return await State(fresh);
    }

    static async Task<IReadOnlyList<string>> State(TestDesk desk)
    {
        var state = new List<string>();
        foreach (var headline in (await desk.Articles.LatestAsync(0, 1000, Ct)).Headlines)
            state.Add(JsonSerializer.Serialize((await desk.Articles.ArticleAsync(headline.Id, Ct))! with { Id = 0 }));
        return state;
    }

    /// <summary>Counts visible changes by comparing the text of files, without the fields that readers don't see.</summary>
    sealed class Recount
    {
        readonly Dictionary<string, string> files = [];
        readonly Dictionary<string, string> pending = [];
        readonly HashSet<string> seen = [];

        public Recount(IEnumerable<string> start)
        {
            foreach (var file in start)
                files[Path.GetFileName(file)] = File.ReadAllText(file);
            foreach (var (path, text) in files.Where(file => IsPublished(file.Value)))
                seen.Add(path);
        }

        public void Change(string path, string? text) => pending[path] = text ?? "";

        public (IEnumerable<string> News, IEnumerable<string> Edits) Commit()
        {
            var (news, edits) = (new List<string>(), new List<string>());
            foreach (var (path, text) in pending.OrderBy(change => change.Key, StringComparer.Ordinal))
            {
                var before = files.GetValueOrDefault(path, "");
                if (IsPublished(text) && seen.Add(path))
                    news.Add(path);
                else if (IsPublished(text) && IsPublished(before) && Seen(before) != Seen(text))
                    edits.Add(path);
                files[path] = text;
            }

            pending.Clear();
            return (news, edits);
        }

        static bool IsPublished(string text) => text.Length > 0 && !text.Contains("\npublished: false", StringComparison.Ordinal);

        static string Seen(string text) => string.Join('\n', text.Split('\n')
            .Select(line => line.TrimEnd())
            .Where(line => line.Length > 0 && !IsUnseen(line)));

        static bool IsUnseen(string line) =>
            line.StartsWith("heat:") || line.StartsWith("secured:") || line.TrimStart().StartsWith("quality:")
            || line.Contains("isCached:");
    }
}
