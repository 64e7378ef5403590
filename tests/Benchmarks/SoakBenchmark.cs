using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// Hours of mixed load on the real program, so many times faster than a busy day. Nothing may be lost or doubled, no question stay
/// without an answer, no error be logged, and the memory must not grow in the second half.
/// </summary>
static class SoakBenchmark
{
    const long Megabyte = 1024 * 1024;

    /// <summary>What the memory may grow by in the second half, in bytes.</summary>
    const long MostGrowth = 5 * Megabyte;

    const int LinesShown = 20;

    static readonly Option<double> Hours = new("--hours") { DefaultValueFactory = _ => 2 };
    static readonly Option<double> Speed = new("--speed") { DefaultValueFactory = _ => 20, Description = "Times a busy day" };
    static readonly Option<int> Seed = new("--seed") { DefaultValueFactory = _ => Random.Shared.Next(1_000_000) };
    static readonly Option<FileInfo?> Bot = new("--bot") { Description = "The program: a Bot.dll, or an executable" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("soak", "Mixed load and faults for hours; counts lost and doubled posts, and watches the memory")
        {
            Hours, Speed, Seed, Bot,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (time, seed) = (TimeSpan.FromHours(parsed.GetValue(Hours)), parsed.GetValue(Seed));
        var program = parsed.GetValue(Bot)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "Bot.dll");
        using var discord = await LocalDiscordProcess.StartAsync(channels: 0, ct);
        var run = new SoakRun(program, discord.Address, new(parsed.GetValue(Speed)), seed);
        var result = await run.RunAsync(time, Sample(time), ct);
        Print(result, $"{time.TotalMinutes:0} minutes at {parsed.GetValue(Speed)} times a busy day, seed {seed}");
        var isRight = result is { Differences: [], Errors: [], Unanswered: null, ExitCode: 0 } && result.Growth <= MostGrowth;
        if (isRight)
            run.Delete();
        else
            Console.Error.WriteLine($"The bot's log is in {result.Folder}.");
        return isRight ? 0 : 1;
    }

    /// <summary>Each minute, and in short runs more often.</summary>
    static TimeSpan Sample(TimeSpan time) => time < TimeSpan.FromHours(1) ? time / 60 : TimeSpan.FromMinutes(1);

    static void Print(SoakResult result, string what)
    {
        AnsiConsole.Write(new Table()
            .AddColumns("", "figure")
            .AddRow("time", what)
            .AddRow("articles, and changes to their files", $"{result.Articles}, {result.Changes}")
            .AddRow("posts", $"{result.Posts}")
            .AddRow("faults", $"{result.Faults}")
            .AddRow("lost, doubled, or out of date", $"{result.Differences.Count}")
            .AddRow("questions answered", $"{result.Answered} of {result.Asked}, {result.Repeated} asked again")
            .AddRow("errors in the log", $"{result.Errors.Count}")
            .AddRow("exit code", $"{result.ExitCode}")
            .AddRow("memory grew in the second half by", $"{Megabytes(result.Growth)} MiB"));
        var table = new Table().AddColumns("minute", "process (MiB)", "after the last collection (MiB)");
        foreach (var some in result.Memory.Chunk(Math.Max(1, result.Memory.Count / 12)))
        {
            var one = some[^1];
            table.AddRow(one.At.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture), Megabytes(one.Resident), Megabytes(one.Heap));
        }

        AnsiConsole.Write(table);
        foreach (var line in (IEnumerable<string>)
            [.. result.Differences.Take(LinesShown), .. result.Errors.Take(LinesShown), result.Unanswered ?? ""])
            Console.Error.WriteLine(line);
    }

    static string Megabytes(long bytes) => ((double)bytes / Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
}
