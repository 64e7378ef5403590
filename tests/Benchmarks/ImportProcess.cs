using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using News.Importing;
using News.Reading;
using News.Storage;
using News.Stories;

namespace Benchmarks;

/// <summary>What a first import did.</summary>
/// <param name="Memory">The most that the process held, in bytes.</param>
/// <param name="Articles">Those that readers see.</param>
/// <param name="Stories">In which these are.</param>
readonly record struct ColdImport(TimeSpan Took, long Memory, int Articles, int Stories);

/// <summary>An import in a process of its own, with nothing warmed up and nobody else's memory.</summary>
static class ImportProcess
{
    static readonly Argument<string> Folder = new("FOLDER");
    static readonly Argument<string> Database = new("DATABASE");

    /// <summary>What the process runs: this program again.</summary>
    public static Command Command { get; } = Describe();

    public static async Task<ColdImport> RunAsync(string folder, string database, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. ThisProgram.Itself, Command.Name, folder, database]) { RedirectStandardOutput = true })!;
        using var output = await JsonDocument.ParseAsync(process.StandardOutput.BaseStream, cancellationToken: ct);
        await process.WaitForExitAsync(ct);
        var said = output.RootElement;
        return new(
            TimeSpan.FromMilliseconds(said.GetProperty("took").GetDouble()),
            said.GetProperty("memory").GetInt64(),
            said.GetProperty("articles").GetInt32(),
            said.GetProperty("stories").GetInt32());
    }

    static Command Describe()
    {
        var command = new Command("import") { Folder, Database };
        command.Hidden = true;
        command.SetAction(async (parsed, ct) =>
        {
            var clock = Stopwatch.StartNew();
            var report = await new ArticleImporter(new NewsDatabase(parsed.GetValue(Database)!), new ContentFolder(parsed.GetValue(Folder)!), TimeProvider.System)
                .ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
            var took = clock.ElapsedMilliseconds;
            var (articles, stories) = (report.Count(ArticleChangeKind.New), report.Stories.All.Count(change => change.Kind is StoryChangeKind.New));
            Console.WriteLine($$"""{"took": {{took}}, "memory": {{Process.GetCurrentProcess().PeakWorkingSet64}}, "articles": {{articles}}, "stories": {{stories}}}""");
        });
        return command;
    }
}
