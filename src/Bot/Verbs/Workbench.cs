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

    /// <returns>The exit code of the work; 1 after a problem was printed.</returns>
    public static async Task<int> RunAsync(ParseResult parsed, Func<Workbench, Task<int>> work, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return 1;

        try
        {
            await using var bench = Open(settings.Content, isTemporary: parsed.GetValue(ProgramOptions.Database) is null);
            await ImportBar.ShowAsync(progress => bench.Get<ArticleImporter>().ImportAsync(patience: TimeSpan.Zero, progress, ct));
            return await work(bench);
        }
        catch (Exception unusable) when (unusable is NewsDatabaseException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(unusable.Message);
            return 1;
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
