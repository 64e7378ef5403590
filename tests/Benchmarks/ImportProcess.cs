using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Articles.Files;
using Articles.Stories;
using Desk.Archive;
using Desk.Database;
using Desk.Importing;

namespace Benchmarks;

/// <summary>The result of a first import.</summary>
/// <param name="Memory">The peak memory of the process, in bytes.</param>
/// <param name="Articles">Visible articles.</param>
/// <param name="Stories">Their stories.</param>
readonly record struct ColdImport(TimeSpan Took, long Memory, int Articles, int Stories);

/// <summary>An import in a separate process, which starts cold and has only its own memory.</summary>
static class ImportProcess
{
    static readonly Argument<string> Folder = new("FOLDER");
    static readonly Argument<string> Database = new("DATABASE");

    /// <summary>The command that the process runs; it starts this program again.</summary>
    public static Command Command { get; } = Describe();

    public static async Task<ColdImport> RunAsync(string folder, string database, CancellationToken ct)
    {
        string[] arguments = [.. ThisProgram.Itself, Command.Name, folder, database];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
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
            var database = new DeskDatabase(parsed.GetValue(Database)!);
            var importer = new ArticleImporter(database, new ContentFolder(parsed.GetValue(Folder)!), TimeProvider.System);
            var report = await importer.ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
            var took = clock.ElapsedMilliseconds;
            var memory = Process.GetCurrentProcess().PeakWorkingSet64;
            var articles = report.Count(ArticleChangeKind.New);
            var stories = report.Stories.All.Count(change => change.Kind is StoryChangeKind.New);
            Console.WriteLine($$"""{"took": {{took}}, "memory": {{memory}}, "articles": {{articles}}, "stories": {{stories}}}""");
        });
        return command;
    }
}
