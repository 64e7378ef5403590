namespace Discord;

/// <summary>
/// Says when a request may go, and learns from the answers. It never waits itself.
/// Limits are not known beforehand: a bucket lets one request through until an answer has named its limit.
/// See https://discord.com/developers/docs/topics/rate-limits.
/// </summary>
public sealed class RateLimiter(TimeProvider clock)
{
    /// <summary>How soon to ask again behind a request whose answer is still to come.</summary>
    internal static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    const int GlobalPerSecond = 50;
    const int BucketsBeforeSweep = 500;
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly Lock gate = new();
    readonly Dictionary<string, string> hashes = [];
    readonly Dictionary<(string Hash, string Major), RateLimitBucket> buckets = [];
    readonly Queue<DateTimeOffset> sent = new();
    readonly InvalidRequestGuard guard = new();
    DateTimeOffset globalUntil;

    /// <summary>Takes a turn, or says how long to wait before asking again.</summary>
    /// <exception cref="DiscordApiException">So many requests were refused that going on would get this address banned.</exception>
    internal bool TryAcquire(Route route, out TimeSpan wait)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            guard.Check(route, now);
            var bucket = Bucket(route, now);
            wait = Longest(bucket.Wait(now), route.IsOfInteraction ? TimeSpan.Zero : GlobalWait(now));
            if (wait > TimeSpan.Zero)
                return false;
            bucket.Take();
            if (!route.IsOfInteraction)
                sent.Enqueue(now);
            return true;
        }
    }

    /// <summary>Takes in what the answer to an acquired request says.</summary>
    internal void Learn(Route route, RateLimitHeaders headers)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (headers.IsInvalid)
                guard.Count(now);
            if (headers.IsGlobal)
                globalUntil = Later(globalUntil, now + headers.RetryAfter);

            Bucket(route, now).Return();
            if (headers.Bucket is { } hash)
                hashes[route.Template] = hash;
            Bucket(route, now).Learn(headers, now);
        }
    }

    /// <summary>Gives back the turn of a request that had no answer.</summary>
    internal void Release(Route route)
    {
        lock (gate)
            Bucket(route, clock.GetUtcNow()).Return();
    }

    TimeSpan GlobalWait(DateTimeOffset now)
    {
        while (sent.TryPeek(out var oldest) && oldest + Second <= now)
            sent.Dequeue();
        var window = sent.Count < GlobalPerSecond ? TimeSpan.Zero : sent.Peek() + Second - now;
        return Longest(window, globalUntil - now);
    }

    // The first answer of a route moves it from a bucket of its own to the one that Discord named.
    RateLimitBucket Bucket(Route route, DateTimeOffset now)
    {
        var key = (hashes.GetValueOrDefault(route.Template, route.Template), route.Major);
        if (buckets.TryGetValue(key, out var known))
            return known;
        if (buckets.Count >= BucketsBeforeSweep)
            Sweep(now);
        return buckets[key] = new();
    }

    // Each interaction brings buckets of its own; those at rest say nothing that a new one would not.
    void Sweep(DateTimeOffset now)
    {
        foreach (var (key, bucket) in buckets)
            if (bucket.IsAtRest(now))
                buckets.Remove(key);
    }

    static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
