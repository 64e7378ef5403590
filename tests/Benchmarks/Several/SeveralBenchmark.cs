using System.CommandLine;
using System.Globalization;
using Shared;
using Spectre.Console;

namespace Benchmarks.Several;

/// <summary>Processes that share one PostgreSQL: how fast they post, however far away Discord is, and how soon others take over.</summary>
static class SeveralBenchmark
{
    const int Stories = 10;
    const int Deaths = 3;
    const double PerSecond = 50;

    /// <summary>Posts that come this much after their story waited for a process that was dead.</summary>
    static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    static readonly int[] RoundTrips = [5, 50, 150];

    const int Imported = 30_000;

    static readonly Option<FileInfo> Bot = new("--bot") { Description = "The released program", Required = true };
    static readonly Option<string> From = new("--from")
    {
        DefaultValueFactory = _ => "content",
        Description = "Folder with the articles to repeat for an import",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("several", "Posts with one process and with three on one PostgreSQL, and kills some") { Bot, From };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(Bot).FullName, parsed.GetRequiredValue(From), ct));
        return command;
    }

    static async Task RunAsync(string program, string from, CancellationToken ct)
    {
        using var server = PostgresServer.Open();
        await ImportAsync(server.CreateDatabase("imported"), from, ct);
        var rates = new Table().AddColumns("round trip", "what a slot that rests a second allows", "1 process", "3 processes");
        foreach (var milliseconds in RoundTrips)
        {
            var roundTrip = TimeSpan.FromMilliseconds(milliseconds);
            var (one, three) = (await RateAsync(1), await RateAsync(3));
            rates.AddRow($"{milliseconds} ms", Figure(PerSecond / (1 + roundTrip.TotalSeconds)), Figure(one), Figure(three));

            async Task<double> RateAsync(int processes)
            {
                var database = server.CreateDatabase($"rate_{milliseconds}_{processes}");
                await using var desk = await SeveralDesk.OpenAsync(database, program, processes, roundTrip, ct);
                desk.Write(Stories);
                return Steady(await desk.PostsAsync(Stories * SeveralDesk.Channels, ct));
            }
        }

        AnsiConsole.Write(rates);
        await DieAsync(server.CreateDatabase("deaths"), program, ct);
    }

    /// <summary>A first import into a file, and into a server's database.</summary>
    static async Task ImportAsync(string server, string from, CancellationToken ct)
    {
        using var desk = RepeatedDesk.Open(from, Imported);
        var (file, shared) = (await desk.ColdAsync(ct), await ImportProcess.RunAsync(desk.Folder, server, ct));
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"First import of {Imported:N0} articles: {file.Took.TotalSeconds:0.0} s, into PostgreSQL {shared.Took.TotalSeconds:0.0} s"));
    }

    /// <summary>Posts a second, without the first tenth and the last.</summary>
    static double Steady(IReadOnlyList<DateTimeOffset> posts)
    {
        var (first, last) = (posts.Count / 10, posts.Count * 9 / 10);
        return (last - first) / (posts[last] - posts[first]).TotalSeconds;
    }

    /// <summary>How many seconds after a death its channels got the story that came then, and what it cost in session starts.</summary>
    static async Task DieAsync(string database, string program, CancellationToken ct)
    {
        await using var desk = await SeveralDesk.OpenAsync(database, program, processes: 3, TimeSpan.FromMilliseconds(RoundTrips[1]), ct);
        var (gaps, starts) = (new List<double>(), await desk.SessionStartsLeftAsync(ct));
        for (var death = 1; death <= Deaths; death++)
        {
            var died = await desk.KillAsync(ct);
            desk.Write(count: 1);
            var posts = await desk.PostsAsync(death * SeveralDesk.Channels, ct);
            gaps.AddRange(posts.Where(post => post > died + Late).Select(post => (post - died).TotalSeconds));
            desk.Start();
            await desk.UntilSharedAsync(3, ct);
        }

        gaps.Sort();
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"From a death to the successors' posts, {gaps.Count} posts: median {gaps[gaps.Count / 2]:0.0} s, worst {gaps[^1]:0.0} s"));
        AnsiConsole.WriteLine($"{Deaths} deaths, {Deaths} new processes: {starts - await desk.SessionStartsLeftAsync(ct)} session starts");
    }

    static string Figure(double perSecond) => perSecond.ToString("0.0", CultureInfo.InvariantCulture);
}
