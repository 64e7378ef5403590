using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Shared;

/// <summary>The program as a process of its own, with what it prints.</summary>
sealed partial class BotProcess : IAsyncDisposable
{
    const int SigTerm = 15;

    /// <summary>What takes longer on any machine does not come.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly StringBuilder output = new();
    readonly StringBuilder errors = new();
    readonly List<(string Text, TaskCompletionSource<string> Found)> waiting = [];
    readonly Lock gate = new();

    BotProcess(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Whoever runs the tests may have a token of their own in the environment.
        foreach (var mine in start.Environment.Keys.Where(key => key.StartsWith("DISCORD__", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(mine);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Output => Read(output);

    public string Errors => Read(errors);

    /// <param name="folder">The current folder of the program.</param>
    /// <param name="arguments">As on the command line.</param>
    /// <param name="environment">Added to the tests' own.</param>
    public static BotProcess Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        new(folder, arguments, environment ?? new Dictionary<string, string>());

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        await using var bot = Start(folder, arguments);
        await bot.process.WaitForExitAsync(Ct);
        return (bot.process.ExitCode, bot.Output, bot.Errors);
    }

    /// <summary>The first line that holds the text, as soon as the program prints it.</summary>
    public async Task<string> UntilPrintedAsync(string text)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (output.ToString().Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                return line;
            waiting.Add((text, found));
        }

        var exited = process.WaitForExitAsync(Ct);
        await Task.WhenAny(found.Task, exited, Task.Delay(Patience, Ct));
        if (!found.Task.IsCompleted)
            Assert.Fail($"The program {(exited.IsCompleted ? $"ended with {process.ExitCode}" : $"ran for {Patience.TotalSeconds} s")} and did not print \"{text}\":\n{Output}\n{Errors}");
        return await found.Task;
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync(Ct);
        return process.ExitCode;
    }

    /// <summary>
    /// SIGTERM, which the host treats as it treats Ctrl+C; but SIGINT is ignored by all that a shell runs in the background,
    /// as these tests may be.
    /// </summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs POSIX signals");
        Assert.Equal(0, Signal(process.Id, SigTerm));
        return await ExitCodeAsync();
    }

    /// <summary>SIGKILL: no line of the program runs after it.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    void Take(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (gate)
        {
            text.Append(line).Append('\n');
            foreach (var (wanted, found) in waiting)
            {
                if (line.Contains(wanted, StringComparison.Ordinal))
                    found.TrySetResult(line);
            }
        }
    }

    string Read(StringBuilder text)
    {
        lock (gate)
            return text.ToString();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
