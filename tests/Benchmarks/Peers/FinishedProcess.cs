using System.Diagnostics;

namespace Benchmarks.Peers;

/// <summary>A program that did its work and ended.</summary>
/// <param name="Took">From its start to its end.</param>
/// <param name="Processor">User and system time, to the last 20 ms.</param>
/// <param name="Memory">The most memory that it used, in bytes.</param>
/// <param name="Output">What it printed.</param>
readonly record struct FinishedProcess(TimeSpan Took, TimeSpan Processor, long Memory, string Output)
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <exception cref="InvalidOperationException">It failed; the message says how.</exception>
    public static async Task<FinishedProcess> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        var (processor, memory, ended) = (TimeSpan.Zero, 0L, process.WaitForExitAsync(ct));
        while (await Task.WhenAny(ended, Task.Delay(Between, ct)) != ended)
        {
            process.Refresh();
            if (!process.HasExited)
                (processor, memory) = (process.TotalProcessorTime, Math.Max(memory, process.PeakWorkingSet64));
        }

        var took = clock.Elapsed;
        await ended;
        return process.ExitCode == 0
            ? new(took, processor, memory, await output)
            : throw new InvalidOperationException($"{start.FileName} exited with {process.ExitCode}: {await errors}");
    }
}
