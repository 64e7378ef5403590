using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace Benchmarks;

/// <summary>Articles keep coming and members keep asking, while all goes wrong that can: afterwards each channel has each article once.</summary>
static class FaultsBenchmark
{
    /// <summary>One of these every second, at random. The local Discord's README tells what they do.</summary>
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
        """{"api": "create-message", "status": 429, "scope": "shared", "retry_after": 2}""",
        """{"api": "create-message", "status": 429, "scope": "proxy"}""",
        """{"api": "any", "status": 503}""",
    ];

    static readonly Option<int> Channels = new("--channels") { DefaultValueFactory = _ => 5 };
    static readonly Option<int> Seconds = new("--seconds") { DefaultValueFactory = _ => 120, Description = "How long faults go on; an article comes each second, at most 180" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("faults", "Posts and answers while Discord fails in every way, and counts what was lost or doubled") { Channels, Seconds };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Channels), Math.Clamp(parsed.GetValue(Seconds), 1, 180), ct));
        return command;
    }

    static async Task<int> RunAsync(int channels, int seconds, CancellationToken ct)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        await using var desk = await DeskUnderLoad.OpenAsync(channels, articles: 1, ct);
        await desk.StartAsync(ct);

        var clock = Stopwatch.StartNew();
        var (answered, unanswered, memory) = (0, 0, new List<long>());
        for (var second = 1; second <= seconds; second++)
        {
            desk.Write(second);
            await desk.FaultAsync(Faults[random.Next(Faults.Length)], ct);
            _ = await desk.TryCommandAsync("/latest", ct) ? answered++ : unanswered++;
            memory.Add(GC.GetTotalMemory(forceFullCollection: second % 10 == 0));
            if (TimeSpan.FromSeconds(second) - clock.Elapsed is { Ticks: > 0 } rest)
                await Task.Delay(rest, ct);
        }

        var posts = channels * (seconds + 1);
        while ((await desk.DeliveriesAsync(ct)).GetValueOrDefault("sent") < posts)
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);

        var titles = await desk.TitlesAsync(ct);
        var doubled = titles.Values.Sum(channel => channel.Count - channel.Distinct().Count());
        var lost = titles.Values.Sum(channel => seconds + 1 - channel.Distinct().Count());
        var afterCollections = memory.Where((_, index) => (index + 1) % 10 == 0).ToList();
        AnsiConsole.Write(new Table()
            .AddColumns("", "figure")
            .AddRow("faults", $"{seconds} in {clock.Elapsed.TotalSeconds:0} s, seed {seed}")
            .AddRow("posts", $"{posts} to {channels} channels")
            .AddRow("lost", $"{lost}")
            .AddRow("doubled", $"{doubled}")
            .AddRow("commands answered", $"{answered} of {answered + unanswered}")
            .AddRow("managed memory, first to last", $"{afterCollections[0] / 1e6:0.0} to {afterCollections[^1] / 1e6:0.0} MB, local Discord included"));
        return lost + doubled == 0 ? 0 : 1;
    }
}
