using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Articles;
using Articles.Files;
using Articles.Text;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// Article files with random changes, as by mistake or in bad faith: each must be read or rejected quickly and without an exception.
/// </summary>
static partial class FuzzBenchmark
{
    static readonly Option<int> Files = new("--files") { DefaultValueFactory = _ => 100_000 };
    static readonly Option<int?> Seed = new("--seed") { Description = "Repeats a run" };

    static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>When escaped, a longer text could exceed the limit of a field.</summary>
    const int LongText = 20_000;

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("fuzz", "Reads article files with random changes, and counts the results") { Files, Seed };
        command.SetAction(parsed => Run(parsed.GetValue(Files), parsed.GetValue(Seed) ?? Random.Shared.Next()));
        return command;
    }

    static int Run(int files, int seed)
    {
        var samples = Samples();
        var mutations = new Mutations(samples, new(seed));
        samples.ForEach(sample => ArticleReader.Read("warm-up.md", sample));
        var kinds = new Dictionary<string, int>();
        var (articles, thrown, slow, bytes, most) = (0, 0, 0, 0L, 0L);
        var (slowest, slowestTime) = (Array.Empty<byte>(), TimeSpan.Zero);
        var (reading, clock) = (TimeSpan.Zero, Stopwatch.StartNew());

        for (var file = 0; file < files; file++)
        {
            var mutated = mutations.Next();
            bytes += mutated.Length;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = clock.Elapsed;
            try
            {
                var read = ArticleReader.Read("a.md", mutated, DateTimeOffset.UnixEpoch.AddYears(60));
                reading += clock.Elapsed - start;
                foreach (var problem in read.Problems)
                    kinds[Kind(problem)] = kinds.GetValueOrDefault(Kind(problem)) + 1;
                if (read.Article is { } article)
                {
                    articles++;
                    Use(article);
                }
            }
            catch (Exception failure)
            {
                // Any exception is a bug.
                thrown++;
                Console.WriteLine($"{Keep(mutated)}: {failure}");
            }

            var time = clock.Elapsed - start;
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - allocated);
            slow += time > Slow ? 1 : 0;
            if (time > slowestTime)
                (slowest, slowestTime) = (mutated, time);
        }

        var table = new Table().AddColumn("").AddColumn(new TableColumn("").RightAligned()).HideHeaders();
        table.AddRow("files", $"{files:N0} from {samples.Count:N0} samples, seed {seed}");
        table.AddRow("articles", $"{articles:N0}");
        table.AddRow("exceptions", $"{thrown:N0}");
        table.AddRow($"slower than {Slow.TotalSeconds} s", $"{slow:N0}");
        table.AddRow("slowest", $"{slowestTime.TotalMilliseconds:N1} ms for {slowest.Length:N0} bytes, {Keep(slowest)}");
        table.AddRow("most allocated for one file", $"{most / 1e6:N1} MB");
        table.AddRow("peak memory", $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
        table.AddRow("reading alone", $"{files / reading.TotalSeconds:N0} files/s, {bytes / reading.TotalSeconds / 1e6:N1} MB/s");
        AnsiConsole.Write(table);

        var problems = new Table().AddColumn("Problem").AddColumn(new TableColumn("Times").RightAligned());
        foreach (var (kind, times) in kinds.OrderByDescending(kind => kind.Value).Take(40))
            problems.AddRow(Markup.Escape(kind), $"{times:N0}");
        AnsiConsole.Write(problems);
        return thrown + slow == 0 ? 0 : 1;
    }

    /// <summary>
    /// Does what the desk does with an article: makes keys of its links, extracts the text of its body; then writes it and reads it back.
    /// </summary>
    static void Use(Article article)
    {
        Uri?[] own = [article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl];
        foreach (var link in own.Concat(article.Related.Select(related => related.Link)))
        {
            if (link is not null)
                LinkKey.Of(link);
        }

        BodyText.Plain(article.Body);
        if (article.Title.Length + article.Excerpt.Length > LongText)
            return;
        var again = ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(ArticleFile.Write(article)));
        if (again.Article is null || ArticleFile.Write(again.Article) != ArticleFile.Write(article))
            throw new InvalidDataException($"The article changed when it was written and read back. {string.Join(' ', again.Problems)}");
    }

    public static List<byte[]> Samples()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Bot.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("Run it inside the repository: there is no Bot.sln above.");
        var corpus = Path.Combine(root.FullName, "..", "shared", "corpus", "powerapps-2021-10-01", "_news");
        var content = Path.Combine(root.FullName, "content");
        string[] folders = Directory.Exists(corpus) ? [content, corpus] : [content];
        var files = folders.SelectMany(folder => Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal));
        return [.. files.Select(File.ReadAllBytes)];
    }

    static string Keep(byte[] file)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(file))[..12];
        var path = Path.Combine(Path.GetTempPath(), $"fuzz-{name}.md");
        File.WriteAllBytes(path, file);
        return path;
    }

    static string Kind(ContentProblem problem)
    {
        var kind = Specific().Replace(problem.Message, "…");
        return (problem.Severity is ContentSeverity.Warning ? "warning: " : "") + (kind.Length > 90 ? kind[..90] : kind);
    }

    [GeneratedRegex("\".*?\"|(?<=0x|U\\+)[0-9A-F]+|\\d+|^\\S+(?= appears)", RegexOptions.Singleline)]
    private static partial Regex Specific();
}
