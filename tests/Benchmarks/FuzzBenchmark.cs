using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using News;
using News.Reading;
using Spectre.Console;

namespace Benchmarks;

/// <summary>Article files changed at random, in ways of people and of enemies: each must be read or refused, soon, and without a throw.</summary>
static partial class FuzzBenchmark
{
    static readonly Option<int> Files = new("--files") { DefaultValueFactory = _ => 100_000 };
    static readonly Option<int?> Seed = new("--seed") { Description = "To repeat a run" };

    static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>Escaped, such a text may be longer than fields may be.</summary>
    const int LongText = 20_000;

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("fuzz", "Reads article files that were changed at random, and tells what became of them") { Files, Seed };
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
                // A throw of any kind is what is looked for.
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
        table.AddRow("thrown", $"{thrown:N0}");
        table.AddRow($"slower than {Slow.TotalSeconds} s", $"{slow:N0}");
        table.AddRow("slowest", $"{slowestTime.TotalMilliseconds:N1} ms for {slowest.Length:N0} bytes, {Keep(slowest)}");
        table.AddRow("most allocated for one", $"{most / 1e6:N1} MB");
        table.AddRow("peak memory", $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
        table.AddRow("reading alone", $"{files / reading.TotalSeconds:N0} files/s, {bytes / reading.TotalSeconds / 1e6:N1} MB/s");
        AnsiConsole.Write(table);

        var problems = new Table().AddColumn("Problem").AddColumn(new TableColumn("Times").RightAligned());
        foreach (var (kind, times) in kinds.OrderByDescending(kind => kind.Value).Take(40))
            problems.AddRow(Markup.Escape(kind), $"{times:N0}");
        AnsiConsole.Write(problems);
        return thrown + slow == 0 ? 0 : 1;
    }

    /// <summary>What the desk does with an article: compares its links, searches its body; and it can be written and read again.</summary>
    static void Use(Article article)
    {
        foreach (var link in (Uri?[])[article.WebUrl, article.OriginalUrl, article.AmpWebUrl, article.CdnAmpWebUrl, .. article.Related.Select(related => related.Link)])
        {
            if (link is not null)
                LinkKey.Of(link);
        }

        BodyText.Plain(article.Body);
        if (article.Title.Length + article.Excerpt.Length > LongText)
            return;
        var again = ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(ArticleFile.Write(article)));
        if (again.Article is null || ArticleFile.Write(again.Article) != ArticleFile.Write(article))
            throw new InvalidDataException($"Written and read again it is another article. {string.Join(' ', again.Problems)}");
    }

    static List<byte[]> Samples()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Bot.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("Run it inside the repository: there is no Bot.sln above.");
        var corpus = Path.Combine(root.FullName, "..", "shared", "corpus", "powerapps-2021-10-01", "_news");
        string[] folders = Directory.Exists(corpus) ? [Path.Combine(root.FullName, "content"), corpus] : [Path.Combine(root.FullName, "content")];
        return [.. folders.SelectMany(folder => Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal)).Select(File.ReadAllBytes)];
    }

    static string Keep(byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"fuzz-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))[..12]}.md");
        File.WriteAllBytes(path, file);
        return path;
    }

    static string Kind(ContentProblem problem)
    {
        var kind = Specific().Replace(problem.Message, "…");
        return (problem.Severity is ContentSeverity.Warning ? "warning: " : "") + (kind.Length > 90 ? kind[..90] : kind);
    }

    [GeneratedRegex("\".*?\"(?= (is|has) )|(?<=0x|U\\+)[0-9A-F]+|\\d+|(?<=no field |by |^)\\S+(?=\\.| stands|\\?)", RegexOptions.Singleline)]
    private static partial Regex Specific();
}
