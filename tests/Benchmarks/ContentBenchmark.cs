using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// The time from files to searchable articles, compared with programs that do a part of it: gray-matter, which parses front matter
/// for many sites, and a walk over the folder.
/// </summary>
static class ContentBenchmark
{
    const int Queries = 2000;

    static readonly Option<int> Files = new("--files")
    {
        DefaultValueFactory = _ => 30_000,
        Description = "Number of files in the first import",
    };
    static readonly Option<int> Many = new("--many")
    {
        DefaultValueFactory = _ => 100_000,
        Description = "Number of files of a large desk",
    };
    static readonly Option<string> From = new("--from")
    {
        DefaultValueFactory = _ => "content",
        Description = "Folder with the articles to repeat",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        const string description = "Imports and searches many files, and compares the times with other programs";
        var command = new Command("content", description) { Files, Many, From };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Files), parsed.GetValue(Many), parsed.GetValue(From)!, ct));
        return command;
    }

    static async Task RunAsync(int files, int many, string from, CancellationToken ct)
    {
        var table = new Table().AddColumns("", "time", "compared with", "ratio");
        using (var desk = RepeatedDesk.Open(from, files))
        {
            var peer = await GrayMatterAsync(desk.Folder, ct);
            var cold = await desk.ColdAsync(ct);
            table.AddRow(
                $"first import of {files:N0} files",
                Milliseconds(cold.Took),
                peer is { } parsing ? $"gray-matter parsing them: {Milliseconds(parsing)}" : "gray-matter is not installed",
                Ratio(cold.Took, peer));
            var least = desk.Least();
            table.AddRow(
                "", Milliseconds(cold.Took), $"reading its files and copying its rows: {Milliseconds(least)}", Ratio(cold.Took, least));
            using var once = RepeatedDesk.Open(from, desk.Originals);
            var original = await once.ColdAsync(ct);
            table.AddRow(
                "its stories",
                $"{cold.Stories:N0} of {cold.Articles:N0} articles",
                $"original folder: {original.Stories} of {original.Articles}",
                "");
        }

        using (var desk = RepeatedDesk.Open(from, many))
        {
            var cold = await desk.ColdAsync(ct);
            table.AddRow($"first import of {many:N0} files", Milliseconds(cold.Took), $"peak memory: {cold.Memory / 1e6:0} MB", "");
            var walk = Fastest(5, desk.Walk);
            var restart = await FastestAsync(5, () => desk.RestartAsync(ct));
            table.AddRow(
                $"restart with {many:N0} unchanged files",
                Milliseconds(restart),
                $"walking the folder: {Milliseconds(walk)}",
                Ratio(restart, walk));
            table.AddRow(
                $"from a change in one of {many:N0} files until search finds it", Milliseconds(await desk.ChangeAsync(ct)), "", "");
            foreach (var (what, times) in await desk.AskAsync(Queries, ct))
            {
                var (median, slow) = (times[times.Count / 2], times[(int)(times.Count * 0.99)]);
                table.AddRow(what, $"median {Milliseconds(median)}, p99 {Milliseconds(slow)}", "", "");
            }
        }

        AnsiConsole.Write(table);
    }

    /// <returns>Null if Node or the package is not installed.</returns>
    static async Task<TimeSpan?> GrayMatterAsync(string folder, CancellationToken ct)
    {
        var peer = Path.Combine("tests", "Benchmarks", "gray-matter");
        if (!Directory.Exists(Path.Combine(peer, "node_modules")))
            return null;

        using var node = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(peer, "parse.js"), folder]) { RedirectStandardOutput = true })!;
        using var output = await JsonDocument.ParseAsync(node.StandardOutput.BaseStream, cancellationToken: ct);
        await node.WaitForExitAsync(ct);
        return TimeSpan.FromMilliseconds(output.RootElement.GetProperty("parsing").GetDouble());
    }

    static TimeSpan Fastest(int times, Action work) => Enumerable.Range(0, times).Min(_ =>
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed;
    });

    static async Task<TimeSpan> FastestAsync(int times, Func<Task<TimeSpan>> work)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
            fastest = await work() is var took && took < fastest ? took : fastest;
        return fastest;
    }

    static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds >= 10 ? $"{time.TotalMilliseconds:N0} ms" : $"{time.TotalMilliseconds:0.00} ms";

    static string Ratio(TimeSpan one, TimeSpan? other) => other is { } beside ? $"{one / beside:0.00}" : "";
}
