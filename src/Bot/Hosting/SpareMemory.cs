using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>
/// Gives back the memory that the start took. It reads about all files at once, and what comes after it needs a fraction of that; but
/// neither the collector nor the C library gives memory back while little happens.
/// </summary>
sealed class SpareMemory(TimeProvider clock) : BackgroundService
{
    /// <summary>The bot has connected by then, and waits.</summary>
    static readonly TimeSpan After = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await Task.Delay(After, clock, ct);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
            TrimHeap();
    }

    static void TrimHeap()
    {
        try
        {
            _ = Trim(0);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            // Only glibc has it.
        }
    }

    /// <summary>See malloc_trim(3).</summary>
    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    static extern int Trim(nuint kept);
}
