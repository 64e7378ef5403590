using System.CommandLine;
using Articles.Files;
using Bot.Commands;
using Bot.Hosting;
using Bot.Meaning;
using Desk.Archive.Meaning;
using Desk.Database;
using Desk.Importing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Cli;

/// <summary>
/// The articles in the folder as they are now, for verbs that only look. Without <c>--database</c> they are read into a temporary
/// database, so that nothing changes for a running bot.
/// </summary>
sealed class CliSession : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly string? temporaryFolder;

    CliSession(ServiceProvider services, string? temporaryFolder)
    {
        this.services = services;
        this.temporaryFolder = temporaryFolder;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <returns>The exit code of the work, or 2 if it couldn't be done; a message then says why.</returns>
    public static Task<int> RunAsync(ParseResult parsed, Func<CliSession, Task<int>> work, CancellationToken ct) =>
        RunAsync(parsed, folder: null, isTemporary: parsed.GetValue(ProgramOptions.Database) is null, (session, _) => work(session), ct);

    /// <param name="folder">A content folder other than the one in the settings.</param>
    /// <param name="isTemporary">Whether to use a temporary database even if the command line names one.</param>
    /// <param name="work">Gets the session and the report of the import.</param>
    /// <inheritdoc cref="RunAsync(ParseResult, Func{CliSession, Task{int}}, CancellationToken)"/>
    public static async Task<int> RunAsync(
        ParseResult parsed, string? folder, bool isTemporary, Func<CliSession, ImportReport, Task<int>> work, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        return await GuardedAsync(async () =>
        {
            var content = settings.Content with { Folder = folder ?? settings.Content.Folder };
            await using var session = Open(content, isTemporary ? TemporaryFolder() : null, settings.Answers);
            return await work(session, await ImportAsync(session.Get<ArticleImporter>(), ct));
        });
    }

    /// <summary>Whether questions are compared with articles in meaning.</summary>
    public bool HasMeaning => services.GetService<MeaningSearch>() is not null;

    /// <summary>Has the model read the newest articles that it has not read.</summary>
    public async Task ReadMeaningAsync(AnswersOptions answers, int most, CancellationToken ct)
    {
        using var worker = new EmbeddingWorker(
            Get<DeskLease>(), Get<EmbeddingStore>(), Get<IEmbeddingGenerator<string, Embedding<float>>>(), answers.ModelName, most,
            TimeProvider.System, NullLogger<EmbeddingWorker>.Instance);
        await worker.ReadAllAsync(ct);
    }

    /// <summary>Works on a copy of the database, without the content folder, so that nothing changes for a bot that uses it.</summary>
    public static async Task<int> RunOnCopyAsync(BotSettings settings, Func<CliSession, Task<int>> work)
    {
        if (!ProgramOptions.HasDatabase(settings))
            return ExitCodes.Unusable;
        return await GuardedAsync(async () =>
        {
            await using var session = await OpenCopyAsync(settings);
            return await work(session);
        });
    }

    /// <summary>The stories of a folder in which one article counts as published.</summary>
    public static Task<int> RunAsync(
        ContentOptions content, string previewed, Func<CliSession, ImportReport, Task<int>> work, CancellationToken ct) =>
        GuardedAsync(async () =>
        {
            await using var session = Open(content, TemporaryFolder(), new() { Meaning = false });
            var (database, folder, clock) = (session.Get<DeskDatabase>(), session.Get<ContentFolder>(), session.Get<TimeProvider>());
            return await work(session, await ImportAsync(new(database, folder, clock) { Previewed = previewed }, ct));
        });

    static Task<ImportReport> ImportAsync(ArticleImporter importer, CancellationToken ct) =>
        ImportBar.ShowAsync(progress => importer.ImportAsync(patience: TimeSpan.Zero, progress, ct));

    static async Task<int> GuardedAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception unusable) when (unusable is DatabaseException or IOException or UnauthorizedAccessException)
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

    static async Task<CliSession> OpenCopyAsync(BotSettings settings)
    {
        var folder = TemporaryFolder();
        var (from, to) = (settings.Content.Database, Path.Combine(folder, "news.db"));
        try
        {
            if (PostgresAddress.IsOne(from))
                await DatabaseMove.RunAsync(from, to, mayRun: true, CancellationToken.None);
            else
                DatabaseCopy.Write(from, to);
        }
        catch (DatabaseException)
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }

        return Open(settings.Content, folder, settings.Answers);
    }

    static string TemporaryFolder() => Directory.CreateTempSubdirectory("news-desk-").FullName;

    /// <param name="folder">Of a temporary database; null if it is the settings' own.</param>
    /// <param name="answers">How questions are understood.</param>
    static CliSession Open(ContentOptions content, string? folder, AnswersOptions answers)
    {
        var database = folder is null ? content.Database : Path.Combine(folder, "news.db");
        try
        {
            var services = new ServiceCollection()
                .AddSingleton(TimeProvider.System)
                .AddNews(content with { Database = database })
                .AddMeaning(answers)
                .AddCommands();
            return new(services.BuildServiceProvider(), folder);
        }
        catch (DatabaseException) when (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
