using System.Data.Common;
using Bot.Posting;
using Discord;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Importing;
using News.Reading;
using News.Storage;

namespace Bot.Hosting;

/// <summary>Looks at the content folder at the start and then again and again, and tells what it finds.</summary>
sealed partial class ContentService(
    ArticleImporter importer,
    SettingsChannels channels,
    ArticleStore articles,
    OutboxSignal outbox,
    GatewayClient gateway,
    ContentOptions options,
    TimeProvider clock,
    ILogger<ContentService> log) : BackgroundService
{
    IReadOnlyList<ContentProblem> told = [];

    /// <summary>The first look comes before anything else starts: who connects then knows all articles and channels.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await ImportBar.ShowAsync(progress => LookAsync(progress, cancellationToken)) is { } report)
            await TellAsync(report, cancellationToken);
        await channels.ApplyAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(ct))
        {
            if (await LookAsync(progress: null, ct) is not { ChangedAnything: true } report)
                continue;
            await TellAsync(report, ct);
            outbox.Set();
        }
    }

    /// <summary>Null where the look failed: what is stored stays, and the next look may succeed.</summary>
    async Task<ImportReport?> LookAsync(IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            return await importer.ImportAsync(progress is null ? TimeSpan.FromSeconds(2) : TimeSpan.Zero, progress, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            LogFolder(failure.Message);
            return null;
        }
    }

    async Task TellAsync(ImportReport report, CancellationToken ct)
    {
        gateway.SetPresence($"{await articles.CountAsync(ct)} stories");
        LogLoaded(report.Files, report.Count(ArticleChangeKind.New), report.Count(ArticleChangeKind.Edited), report.Count(ArticleChangeKind.Withdrawn));
        foreach (var problem in report.Problems.Except(told))
            LogProblem(problem.In(options.Folder));
        told = report.Problems;
    }

    [LoggerMessage(LogLevel.Information, "{Files} article files: {News} new to readers, {Edited} edited, {Withdrawn} withdrawn")]
    partial void LogLoaded(int files, int news, int edited, int withdrawn);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    partial void LogProblem(ContentProblem problem);

    [LoggerMessage(LogLevel.Error, "The articles could not be brought up to date, which is tried again: {Reason}")]
    partial void LogFolder(string reason);
}
