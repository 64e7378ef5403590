using System.Diagnostics;
using Shared;

namespace EndToEnd.Tests;

/// <summary>Runs what the documents say, each time in a new copy of the samples beside a bot that has run.</summary>
public sealed class DocumentedShell : IAsyncLifetime
{
    /// <summary>
    /// Stands for <c>dotnet</c> and starts what is built already. The bot itself is stopped as soon as it is ready.
    /// <c>dotnet test</c> is what runs already.
    /// </summary>
    const string Dotnet = """
        dotnet() {
            case "$*" in
                "test") ;;
                "run --project src/Bot")
                    mkfifo log
                    command dotnet "$BOT" > log &
                    while read -r line; do
                        case "$line" in *Registered*) kill -TERM $! ;; esac
                    done < log
                    wait $!
                    ;;
                "run --project src/Bot -- "*)
                    shift 4
                    command dotnet "$BOT" "$@"
                    ;;
                *)
                    echo "Mark this block with what it needs, or teach the test to run dotnet $*."
                    return 1
                    ;;
            esac
        }
        """;

    readonly TemporaryFolder samples = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Copy(Path.Combine(Checkout.Root, "content"), samples.File("content"));
        File.Copy(Path.Combine(Checkout.Root, "appsettings.example.json"), samples.File("appsettings.example.json"));
        await CommandLine.RunAsync(samples.Path, "list", "--database", "news.db");
        await CommandLine.RunAsync(samples.Path, "backup", "news-backup.db");
    }

    /// <returns>The exit code, which is that of the first command that failed, and what was printed.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(string commands)
    {
        using var folder = new TemporaryFolder();
        Copy(samples.Path, folder.Path);
        using var shell = Process.Start(InFolder(folder.Path, commands))!;
        var output = await shell.StandardOutput.ReadToEndAsync(Ct);
        await shell.WaitForExitAsync(Ct);
        return (shell.ExitCode, output);
    }

    public ValueTask DisposeAsync()
    {
        samples.Dispose();
        return ValueTask.CompletedTask;
    }

    static ProcessStartInfo InFolder(string folder, string commands)
    {
        var start = new ProcessStartInfo("sh", ["-euc", $"exec 2>&1\n{Dotnet}\n{commands}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        // Whoever runs the tests may have a token of their own in the environment.
        foreach (var name in start.Environment.Keys.Where(BotProcess.IsTheirs).ToList())
            start.Environment.Remove(name);
        start.Environment["BOT"] = Path.Combine(AppContext.BaseDirectory, "Bot.dll");
        start.Environment["LOCALDISCORD__PORT"] = "0";
        return start;
    }

    static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
