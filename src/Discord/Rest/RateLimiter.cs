namespace Discord;

/// <summary>
/// Says when a request may go, and learns from the answers. It never waits itself: <see cref="WaitingLine"/> does, of which one
/// <see cref="DiscordRest"/> has one, so that a limiter belongs to one client.
/// Limits are not known beforehand: a bucket lets one request through until an answer has named its limit.
/// See https://discord.com/developers/docs/topics/rate-limits.
/// </summary>
public sealed class RateLimiter(TimeProvider clock)
{
    const int BucketsBeforeSweep = 500;

    readonly Lock gate = new();
    readonly Dictionary<string, string> names = [];
    readonly Dictionary<RateLimitKey, RateLimitBucket> buckets = [];
    readonly GlobalRateLimit global = new();
    readonly InvalidRequestGuard guard = new();
    readonly UnknownWebhooks unknownWebhooks = new();
    int sweepAt = BucketsBeforeSweep;

    /// <summary>A turn; or null, and how long to wait before asking again: infinite when that depends on an answer.</summary>
    /// <exception cref="DiscordApiException">
    /// So many requests were refused that going on would get this address banned; or the webhook is known to be unknown.
    /// </exception>
    internal RateLimitTurn? TryAcquire(Route route, out TimeSpan wait)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            guard.Check(route, now);
            unknownWebhooks.Check(route);
            var bucket = Bucket(route, now);
            wait = route.IsOfInteraction ? TimeSpan.Zero : global.Wait(now);
            if (wait == TimeSpan.Zero)
                wait = bucket.Wait(now);
            if (wait != TimeSpan.Zero)
                return null;
            bucket.Take();
            if (!route.IsOfInteraction)
                global.Take();
            return new(route, bucket);
        }
    }

    /// <summary>How long the global limit holds everything but interactions.</summary>
    internal TimeSpan GlobalWait()
    {
        lock (gate)
            return global.Wait(clock.GetUtcNow());
    }

    /// <summary>Takes in what the answer to a request says.</summary>
    /// <returns>Whether the route turned out to belong to another bucket than was thought.</returns>
    internal bool Learn(RateLimitTurn turn, RateLimitHeaders headers)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (headers.IsInvalid)
                guard.Count(now);
            unknownWebhooks.Learn(turn.Route, headers);
            if (headers.IsGlobal)
                global.Close(now + headers.RetryAfter);

            Return(turn, now);
            var moved = headers.Bucket is { } name && Rename(turn.Route, name);
            Bucket(turn.Route, now).Learn(headers, now);
            return moved;
        }
    }

    /// <summary>Gives back the turn of a request that had no answer.</summary>
    internal void Release(RateLimitTurn turn)
    {
        lock (gate)
            Return(turn, clock.GetUtcNow());
    }

    /// <summary>What a route is counted as, for all that is known by now.</summary>
    internal RateLimitKey Key(Route route)
    {
        lock (gate)
            return KeyOf(route);
    }

    void Return(RateLimitTurn turn, DateTimeOffset now)
    {
        turn.Bucket.Return();
        if (!turn.Route.IsOfInteraction)
            global.Return(now);
    }

    // The first answer of a route names its bucket, also for all channels that were asked meanwhile.
    bool Rename(Route route, string name)
    {
        var isKnown = names.TryGetValue(route.Template, out var old);
        if (old == name)
            return false;
        names[route.Template] = name;
        if (isKnown)
            return true;

        foreach (var (key, bucket) in buckets.Where(pair => pair.Key.Name == route.Template).ToList())
        {
            buckets.Remove(key);
            if (!buckets.TryAdd(key with { Name = name }, bucket))
                buckets[key with { Name = name }].Absorb(bucket);
        }

        return true;
    }

    RateLimitBucket Bucket(Route route, DateTimeOffset now)
    {
        var key = KeyOf(route);
        if (buckets.TryGetValue(key, out var known))
            return known;
        if (buckets.Count >= sweepAt)
            Sweep(now);
        return buckets[key] = new();
    }

    RateLimitKey KeyOf(Route route) => new(names.GetValueOrDefault(route.Template, route.Template), route.Major);

    // Each interaction brings buckets of its own; those at rest say little that a new one would not learn again.
    void Sweep(DateTimeOffset now)
    {
        foreach (var (key, bucket) in buckets)
            if (bucket.IsAtRest(now))
                buckets.Remove(key);
        sweepAt = Math.Max(BucketsBeforeSweep, buckets.Count * 2);
    }
}
