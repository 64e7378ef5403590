namespace Sandbox.Gateway;

/// <summary>
/// How many shards may identify within five seconds: one for each key, a shard's number modulo max_concurrency.
/// https://discord.com/developers/docs/events/gateway#sharding-max-concurrency
/// </summary>
sealed class IdentifyLimit(TimeProvider clock, SandboxOptions options)
{
    static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    readonly Dictionary<int, DateTimeOffset> latest = [];

    /// <summary>Whether the shard may identify now; one that was refused need not wait longer for it.</summary>
    public bool Take(int shard)
    {
        var (key, now) = (shard % options.MaxConcurrency, clock.GetUtcNow());
        if (options.RateLimits && latest.TryGetValue(key, out var last) && now - last < Window)
            return false;
        latest[key] = now;
        return true;
    }
}
