using System.CommandLine;
using System.Diagnostics;

namespace Benchmarks;

/// <summary>A process that takes as much of the bot's core as it gets, for two of each three seconds.</summary>
static class BusyNeighbor
{
    static readonly TimeSpan Busy = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    /// <summary>The command that the process runs; it starts this program again.</summary>
    public static Command Command { get; } = Describe();

    /// <summary>It ends when its standard input is closed.</summary>
    public static Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. ThisProgram.Itself, Command.Name]) { RedirectStandardInput = true };
        var process = Process.Start(start)!;
        if (OperatingSystem.IsLinux())
            process.ProcessorAffinity = SlowBot.Core;
        return process;
    }

    static Command Describe()
    {
        var command = new Command("busy-neighbor") { Hidden = true };
        command.SetAction(async (_, ct) =>
        {
            var end = Console.In.ReadToEndAsync(ct);
            while (!end.IsCompleted)
            {
                for (var clock = Stopwatch.StartNew(); clock.Elapsed < Busy && !end.IsCompleted;)
                    Thread.SpinWait(1000);
                await Task.WhenAny(end, Task.Delay(Idle, ct));
            }
        });
        return command;
    }
}
