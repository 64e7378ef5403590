namespace Desk.Database;

/// <summary>
/// How many shards all processes on a server's database run together, and where each one's session is, so that another process can go on
/// with it.
/// </summary>
public sealed class ShardStore(DeskDatabase database)
{
    /// <summary>What the right to run a shard is called, before its number.</summary>
    public const string Lease = "shard";

    /// <summary>Settles how many there are. While other processes run, it stays as they have it.</summary>
    /// <exception cref="DatabaseException">The database can't be used.</exception>
    public Task<int> SettleAsync(int count, CancellationToken ct) => database.ShardsAsync(shards => shards.SettleAsync(count, ct), ct);

    /// <summary>Where a shard's session stopped; null if there is none to resume.</summary>
    /// <exception cref="DatabaseException">The database can't be used.</exception>
    public Task<KeptSession?> SessionAsync(int id, CancellationToken ct) => database.ShardsAsync(shards => shards.SessionAsync(id, ct), ct);

    /// <summary>Notes where sessions are now, by shard, as far as this process has these; null for a session that ended.</summary>
    /// <exception cref="DatabaseException">The database can't be used.</exception>
    public Task SaveAsync(IReadOnlyDictionary<int, KeptSession?> sessions, CancellationToken ct) =>
        database.ShardsAsync(shards => shards.SaveAsync(sessions, ct), ct);
}
