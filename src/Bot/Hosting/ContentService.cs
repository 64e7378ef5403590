using System.Data.Common;
using Bot.Posting;
using Discord;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Importing;
using News.Reading;
using News.Storage;

namespace Bot.Hosting;

/// <summary>Looks at the content folder at the start and whenever it changes, and tells what it finds.</summary>
sealed partial class ContentService(
    ArticleImporter importer,
    ContentWatcher watcher,
    SettingsChannels channels,
    ArticleStore articles,
    ContentAlerts alerts,
    OutboxSignal outbox,
    GatewayClient gateway,
    ContentOptions options,
    ILogger<ContentService> log) : BackgroundService
{
    /// <summary>An editor or a checkout has written a whole file within this time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    IReadOnlyList<ContentProblem> told = [];
    string? failure;

    /// <summary>The first look comes before anything else starts: who connects then knows all articles and channels.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        watcher.Begin();
        var report = await ImportBar.ShowAsync(progress => LookAsync(patience: TimeSpan.Zero, progress, cancellationToken));
        if (report is not null)
            await TellAsync(report, cancellationToken);
        await channels.ApplyAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var soon = false;
        while (!ct.IsCancellationRequested)
        {
            await watcher.UntilDueAsync(soon, ct);
            var report = await LookAsync(Patience, progress: null, ct);
            soon = report is null or { Unfinished: > 0 };
            if (report is not { ChangedAnything: true })
                continue;
            await TellAsync(report, ct);
            outbox.Set();
        }
    }

    /// <summary>Null where the look failed: what is stored stays, and the next look may succeed.</summary>
    async Task<ImportReport?> LookAsync(TimeSpan patience, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            var report = await ImportAsync(patience, progress, ct);
            await alerts.AfterAsync(report, ct);
            failure = null;
            return report;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DbException)
        {
            // The same failure, look after look, is told once.
            if (failed.Message != failure)
                LogFailure(failed.Message);
            failure = failed.Message;
            return null;
        }
    }

    async Task<ImportReport> ImportAsync(TimeSpan patience, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            return await importer.ImportAsync(patience, progress, ct);
        }
        catch (IOException missing) when (missing is DirectoryNotFoundException or ContentFolderEmptiedException)
        {
            await alerts.AfterAsync(missing, ct);
            throw;
        }
    }

    async Task TellAsync(ImportReport report, CancellationToken ct)
    {
        gateway.SetPresence($"{await articles.CountAsync(ct)} stories");
        LogLoaded(report.Files, ImportWords.Of(report));
        foreach (var problem in report.Problems.Except(told))
            LogProblem(problem.In(options.Folder));
        foreach (var mended in told.Except(report.Problems))
            LogMended(mended.In(options.Folder));
        told = report.Problems;
    }

    [LoggerMessage(LogLevel.Information, "{Files} article files: {Changes}")]
    partial void LogLoaded(int files, string changes);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    partial void LogProblem(ContentProblem problem);

    [LoggerMessage(LogLevel.Information, "Mended: {Problem}")]
    partial void LogMended(ContentProblem problem);

    [LoggerMessage(LogLevel.Error, "The articles could not be brought up to date, which is tried again: {Reason}")]
    partial void LogFailure(string reason);
}
