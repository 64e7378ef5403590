using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using LocalDiscord;

namespace Benchmarks;

/// <summary>The bot as a process of its own, with its log and its memory.</summary>
sealed partial class SoakBot : IAsyncDisposable
{
    const int SigTerm = 15;
    const int SigContinue = 18;
    const int SigStop = 19;

    readonly Process process;
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<string> errors = [];
    readonly StreamWriter log;
    Uri? metrics;

    SoakBot(Process process, StreamWriter log)
    {
        (this.process, this.log) = (process, log);
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data is null ? null : $"error  {line.Data}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Lines of its log that are errors, and everything on standard error.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (errors)
                return [.. errors];
        }
    }

    /// <param name="program">A Bot.dll, or an executable.</param>
    /// <param name="folder">With its content and its database; its output is written to <c>bot.log</c>.</param>
    /// <returns>When it has registered its commands.</returns>
    public static async Task<SoakBot> StartAsync(string program, string folder, Uri discord, CancellationToken ct)
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
        start.Environment["ANSWERS__MEANING"] = "off";
        start.Environment["HEALTH__LISTEN"] = "http://127.0.0.1:0";
        var bot = new SoakBot(Process.Start(start)!, new StreamWriter(Path.Combine(folder, "bot.log")));
        await Task.WhenAny(bot.ready.Task, bot.process.WaitForExitAsync(ct));
        return bot.ready.Task.IsCompleted ? bot : throw new InvalidOperationException(string.Join('\n', bot.Errors));
    }

    /// <summary>Its memory now, as the system and as its runtime see it, in bytes.</summary>
    public async Task<SoakMemory> MemoryAsync(TimeSpan at, CancellationToken ct)
    {
        process.Refresh();
        var text = await http.GetStringAsync(new Uri(metrics!, "metrics"), ct);
        var heap = HeapSize().Matches(text).Sum(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        return new(at, process.WorkingSet64, (long)heap);
    }

    /// <summary>As on a machine that is overloaded or moved: it isn't told.</summary>
    public async Task StandStillAsync(TimeSpan time, CancellationToken ct)
    {
        _ = Signal(process.Id, SigStop);
        try
        {
            await Task.Delay(time, ct);
        }
        finally
        {
            _ = Signal(process.Id, SigContinue);
        }
    }

    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken ct)
    {
        _ = Signal(process.Id, SigTerm);
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        http.Dispose();
        await log.DisposeAsync();
    }

    void Take(string? line)
    {
        if (line is null)
            return;
        lock (errors)
        {
            log.WriteLine(line);
            log.Flush();
            if (ErrorLine().IsMatch(line))
                errors.Add(line);
        }

        if (line.Contains("Health and metrics are at", StringComparison.Ordinal))
            metrics = new(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim());
        if (line.Contains("Registered", StringComparison.Ordinal))
            ready.TrySetResult();
    }

    /// <summary>A line of an exception is indented.</summary>
    [GeneratedRegex(@"^\S+ \S+ \S+  (error|stopped)  |^error  |^    ")]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"^dotnet_gc_last_collection_heap_size_bytes\{[^}]*\} (\S+)", RegexOptions.Multiline)]
    private static partial Regex HeapSize();

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Signal(int process, int signal);
}

/// <param name="At">Since the beginning.</param>
/// <param name="Resident">What the process takes of the machine's memory, in bytes.</param>
/// <param name="Heap">What .NET's objects took after the last collection, in bytes.</param>
sealed record SoakMemory(TimeSpan At, long Resident, long Heap);
