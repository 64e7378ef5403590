using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// New articles and commands keep coming while everything fails that can. At the end, each channel must have each article once.
/// </summary>
static class FaultsBenchmark
{
    /// <summary>One of these at a time, at random. The local Discord's README explains them.</summary>
    static readonly string[] Faults =
    [
        """{"gateway": "drop"}""",
        """{"gateway": "reconnect"}""",
        """{"gateway": "invalidate"}""",
        """{"gateway": "invalidate", "resumable": true}""",
        """{"gateway": "silence", "times": 2}""",
        """{"gateway": "duplicate", "times": 3}""",
        """{"gateway": "reorder"}""",
        """{"api": "create-message", "status": 500}""",
        """{"api": "create-message", "status": 502, "times": 3}""",
        """{"api": "create-message", "after": true}""",
        """{"api": "create-message", "drop": true}""",
        """{"api": "create-message", "drop": true, "after": true}""",
        """{"api": "create-message", "delay": 1.5}""",
        """{"api": "create-message", "status": 429, "scope": "user", "retry_after": 1.5}""",
        """{"api": "create-message", "status": 429, "scope": "global", "retry_after": 1}""",
        """{"api": "create-message", "status": 429, "scope": "shared", "retry_after": 2, "retry_after_header": 1}""",
        """{"api": "create-message", "status": 429, "body": "error code: 1015", "headers": {"Retry-After": "1"}}""",
        """{"api": "any", "status": 503}""",
    ];

    static readonly Option<int> Channels = new("--channels") { DefaultValueFactory = _ => 5 };
    static readonly Option<int> Seconds = new("--seconds") { DefaultValueFactory = _ => 120, Description = "How long to inject faults" };
    static readonly Option<int> Every = new("--every")
    {
        DefaultValueFactory = _ => 3,
        Description = "Seconds between faults; there is a new article every two seconds, and a command every second",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        const string description = "Posts and answers while Discord fails in every way; counts lost and doubled posts";
        var command = new Command("faults", description) { Channels, Seconds, Every };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Channels), parsed.GetValue(Seconds), parsed.GetValue(Every), ct));
        return command;
    }

    static async Task<int> RunAsync(int channels, int seconds, int every, CancellationToken ct)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        await using var desk = await DeskUnderLoad.OpenAsync(channels, articles: 1, ct);
        var (witness, clock) = (new Witness(desk.Channels), Stopwatch.StartNew());
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watched = desk.WatchAsync(witness, () => clock.Elapsed, watching.Token);
        await desk.StartAsync(ct);

        var (articles, faults, answered, unanswered) = (1, 0, 0, 0);
        var memory = new List<long>();
        for (var second = 1; second <= seconds; second++)
        {
            if (second % 2 == 0)
                desk.Write(articles++);
            if (second % every == 0)
            {
                await desk.FaultAsync(Faults[random.Next(Faults.Length)], ct);
                faults++;
            }

            _ = await desk.TryCommandAsync("/latest", ct) ? answered++ : unanswered++;
            if (second % Math.Max(1, seconds / 12) == 0)
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            if (TimeSpan.FromSeconds(second) - clock.Elapsed is { Ticks: > 0 } rest)
                await Task.Delay(rest, ct);
        }

        while ((await desk.DeliveriesAsync(ct)).GetValueOrDefault("sent") < channels * articles)
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        await watching.CancelAsync();
        await watched;

        var lost = desk.Channels.Sum(
            channel => Enumerable.Range(0, articles).Count(article => !witness.Saw(channel, DeskUnderLoad.Title(article))));
        var megabytes = string.Join(", ", memory.Select(bytes => $"{bytes / 1e6:0.0}"));
        AnsiConsole.Write(new Table()
            .AddColumns("", "figure")
            .AddRow("faults", $"{faults} in {clock.Elapsed.TotalSeconds:0} s, seed {seed}")
            .AddRow("posts", $"{channels * articles} to {channels} channels")
            .AddRow("lost", $"{lost}")
            .AddRow("doubled", $"{witness.Doubled}")
            .AddRow("commands answered", $"{answered} of {answered + unanswered}")
            .AddRow("managed memory over time", $"{megabytes} MB, without the local Discord"));
        return lost + witness.Doubled == 0 ? 0 : 1;
    }
}
