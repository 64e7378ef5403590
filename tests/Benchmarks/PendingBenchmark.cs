using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// A hundred channels with a thousand pending stories each: how close the bot gets to Discord's global limit.
/// </summary>
static class PendingBenchmark
{
    const int PerSecond = 50;

    static readonly TimeSpan Beginning = TimeSpan.FromSeconds(10);

    static readonly Option<int> Channels = new("--channels") { DefaultValueFactory = _ => 100 };
    static readonly Option<int> Stories = new("--stories") { DefaultValueFactory = _ => 1000 };
    static readonly Option<int> Seconds = new("--seconds") { DefaultValueFactory = _ => 60, Description = "How long it is watched" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("pending", "Works off a backlog, and measures the rate and the memory") { Channels, Stories, Seconds };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Channels), parsed.GetValue(Stories), parsed.GetValue(Seconds), ct));
        return command;
    }

    static async Task RunAsync(int channels, int stories, int seconds, CancellationToken ct)
    {
        await using var desk = await DeskUnderLoad.OpenAsync(channels, articles: 1, ct);
        var (witness, clock) = (new Witness(desk.Channels), Stopwatch.StartNew());
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watched = desk.WatchAsync(witness, () => clock.Elapsed, watching.Token);
        await desk.StartAsync(ct);
        for (var story = 1; story <= stories; story++)
            desk.Write(story);
        while ((await desk.DeliveriesAsync(ct)).Values.Sum() < channels * stories)
            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);

        await Task.Delay(Beginning, ct);
        var (posts, since) = (witness.Posts, clock.Elapsed);
        await Task.Delay(TimeSpan.FromSeconds(seconds), ct);
        var rate = (witness.Posts - posts) / (clock.Elapsed - since).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        var deliveries = await desk.DeliveriesAsync(ct);
        await watching.CancelAsync();
        await watched;
        var heap = GC.GetGCMemoryInfo();

        var inUse = GC.GetTotalMemory(forceFullCollection: true);
        AnsiConsole.Write(new Table()
            .AddColumns("", "figure")
            .AddRow("pending", $"{deliveries.GetValueOrDefault("pending")} to {channels} channels")
            .AddRow("posts per second", $"{rate:0.00} of {PerSecond} allowed: {rate / PerSecond:P1}")
            .AddRow("requests refused as too fast", $"{witness.TooFast}")
            .AddRow("doubled", $"{witness.Doubled}")
            .AddRow("memory, this process", $"{process.WorkingSet64 / 1e6:0} MB, at most {process.PeakWorkingSet64 / 1e6:0} MB")
            .AddRow("of which managed", $"{heap.TotalCommittedBytes / 1e6:0} MB held, {inUse / 1e6:0} MB in use"));
    }
}
