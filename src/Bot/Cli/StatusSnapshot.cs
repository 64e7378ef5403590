using Articles.Files;
using Bot.Health;
using Bot.Hosting;
using Desk.Archive;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Cli;

/// <summary>What can be said about a bot at one moment, whether it is running or not.</summary>
sealed record StatusSnapshot
{
    const int ImportsShown = 5;

    /// <summary>As the bot says, if it can be asked; otherwise what can be seen from here.</summary>
    public required HealthReport Health { get; init; }

    /// <summary>Whether the bot is running, and nobody may ask it how it is.</summary>
    public required bool IsUnasked { get; init; }

    /// <summary>The processes that share a server's database; none on a file.</summary>
    public required IReadOnlyList<ProcessReport> Processes { get; init; }

    /// <summary>Which one it is: a file's path, or an address without its password.</summary>
    public required string Database { get; init; }

    public required int Articles { get; init; }

    public required IReadOnlyList<DeliveryCount> Deliveries { get; init; }

    /// <summary>The latest imports with changes, latest first.</summary>
    public required IReadOnlyList<ImportSummary> Imports { get; init; }

    /// <summary>All problems of the content folder.</summary>
    public required IReadOnlyList<ContentProblem> Problems { get; init; }

    /// <exception cref="DatabaseException">The database can't be read.</exception>
    public static async Task<StatusSnapshot> ReadAsync(BotSettings settings, TimeProvider clock, CancellationToken ct)
    {
        using var database = new DeskDatabase(settings.Content.Database);
        var process = new DeskProcess(database, clock);
        using var outbox = new OutboxLease(database, process);
        var (articles, deliveries) = (new ArticleStore(database), new DeliveryStore(database, clock, outbox));
        var imports = new ImportStore(database);
        var isRunning = await process.IsAnyRunningAsync(ct);
        var processes = await process.RunningAsync(ct);
        IHealthCheck[] seenFromHere =
        [
            new DatabaseCheck(database, clock),
            new ContentCheck(new(settings.Content.Folder), articles),
            new OutboxCheck(deliveries, gateway: null, clock),
            new ModelCheck(settings.Answers),
        ];
        var here = new HealthReporter(seenFromHere, process, clock, NullLogger<HealthReporter>.Instance);
        return new()
        {
            Health = isRunning ? await RunningAsync(settings.Health.Listen, here, ct) : await StoppedAsync(here, ct),
            IsUnasked = isRunning && settings.Health.Listen is null,
            Processes = [.. processes.Select(ProcessReport.Of)],
            Database = database.Name,
            Articles = await articles.CountAsync(ct),
            Deliveries = await deliveries.CountsAsync(ct),
            Imports = await imports.LatestAsync(ImportsShown, ct),
            Problems = await imports.ProblemsAsync(ct),
        };
    }

    static async Task<HealthReport> RunningAsync(Uri? listen, HealthReporter here, CancellationToken ct)
    {
        if (listen is null)
            return With(new("bot", Problem: null, Remedy: null), await here.ReportAsync(ct));
        using var bot = new HealthClient();
        try
        {
            return With(new("bot", Problem: null, Remedy: null), await bot.AskAsync(listen, ct));
        }
        catch (HttpRequestException silent)
        {
            var silence = new HealthResult(
                "bot",
                $"The bot is running, but can't be asked at {listen}. {silent.Message}",
                "Look for the reason in its log, and whether it was started with the settings of this folder.");
            return With(silence, await here.ReportAsync(ct));
        }
    }

    static async Task<HealthReport> StoppedAsync(HealthReporter here, CancellationToken ct)
    {
        var stopped = new HealthResult(
            "bot", "The bot isn't running.", "Start it. If it runs with another database, choose that with --database.");
        return With(stopped, await here.ReportAsync(ct));
    }

    static HealthReport With(HealthResult bot, HealthReport others) => new([bot, .. others.Checks]);
}
