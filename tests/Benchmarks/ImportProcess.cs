using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using News.Importing;
using News.Reading;
using News.Storage;

namespace Benchmarks;

/// <summary>An import in a process of its own, with nothing warmed up and nobody else's memory.</summary>
static class ImportProcess
{
    static readonly Argument<string> Folder = new("FOLDER");
    static readonly Argument<string> Database = new("DATABASE");

    /// <summary>What the process runs: this program again.</summary>
    public static Command Command { get; } = Describe();

    /// <returns>How long the import took, and the most memory that the process held, in bytes.</returns>
    public static async Task<(TimeSpan Took, long Memory)> RunAsync(string folder, string database, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. ThisProgram.Itself, Command.Name, folder, database]) { RedirectStandardOutput = true })!;
        using var output = await JsonDocument.ParseAsync(process.StandardOutput.BaseStream, cancellationToken: ct);
        await process.WaitForExitAsync(ct);
        return (TimeSpan.FromMilliseconds(output.RootElement.GetProperty("took").GetDouble()), output.RootElement.GetProperty("memory").GetInt64());
    }

    static Command Describe()
    {
        var command = new Command("import") { Folder, Database };
        command.Hidden = true;
        command.SetAction(async (parsed, ct) =>
        {
            var clock = Stopwatch.StartNew();
            await new ArticleImporter(new NewsDatabase(parsed.GetValue(Database)!), new ContentFolder(parsed.GetValue(Folder)!), TimeProvider.System)
                .ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
            Console.WriteLine($$"""{"took": {{clock.ElapsedMilliseconds}}, "memory": {{Process.GetCurrentProcess().PeakWorkingSet64}}}""");
        });
        return command;
    }
}
