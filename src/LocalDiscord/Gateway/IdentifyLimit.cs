namespace LocalDiscord.Gateway;

/// <summary>
/// One shard per five seconds may identify for each rate-limit key, which is the shard's number modulo max_concurrency.
/// https://discord.com/developers/docs/events/gateway#sharding-max-concurrency
/// </summary>
sealed class IdentifyLimit(TimeProvider clock, int maxConcurrency, bool enforced)
{
    static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    readonly Dictionary<int, DateTimeOffset> latest = [];

    /// <summary>Whether the shard may identify now. A rejected attempt doesn't make the wait longer.</summary>
    public bool Take(int shard)
    {
        var (key, now) = (shard % maxConcurrency, clock.GetUtcNow());
        if (enforced && latest.TryGetValue(key, out var last) && now - last < Window)
            return false;
        latest[key] = now;
        return true;
    }
}
