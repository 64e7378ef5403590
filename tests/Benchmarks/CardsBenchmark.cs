using System.CommandLine;
using System.Diagnostics;
using Articles.Stories;
using Bot.Cards;
using Bot.Tests.Cards;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// Draws cards and writes them as JSON, as each post does once, beside the least that it could cost: writing the finished message.
/// </summary>
static class CardsBenchmark
{
    const int Rounds = 15;
    const int Cards = 2_000;

    static readonly CardState State = new() { Now = Sample.Now };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("cards", "Draws cards and writes them as JSON");
        command.SetAction(_ => Run());
        return command;
    }

    static void Run()
    {
        var table = new Table().AddColumns("Card", "JSON", "Median time", "Fastest", "Allocated", "To write the finished message", "Ratio");
        foreach (var outlets in (int[])[1, 9, 40])
            Add(table, $"{outlets} outlets", Sample.Of(Sample.Lead, outlets));
        AnsiConsole.Write(table);
    }

    static void Add(Table table, string name, Story story)
    {
        var finished = StoryMessage.For(story, State);
        var bytes = finished.ToUtf8Json().Length;
        var (whole, least) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            whole.Add(Measure(() => StoryMessage.For(story, State).ToUtf8Json()));
            least.Add(Measure(() => finished.ToUtf8Json()));
        }

        var (time, floor) = (Median(whole), Median(least));
        table.AddRow(name, $"{bytes / 1000.0:0.0} KB", $"{time:0.0} µs", $"{whole.Min(cost => cost.Time.TotalMicroseconds):0.0} µs",
            $"{whole[^1].Bytes / 1024.0:0.0} KB", $"{floor:0.0} µs", $"{time / floor:0.0}");
    }

    static double Median(List<Cost> costs) => costs.Select(cost => cost.Time.TotalMicroseconds).Order().ElementAt(costs.Count / 2);

    static Cost Measure(Func<object> draw)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Cards; i++)
            draw();
        return new(Stopwatch.GetElapsedTime(start) / Cards, (GC.GetAllocatedBytesForCurrentThread() - allocated) / Cards);
    }

    readonly record struct Cost(TimeSpan Time, long Bytes);
}
