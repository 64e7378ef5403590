using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Shared;

/// <summary>The program as a process of its own, with what it prints.</summary>
sealed partial class BotProcess : IAsyncDisposable
{
    const int SigTerm = 15;
    const int SigStop = 19;
    const int SigContinue = 18;

    /// <summary>Longer than anything takes on a slow machine.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static readonly string? Published = Environment.GetEnvironmentVariable("BOT_PROGRAM");

    readonly Process process;
    readonly StringBuilder output = new();
    readonly StringBuilder errors = new();
    readonly List<(string Text, TaskCompletionSource<string> Found)> waiting = [];
    readonly Lock gate = new();

    BotProcess(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string built)
    {
        var (program, first) = Program(built);
        var start = new ProcessStartInfo(program, [.. first, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Whoever runs the tests may have a token of their own in the environment.
        foreach (var name in start.Environment.Keys.Where(IsTheirs).ToList())
            start.Environment.Remove(name);
        // Nothing here runs long enough to gain from it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (DeskPlace.IsServer)
            start.Environment[DeskPlace.Variable] = DeskPlace.In(folder);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Whether the tests are for a published program, which only runs as a process.</summary>
    public static bool IsPublished => Published is { Length: > 0 };

    /// <summary>Whether an environment variable may be the settings of whoever runs the tests.</summary>
    public static bool IsTheirs(string variable) =>
        variable.StartsWith("DISCORD__", StringComparison.OrdinalIgnoreCase) || variable == DeskPlace.Variable;

    /// <summary>The program as it was built in this folder; or, with <c>BOT_PROGRAM</c>, as published, such as to native code.</summary>
    public static (string Program, IReadOnlyList<string> Arguments) Program(string built) =>
        Published is { Length: > 0 }
            ? (Published, [])
            : ("dotnet", [Path.Combine(built, "Bot.dll")]);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Output => Read(output);

    public string Errors => Read(errors);

    /// <param name="folder">The current folder of the program.</param>
    /// <param name="arguments">As on the command line.</param>
    /// <param name="environment">Added to the tests' own.</param>
    public static BotProcess Start(
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null) =>
        new(folder, arguments, environment ?? new Dictionary<string, string>(), AppContext.BaseDirectory);

    /// <summary>As <see cref="Start"/>, with the model that comes with the program.</summary>
    public static BotProcess StartWithModel(string folder, IReadOnlyDictionary<string, string> environment) =>
        new(folder, [], environment, Checkout.Program);

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        await using var bot = Start(folder, arguments);
        await bot.process.WaitForExitAsync(Ct);
        return (bot.process.ExitCode, bot.Output, bot.Errors);
    }

    /// <summary>The first line that contains the text, as soon as the program prints it.</summary>
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
        var end = exited.IsCompleted ? $"ended with {process.ExitCode}" : $"ran for {Patience.TotalSeconds} s";
        Assert.True(found.Task.IsCompleted, $"The program {end} and did not print \"{text}\":\n{Output}\n{Errors}");
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

    /// <summary>SIGSTOP: the program stands still, wherever it is.</summary>
    public void Suspend() => Assert.Equal(0, Signal(process.Id, SigStop));

    /// <summary>SIGCONT.</summary>
    public void Resume() => Assert.Equal(0, Signal(process.Id, SigContinue));

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
