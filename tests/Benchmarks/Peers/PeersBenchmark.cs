using System.CommandLine;

namespace Benchmarks.Peers;

/// <summary>
/// Measures the published bot beside what people use for the same work, and writes the table of <c>docs/benchmarks.md</c>.
/// </summary>
static class PeersBenchmark
{
    static readonly IReadOnlyList<IPeerRow> Rows =
    [
        new OneAtATimeRow(),
        new FiftyAtATimeRow(),
        new ProcessorTimeRow(),
        new MemoryRow(),
        new PostsRow(),
        new PostsUnderLimitsRow(),
        new EventsRow(),
        new SeedImportRow(),
        new SmallImportRow(),
        new RestartRow(),
        new FileToMessageRow(),
        new StartRow(),
    ];

    static readonly Option<string?> Only = new("--only")
    {
        Description = $"Measure one row, and print it: {string.Join(", ", Rows.Select(row => row.Name))}",
        HelpName = "NAME",
    };
    static readonly Option<string> Bot = new("--bot")
    {
        DefaultValueFactory = _ => "src/Bot/bin/Release/net10.0/linux-x64/publish/Bot",
        Description = "The published bot",
    };
    static readonly Option<int> Files = new("--files") { DefaultValueFactory = _ => 30_000, Description = "Number of articles" };
    static readonly Option<int> Rounds = new("--rounds")
    {
        DefaultValueFactory = _ => 5,
        Description = "How often to measure each program",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("peers", "Measures the bot beside discord.js, gray-matter and hugo") { Only, Bot, Files, Rounds };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Only) is { } name && Rows.All(row => row.Name != name))
                result.AddError($"There is no row {name}. Choose one of {string.Join(", ", Rows.Select(row => row.Name))}.");
        });
        command.SetAction(async (parsed, ct) =>
        {
            try
            {
                using var bench = new PeerBench(Tools.Bot(parsed.GetValue(Bot)!), parsed.GetValue(Files), parsed.GetValue(Rounds));
                return await RunAsync(bench, parsed.GetValue(Only), ct);
            }
            catch (MissingToolException missing)
            {
                await Console.Error.WriteLineAsync(missing.Message);
                return 1;
            }
        });
        return command;
    }

    /// <returns>1 if something was missing.</returns>
    static async Task<int> RunAsync(PeerBench bench, string? only, CancellationToken ct)
    {
        var (figures, missing) = (new List<PeerFigure>(), new List<string>());
        foreach (var row in Rows.Where(row => only is null || row.Name == only))
        {
            try
            {
                figures.AddRange(await row.MeasureAsync(bench, ct));
                await Console.Error.WriteLineAsync($"{row.Name}: measured");
            }
            catch (MissingToolException tool)
            {
                missing.Add($"{row.Name}: {tool.Message}");
                await Console.Error.WriteLineAsync(missing[^1]);
            }
        }

        Console.Write(FiguresTable.Of(figures));
        if (only is null && missing.Count == 0)
            BenchmarksDocument.Write($"{await Machine.DescribeAsync(ct)}\n\n{FiguresTable.Of(figures)}");
        return missing.Count == 0 ? 0 : 1;
    }
}
