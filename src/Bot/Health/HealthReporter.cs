using Desk.Database;
using Microsoft.Extensions.Logging;

namespace Bot.Health;

/// <summary>Asks all checks at the same time. One that fails or never answers is a problem of its own, and keeps no other.</summary>
sealed partial class HealthReporter(
    IEnumerable<IHealthCheck> checks, DeskProcess process, TimeProvider clock, ILogger<HealthReporter> log)
{
    /// <summary>Longer than any check waits by itself.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    readonly IReadOnlyList<IHealthCheck> checks = [.. checks];

    public async Task<HealthReport> ReportAsync(CancellationToken ct) =>
        new(await Task.WhenAll(checks.Select(check => AskAsync(check, ct))))
        {
            Processes = process.IsShared ? [.. process.All.Select(ProcessReport.Of)] : null,
        };

    async Task<HealthResult> AskAsync(IHealthCheck check, CancellationToken ct)
    {
        var problem = await FindAsync(check, ct);
        return new(check.Name, problem?.What, problem?.Remedy);
    }

    async Task<HealthProblem?> FindAsync(IHealthCheck check, CancellationToken ct)
    {
        try
        {
            return await check.FindAsync(ct).WaitAsync(Patience, clock, ct);
        }
        catch (TimeoutException)
        {
            return new($"This check took more than {Patience.TotalSeconds} seconds.", "Look whether the machine or a disk is overloaded.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(failure, check.Name);
            return new("This check failed unexpectedly.", "Please report this as a bug, with what the log says.");
        }
    }

    [LoggerMessage(LogLevel.Error, "The health check {Check} failed unexpectedly. Please report this as a bug")]
    partial void LogFailed(Exception failure, string check);
}
