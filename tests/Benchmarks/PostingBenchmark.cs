using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// Posts as fast as Discord's limits allow while members use commands. The limit is physical: five messages in five
/// seconds to a channel, the first five at once, so that N articles take at least (⌈N / 5⌉ − 1) × 5 seconds.
/// </summary>
static class PostingBenchmark
{
    const int PerWindow = 5;
    static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    static readonly Option<int> Channels = new("--channels") { DefaultValueFactory = _ => 40, Description = "How many channels; together they must stay below 50 posts a second" };
    static readonly Option<int> Articles = new("--articles") { DefaultValueFactory = _ => 50, Description = "How many posts each channel gets" };
    static readonly Option<int> Commands = new("--commands") { DefaultValueFactory = _ => 200, Description = "How many commands members use meanwhile" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("posting", "Posts to many channels under Discord's limits, while commands are answered") { Channels, Articles, Commands };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Channels), parsed.GetValue(Articles), parsed.GetValue(Commands), ct));
        return command;
    }

    static async Task RunAsync(int channels, int articles, int commands, CancellationToken ct)
    {
        await using var desk = await DeskUnderLoad.OpenAsync(channels, articles, ct);
        var least = (Math.Ceiling(articles / (double)PerWindow) - 1) * Window;
        using var counting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var tooFast = desk.TooFastAsync(counting.Token);
        var clock = Stopwatch.StartNew();
        await desk.StartAsync(ct);

        var answers = AnswersAsync(desk, commands, least, ct);
        while ((await desk.DeliveriesAsync(ct)).GetValueOrDefault("sent") < channels * articles)
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        var took = clock.Elapsed;
        var milliseconds = await answers;
        milliseconds.Sort();
        await counting.CancelAsync();

        AnsiConsole.Write(new Table()
            .AddColumns("", "figure")
            .AddRow("posts", $"{channels * articles} to {channels} channels")
            .AddRow("took", $"{took.TotalSeconds:0.00} s, start included")
            .AddRow("least the limits allow", $"{least.TotalSeconds:0.00} s")
            .AddRow("rate reached", $"{least / took:P1}")
            .AddRow("requests refused as too fast", $"{await tooFast}")
            .AddRow("commands answered meanwhile", $"{milliseconds.Count}")
            .AddRow("answer, median", $"{milliseconds[milliseconds.Count / 2]:0.0} ms")
            .AddRow("answer, p99", $"{milliseconds[(int)(milliseconds.Count * 0.99) - 1]:0.0} ms"));
    }

    /// <summary>Spread over the time that posting takes at least.</summary>
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
