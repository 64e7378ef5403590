using System.CommandLine;
using Articles.Tests.Pairs;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// How well grouping tells headlines of one event from those of two. Precision: of the pairs that it joins, those that report the same
/// event. Recall: of the pairs that report the same event, those that it joins.
/// </summary>
static class PairsBenchmark
{
    const string Folder = "tests/Articles/Pairs";

    /// <summary>What the table needs, also where nobody knows the width of the output.</summary>
    const int Columns = 100;

    static readonly Option<bool> Show = new("--show") { Description = "Only the tuning half, with a list of its wrong pairs" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("pairs", "Groups pairs of headlines and reports precision and recall") { Show };
        command.SetAction(parsed => Run(parsed.GetValue(Show)));
        return command;
    }

    static void Run(bool show)
    {
        var table = new Table().AddColumns("joined", "one event", "two events", "precision", "95%", "recall", "95%");
        foreach (var half in show ? (string[])["tuning"] : ["tuning", "held-out"])
        {
            var pairs = HeadlinePairs.Read(Path.Combine(Folder, $"{half}.txt"));
            var joined = pairs.Where(pair => pair.IsJoined).ToList();
            var right = joined.Count(pair => pair.IsSame);
            var same = pairs.Count(pair => pair.IsSame);
            table.AddRow(
                half,
                $"{right}/{same}",
                $"{joined.Count - right}/{pairs.Count - same}",
                $"{(double)right / joined.Count:0.000}",
                Share.Interval(right, joined.Count),
                $"{(double)right / same:0.000}",
                Share.Interval(right, same));
            foreach (var pair in pairs.Where(pair => show && pair.IsJoined != pair.IsSame).OrderBy(pair => pair.IsSame))
                Console.WriteLine(pair);
        }

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Columns);
        AnsiConsole.Write(table);
    }
}
