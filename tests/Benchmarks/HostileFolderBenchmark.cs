using System.CommandLine;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace Benchmarks;

/// <summary>A content folder full of what doesn't belong there: no import may fail, hang, or hide an article beside it.</summary>
static class HostileFolderBenchmark
{
    static readonly Option<int> Entries = new("--entries") { DefaultValueFactory = _ => 20_000 };
    static readonly Option<int?> Seed = new("--seed") { Description = "Repeats a run" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("hostile-folder", "Imports changed files, names and kinds of entries, and counts what goes wrong")
        {
            Entries, Seed,
        };
        command.SetAction((parsed, ct) => OperatingSystem.IsWindows()
            ? throw new PlatformNotSupportedException("Windows has no such entries.")
            : RunAsync(parsed.GetValue(Entries), parsed.GetValue(Seed) ?? Random.Shared.Next(), ct));
        return command;
    }

    [UnsupportedOSPlatform("windows")]
    static async Task<int> RunAsync(int entries, int seed, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        Console.WriteLine($"{entries:N0} entries, seed {seed}");
        var failures = await HostileFolder.RunAsync(FuzzBenchmark.Samples(), entries, seed, Report, ct);
        foreach (var failure in failures)
            Console.WriteLine(failure);
        Console.WriteLine($"{failures.Count} failures in {clock.Elapsed:h\\:mm\\:ss}, {entries / clock.Elapsed.TotalSeconds:N0} entries/s");
        return failures.Count == 0 ? 0 : 1;

        void Report(int done)
        {
            if (done % 20_000 == 0)
                Console.WriteLine($"{clock.Elapsed:h\\:mm\\:ss}  {done:N0}");
        }
    }
}
