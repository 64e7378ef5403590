using Desk.Database;

namespace Bot.Health;

/// <summary>Whether the database can be written, by writing to it.</summary>
sealed class DatabaseCheck(DeskDatabase database, TimeProvider clock) : IHealthCheck
{
    /// <summary>Longer than the bot's own writes take.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Name => "database";

    public async Task<HealthProblem?> FindAsync(CancellationToken ct)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            await database.TryWriteAsync(either.Token);
            return null;
        }
        catch (DatabaseException failure)
        {
            return new("The database can't be written.", failure.Message);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new(
                $"The database could not be written within {Patience.TotalSeconds} seconds.",
                $"If the bot isn't importing thousands of files, another process holds the lock of {database.Name}. Find it and stop it.");
        }
    }
}
