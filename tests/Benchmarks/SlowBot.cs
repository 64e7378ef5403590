using System.Diagnostics;
using System.Runtime.InteropServices;
using LocalDiscord;

namespace Benchmarks;

/// <summary>
/// The bot as a process that gets at most a quarter of one core: it runs for 25 of each 100 milliseconds. Needs POSIX signals, and no
/// rights.
/// </summary>
sealed class SlowBot : IAsyncDisposable
{
    const int SigContinue = 18;
    const int SigStop = 19;

    /// <summary>The core that it shares with the busy neighbor.</summary>
    public const nint Core = 0b10;

    static readonly TimeSpan On = TimeSpan.FromMilliseconds(25);
    static readonly TimeSpan Off = TimeSpan.FromMilliseconds(75);

    readonly Process process;
    readonly Thread throttle;
    readonly StreamWriter log;
    volatile bool isPaused;

    SlowBot(Process process, StreamWriter log)
    {
        (this.process, this.log) = (process, log);
        process.OutputDataReceived += (_, line) => Log(line.Data);
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (OperatingSystem.IsLinux())
            process.ProcessorAffinity = Core;
        throttle = new(Throttle) { IsBackground = true, Priority = ThreadPriority.Highest };
        throttle.Start();
    }

    public bool HasExited => process.HasExited;

    /// <param name="program">A Bot.dll, or an executable.</param>
    /// <param name="folder">With its content and its database; its output is added to <c>bot.log</c>.</param>
    public static SlowBot Start(string program, string folder, Uri discord)
    {
        var isDll = Path.GetExtension(program) == ".dll";
        var start = new ProcessStartInfo(isDll ? "dotnet" : program, isDll ? [program, "run"] : ["run"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DISCORD__TOKEN"] = LocalDiscordServer.Token;
        start.Environment["DISCORD__APIBASE"] = new Uri(discord, "api/v10").AbsoluteUri;
        start.Environment["CONTENT__LOOKEVERY"] = "00:00:01";
        start.Environment["POSTING__EDITEVERY"] = "00:00:01";
        var log = new StreamWriter(new FileStream(Path.Combine(folder, "bot.log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
        return new(Process.Start(start)!, log);
    }

    /// <summary>SIGSTOP: it stands still, wherever it is, until <see cref="Resume"/>.</summary>
    public void Pause()
    {
        isPaused = true;
        _ = Signal(process.Id, SigStop);
    }

    public void Resume() => isPaused = false;

    /// <summary>The exit code, of a bot that ends by itself.</summary>
    public async Task<int> ExitCodeAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <summary>SIGKILL, which also ends what is stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        throttle.Join();
        process.Dispose();
        lock (log)
            log.Dispose();
    }

    void Throttle()
    {
        while (!process.HasExited)
        {
            if (!isPaused)
                _ = Signal(process.Id, SigContinue);
            Thread.Sleep(On);
            if (process.HasExited)
                return;
            _ = Signal(process.Id, SigStop);
            Thread.Sleep(Off);
        }
    }

    void Log(string? line)
    {
        if (line is null)
            return;
        lock (log)
            log.WriteLine($"{DateTime.UtcNow:HH:mm:ss.fff} {process.Id} {line}");
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Signal(int process, int signal);
}
