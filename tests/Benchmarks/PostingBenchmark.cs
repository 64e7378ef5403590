using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// Posts as fast as Discord's limits allow while members use commands. The limits are five messages in five seconds per channel, and
/// fifty requests per second in total.
/// </summary>
static class PostingBenchmark
{
    const int PerWindow = 5;
    const int PerSecond = 50;
    static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    static readonly Option<int> Channels = new("--channels") { DefaultValueFactory = _ => 40, Description = "Number of channels" };
    static readonly Option<int> Articles = new("--articles")
    {
        DefaultValueFactory = _ => 50,
        Description = "Number of posts to each channel",
    };
    static readonly Option<int> Commands = new("--commands")
    {
        DefaultValueFactory = _ => 200,
        Description = "Number of commands used meanwhile",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        const string description = "Posts to many channels under Discord's limits while it answers commands";
        var command = new Command("posting", description) { Channels, Articles, Commands };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Channels), parsed.GetValue(Articles), parsed.GetValue(Commands), ct));
        return command;
    }

    static async Task RunAsync(int channels, int articles, int commands, CancellationToken ct)
    {
        await using var desk = await DeskUnderLoad.OpenAsync(channels, articles, ct);
        var least = Least(channels, articles);
        var witness = new Witness(desk.Channels);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var clock = Stopwatch.StartNew();
        var watched = desk.WatchAsync(witness, () => clock.Elapsed, watching.Token);
        await desk.StartAsync(ct);

        var answers = AnswersAsync(desk, commands, least, ct);
        while ((await desk.DeliveriesAsync(ct)).GetValueOrDefault("sent") < channels * articles)
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        var milliseconds = await answers;
        milliseconds.Sort();
        await watching.CancelAsync();
        await watched;

        var took = witness.LastPost!.Value - witness.FirstPost!.Value;
        AnsiConsole.Write(new Table()
            .AddColumns("", "figure")
            .AddRow("posts", $"{channels * articles} to {channels} channels")
            .AddRow("first post after", $"{witness.FirstPost.Value.TotalSeconds:0.00} s")
            .AddRow("from first to last", $"{took.TotalSeconds:0.00} s")
            .AddRow("minimum under the limits", $"{least.TotalSeconds:0.00} s")
            .AddRow("rate reached", $"{least / took:P1}")
            .AddRow("requests refused as too fast", $"{witness.TooFast}")
            .AddRow("commands answered", $"{milliseconds.Count}")
            .AddRow("answer, median", $"{milliseconds[milliseconds.Count / 2]:0.0} ms")
            .AddRow("answer, p99", $"{milliseconds[(int)(milliseconds.Count * 0.99) - 1]:0.0} ms"));
    }

    /// <summary>
    /// A channel's last window opens after all earlier ones have passed, and then the messages of all channels' last windows must pass
    /// the global limit.
    /// </summary>
    public static TimeSpan Least(int channels, int articles)
    {
        var earlier = (articles - 1) / PerWindow;
        var last = channels * (articles - earlier * PerWindow);
        var byChannel = earlier * Window + TimeSpan.FromSeconds((last - 1) / PerSecond);
        var altogether = TimeSpan.FromSeconds((channels * articles - 1) / PerSecond);
        return byChannel > altogether ? byChannel : altogether;
    }

    /// <summary>Spreads the commands over the minimum time of posting.</summary>
    static async Task<List<double>> AnswersAsync(DeskUnderLoad desk, int commands, TimeSpan over, CancellationToken ct)
    {
        string[] typed = ["/latest", "/topic name:Harbour count:10", "/related article:Story", "/latest topic:Harbour"];
        await desk.UntilReadyAsync(ct);
        var answers = new List<Task<double>>();
        for (var i = 0; i < commands; i++)
        {
            await Task.Delay(over / commands, ct);
            answers.Add(desk.CommandAsync(typed[i % typed.Length], ct));
        }

        return [.. await Task.WhenAll(answers)];
    }
}
