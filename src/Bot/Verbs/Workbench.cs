using System.CommandLine;
using Bot.Hosting;
using Microsoft.Extensions.DependencyInjection;
using News.Importing;
using News.Storage;

namespace Bot.Verbs;

/// <summary>
/// The articles as the folder has them now, for verbs that only look. Without <c>--database</c> they are read into
/// a database that is thrown away, so that nothing changes under a bot that runs.
/// </summary>
sealed class Workbench : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly string? temporaryFolder;

    Workbench(ServiceProvider services, string? temporaryFolder)
    {
        this.services = services;
        this.temporaryFolder = temporaryFolder;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <returns>The exit code of the work; 2 after a problem was printed that kept it from being done.</returns>
    public static Task<int> RunAsync(ParseResult parsed, Func<Workbench, Task<int>> work, CancellationToken ct) =>
        RunAsync(parsed, folder: null, isTemporary: parsed.GetValue(ProgramOptions.Database) is null, (bench, _) => work(bench), ct);

    /// <param name="parsed">The command line.</param>
    /// <param name="folder">Another content folder than that of the settings.</param>
    /// <param name="isTemporary">Whether to throw the database away, whatever the command line says of one.</param>
    /// <param name="work">What to do with the articles, and with what their import found.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<int> RunAsync(ParseResult parsed, string? folder, bool isTemporary, Func<Workbench, ImportReport, Task<int>> work, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;

        try
        {
            await using var bench = Open(settings.Content with { Folder = folder ?? settings.Content.Folder }, isTemporary);
            var report = await ImportBar.ShowAsync(progress => bench.Get<ArticleImporter>().ImportAsync(patience: TimeSpan.Zero, progress, ct));
            return await work(bench, report);
        }
        catch (Exception unusable) when (unusable is NewsDatabaseException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (temporaryFolder is not null)
            Directory.Delete(temporaryFolder, recursive: true);
    }

    static Workbench Open(ContentOptions content, bool isTemporary)
    {
        var folder = isTemporary ? Directory.CreateTempSubdirectory("news-desk-").FullName : null;
        var database = folder is null ? content.Database : Path.Combine(folder, "news.db");
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddNews(content with { Database = database }).AddCommands();
        return new(services.BuildServiceProvider(), folder);
    }
}
