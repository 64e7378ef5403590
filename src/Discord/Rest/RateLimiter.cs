namespace Discord.Rest;

/// <summary>
/// Decides whether a request may be sent, and learns the limits from responses. It never waits; <see cref="RequestQueue"/> does. Each
/// limiter belongs to one <see cref="DiscordRest"/>. A bucket allows one request at a time until a response has shown its limit.
/// See https://discord.com/developers/docs/topics/rate-limits.
/// </summary>
/// <param name="perSecond">The global limit: requests a second, over all routes but those of interactions.</param>
public sealed class RateLimiter(TimeProvider clock, int perSecond = GlobalRateLimit.Default)
{
    const int BucketsBeforeSweep = 500;

    readonly SteadyClock steady = new(clock);
    readonly Lock gate = new();
    readonly Dictionary<string, string> names = [];
    readonly Dictionary<RateLimitKey, RateLimitBucket> buckets = [];
    readonly GlobalRateLimit global = new(perSecond);
    readonly InvalidRequestLimit invalidRequests = new();
    int sweepAt = BucketsBeforeSweep;
    bool hasWaited;

    /// <summary>Raised when more requests may be sent than before.</summary>
    internal event Action? Raised;

    /// <summary>
    /// The requests a second that this process may send: those that Discord allows, or a share of them where several processes are one
    /// bot. A lower number holds for new requests; those that were sent count until they don't any more.
    /// </summary>
    public int PerSecond
    {
        get
        {
            lock (gate)
                return global.PerSecond;
        }

        set
        {
            lock (gate)
                global.PerSecond = value;
            Raised?.Invoke();
        }
    }

    /// <summary>How many requests count toward the limit now.</summary>
    public int Counting
    {
        get
        {
            lock (gate)
                return global.Counting(steady.Now);
        }
    }

    /// <summary>How many requests Discord rejected in the last ten minutes.</summary>
    public int Rejected
    {
        get
        {
            lock (gate)
                return invalidRequests.Count(steady.Now);
        }
    }

    /// <summary>The same of other processes, which count together if they have one address.</summary>
    public int RejectedElsewhere
    {
        set
        {
            lock (gate)
                invalidRequests.Elsewhere = value;
        }
    }

    /// <summary>Whether a request has had to wait for the global limit since this was last asked.</summary>
    public bool TakeHasWaited()
    {
        lock (gate)
        {
            var waited = hasWaited;
            hasWaited = false;
            return waited;
        }
    }

    /// <summary>A lease; or null, with the time to wait before asking again, which is infinite if it depends on a response.</summary>
    /// <exception cref="DiscordApiException">
    /// Discord rejected so many requests that more would cause a ban, or the webhook has expired.
    /// </exception>
    internal RateLimitLease? TryAcquire(Route route, out TimeSpan wait)
    {
        lock (gate)
        {
            var now = steady.Now;
            invalidRequests.Check(route, now);
            var bucket = Bucket(route, now);
            wait = route.IsInteraction ? TimeSpan.Zero : global.Wait(now);
            if (wait == TimeSpan.Zero)
                wait = bucket.Wait(now);
            if (wait != TimeSpan.Zero)
                return null;
            bucket.Acquire();
            if (!route.IsInteraction)
                global.Acquire();
            return new(route, bucket);
        }
    }

    /// <summary>How long the global limit blocks everything except interactions.</summary>
    internal TimeSpan GlobalWait()
    {
        lock (gate)
        {
            var wait = global.Wait(steady.Now);
            hasWaited |= wait != TimeSpan.Zero;
            return wait;
        }
    }

    /// <summary>Returns a lease and learns from its response.</summary>
    /// <returns>Whether the route turned out to belong to another bucket than assumed.</returns>
    internal bool Update(RateLimitLease lease, RateLimitHeaders headers)
    {
        lock (gate)
        {
            var now = steady.Now;
            invalidRequests.Update(lease.Route, headers, now);
            if (headers.IsGlobal)
                global.Close(now + headers.RetryAfter);

            Release(lease, now);
            var moved = headers.Bucket is { } name && Rename(lease.Route, name);
            Bucket(lease.Route, now).Update(headers, now);
            return moved;
        }
    }

    /// <summary>Returns the lease of a request without a response.</summary>
    internal void Release(RateLimitLease lease)
    {
        lock (gate)
            Release(lease, steady.Now);
    }

    /// <summary>The bucket of a route as far as it is known.</summary>
    internal RateLimitKey Key(Route route)
    {
        lock (gate)
            return KeyOf(route);
    }

    void Release(RateLimitLease lease, DateTimeOffset now)
    {
        lease.Bucket.Release();
        if (!lease.Route.IsInteraction)
            global.Release(now);
    }

    // The first response of a route names its bucket, also for all other channels with pending requests.
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

    // Every interaction adds buckets of its own. Idle ones know little that a new one would not learn again.
    void Sweep(DateTimeOffset now)
    {
        foreach (var (key, bucket) in buckets)
            if (bucket.IsIdle(now))
                buckets.Remove(key);
        sweepAt = Math.Max(BucketsBeforeSweep, buckets.Count * 2);
    }
}
