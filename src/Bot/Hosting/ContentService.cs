using Bot.Posting;
using Desk.Archive;
using Desk.Database;
using Desk.Importing;
using Discord.Gateway;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Imports the content folder at the start and whenever it changes, and reports what it finds. While another process runs the desk, that
/// one does it.
/// </summary>
sealed partial class ContentService(
    DeskLease desk,
    ArticleImporter importer,
    ContentWatcher watcher,
    SettingsChannels channels,
    ArticleStore articles,
    ContentAlerts alerts,
    OutboxSignal outbox,
    GatewayClient gateway,
    ContentOptions options,
    ContentLog contentLog,
    TimeProvider clock,
    ILogger<ContentService> log) : BackgroundService
{
    /// <summary>An editor or a checkout has written a whole file within this time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    static readonly TimeSpan CountEvery = TimeSpan.FromMinutes(1);

    string? failure;

    /// <summary>The first look comes before anything else starts: who connects then knows all articles and channels.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (desk.IsHeld)
                await FirstLookAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Somebody stops the program while it starts, or another part does, which says why. The host would call this a failure.
            return;
        }

        await base.StartAsync(cancellationToken);
    }

    async Task FirstLookAsync(CancellationToken ct)
    {
        watcher.Begin();
        var report = await ImportBar.ShowAsync(progress => LookAsync(patience: TimeSpan.Zero, progress, ct));
        if (report is not null)
            await TellAsync(report, ct);
        await channels.ApplyAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        if (!desk.IsHeld)
            await TakeOverAsync(ct);
        var within = options.ConfirmAfter;
        while (!ct.IsCancellationRequested)
        {
            await watcher.UntilDueAsync(within, ct);
            var report = await LookAsync(Patience, progress: null, ct);
            within = report switch
            {
                null or { Unfinished: > 0 } or { Decisions.IsMoreToDecide: true } => ContentWatcher.Soon,
                { Waiting: > 0 } => options.ConfirmAfter,
                _ => options.LookEvery,
            };
            if (report is { ChangedAnything: true } or { Decisions.Queued: > 0 })
                outbox.Set();
            if (report is not null)
                await TellAsync(report, ct);
        }
    }

    async Task TakeOverAsync(CancellationToken ct)
    {
        var held = desk.HeldAsync(ct);
        while (!held.IsCompleted)
        {
            await ShowCountAsync(ct);
            await Task.WhenAny(held, Task.Delay(CountEvery, clock, ct));
        }

        await held;
        await FirstLookAsync(ct);
        outbox.Set();
    }

    /// <summary>Null where the look failed: what is stored stays, and the next look may succeed.</summary>
    async Task<ImportReport?> LookAsync(TimeSpan patience, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            var report = await ImportAsync(patience, progress, ct);
            await alerts.AfterAsync(report, ct);
            ImportMetrics.Done(report);
            failure = null;
            return report;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DatabaseException)
        {
            // A failure that repeats is logged once.
            if (failed.Message != failure)
                LogFailure(failed.Message);
            return Failed(failed);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // Nobody foresaw it. What is stored is still to be posted and read, and the next look may succeed.
            if (failed.Message != failure)
                LogUnexpected(failed);
            return Failed(failed);
        }
    }

    ImportReport? Failed(Exception failed)
    {
        ImportMetrics.Failed();
        failure = failed.Message;
        return null;
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
        contentLog.Tell(report);
        if (report.ChangedAnything)
            await ShowCountAsync(ct);
    }

    async Task ShowCountAsync(CancellationToken ct)
    {
        try
        {
            gateway.SetPresence($"{await articles.CountAsync(ct)} stories");
        }
        catch (DatabaseException busy)
        {
            // The number is shown after the next change.
            LogUncounted(busy.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "The articles could not be updated; retrying: {Reason}")]
    partial void LogFailure(string reason);

    [LoggerMessage(LogLevel.Error, "The articles could not be updated; retrying. Please report this as a bug")]
    partial void LogUnexpected(Exception failure);

    [LoggerMessage(LogLevel.Warning, "The stories could not be counted: {Reason}")]
    partial void LogUncounted(string reason);
}
