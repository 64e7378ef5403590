using Bot.Posting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Importing;
using News.Reading;

namespace Bot.Hosting;

/// <summary>Looks at the content folder at the start and then again and again, and tells what it finds.</summary>
sealed partial class ContentService(
    ArticleImporter importer,
    SettingsChannels channels,
    OutboxSignal outbox,
    ContentOptions options,
    TimeProvider clock,
    ILogger<ContentService> log) : BackgroundService
{
    IReadOnlyList<ContentProblem> told = [];

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.LookEvery, clock);
        var isFirst = true;
        do
        {
            if (await LookAsync(ct) is not { } report)
                continue;

            if (isFirst)
                await channels.ApplyAsync(ct);
            if (isFirst || report.ChangedAnything)
                Tell(report);
            isFirst = false;
            outbox.Set();
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    /// <summary>Null where the folder could not be looked at: what is stored stays, and the next look may succeed.</summary>
    async Task<ImportReport?> LookAsync(CancellationToken ct)
    {
        try
        {
            return await importer.ImportAsync(progress: null, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogFolder(failure.Message);
            return null;
        }
    }

    void Tell(ImportReport report)
    {
        LogLoaded(report.Files, report.News, report.Stored, report.Removed);
        foreach (var problem in report.Problems.Except(told))
            LogProblem(problem);
        told = report.Problems;
    }

    [LoggerMessage(LogLevel.Information, "{Files} article files: {News} new to readers, {Stored} read, {Removed} gone")]
    partial void LogLoaded(int files, int news, int stored, int removed);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    partial void LogProblem(ContentProblem problem);

    [LoggerMessage(LogLevel.Error, "The content folder can't be looked at: {Reason}")]
    partial void LogFolder(string reason);
}
