using Desk.Database;

namespace Bot.Health;

/// <summary>Whether this process runs the desk, or stands by for another one that does.</summary>
sealed class LeaseCheck(DeskLease lease) : IHealthCheck
{
    public string Name => "lease";

    public Task<HealthProblem?> FindAsync(CancellationToken ct) => Task.FromResult(
        lease.IsHeld
            ? null
            : new HealthProblem(
                "Another process runs the desk; this one stands by.", "There is nothing to do. It takes over when that one ends."));
}
