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

    static readonly Option<FileInfo> Bot = new("--bot") { Description = "The released program", Required = true };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("several", "Posts with one process and with three on one PostgreSQL, and kills some") { Bot };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(Bot).FullName, ct));
        return command;
    }

    static async Task RunAsync(string program, CancellationToken ct)
    {
        using var server = PostgresServer.Open();
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
        var gaps = await GapsAsync(server.CreateDatabase("deaths"), program, ct);
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"From a death to the successors' posts, {gaps.Count} posts: median {gaps[gaps.Count / 2]:0.0} s, worst {gaps[^1]:0.0} s"));
    }

    /// <summary>Posts a second, without the first tenth and the last.</summary>
    static double Steady(IReadOnlyList<DateTimeOffset> posts)
    {
        var (first, last) = (posts.Count / 10, posts.Count * 9 / 10);
        return (last - first) / (posts[last] - posts[first]).TotalSeconds;
    }

    /// <summary>How many seconds after a death its channels got the story that came then.</summary>
    static async Task<IReadOnlyList<double>> GapsAsync(string database, string program, CancellationToken ct)
    {
        await using var desk = await SeveralDesk.OpenAsync(database, program, processes: 3, TimeSpan.FromMilliseconds(RoundTrips[1]), ct);
        var gaps = new List<double>();
        for (var death = 1; death <= Deaths; death++)
        {
            var died = await desk.KillAsync(ct);
            desk.Write(count: 1);
            var posts = await desk.PostsAsync(death * SeveralDesk.Channels, ct);
            gaps.AddRange(posts.Where(post => post > died + Late).Select(post => (post - died).TotalSeconds));
            desk.Start();
            await desk.UntilSharedAsync(3, ct);
        }

        return [.. gaps.Order()];
    }

    static string Figure(double perSecond) => perSecond.ToString("0.0", CultureInfo.InvariantCulture);
}
