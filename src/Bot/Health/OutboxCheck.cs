using Desk.Database;
using Desk.Outbox;

namespace Bot.Health;

/// <summary>Whether what is due is sent. While Discord is away, nothing can be, and <see cref="GatewayCheck"/> says so.</summary>
/// <param name="gateway">Null if it isn't known whether Discord is away.</param>
sealed class OutboxCheck(DeliveryStore deliveries, GatewayCheck? gateway, TimeProvider clock) : IHealthCheck
{
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public string Name => "outbox";

    public async Task<HealthProblem?> FindAsync(CancellationToken ct)
    {
        if (gateway is { IsConnected: false })
            return null;
        try
        {
            var due = await deliveries.DueAsync(ct);
            return clock.GetUtcNow() - due.Since is not { } late || late <= Longest
                ? null
                : new(
                    $"{due.Count} {(due.Count == 1 ? "delivery is" : "deliveries are")} due, "
                    + $"the oldest for {(long)late.TotalMinutes} minutes.",
                    "If many stories came at once, wait: Discord limits how fast the bot posts. "
                    + "Otherwise, look in the log for the reason, and start the bot again.");
        }
        catch (DatabaseException failure)
        {
            return new("The database can't be read.", failure.Message);
        }
    }
}
