namespace Discord.Rest;

/// <summary>
/// The requests that wait for a lease. Within a bucket: first in, first out. Between buckets: in rotation, so that a busy channel delays
/// no other. Interactions, which are exempt from the global limit, go first. Nothing polls: the queue advances when a response arrives
/// or a window resets.
/// </summary>
sealed class RequestQueue
{
    readonly RateLimiter limiter;
    readonly TimeProvider clock;
    readonly SteadyClock steady;
    readonly Lock gate = new();
    readonly Dictionary<RateLimitKey, BucketQueue> buckets = [];
    readonly Queue<BucketQueue> interactions = new();
    readonly Queue<BucketQueue> rotation = new();
    readonly PriorityQueue<BucketQueue, DateTimeOffset> paused = new();
    ITimer? timer;
    DateTimeOffset timerDue = DateTimeOffset.MaxValue;

    public RequestQueue(RateLimiter limiter, TimeProvider clock)
    {
        (this.limiter, this.clock, steady) = (limiter, clock, new(clock));
        limiter.Raised += OnRaised;
    }

    /// <summary>Returns a lease as soon as the limits allow it.</summary>
    /// <exception cref="DiscordApiException">The wait exceeds the route's timeout, or Discord rejected too many requests.</exception>
    public async Task<RateLimitLease> WaitAsync(Route route, CancellationToken ct)
    {
        var request = new QueuedRequest(route);
        lock (gate)
        {
            Enqueue(request);
            Advance();
        }

        if (request.Task.IsCompleted)
            return await request.Task;
        using var cancel = ct.UnsafeRegister(static (request, ct) => ((QueuedRequest)request!).TrySetCanceled(ct), request);
        using var span = RestTraces.Wait();
        var began = clock.GetTimestamp();
        var lease = await request.Task;
        RestMetrics.Waited(clock.GetElapsedTime(began));
        return lease;
    }

    /// <summary>Returns a lease with its response, and lets the requests go that waited for it.</summary>
    public void Update(RateLimitLease lease, RateLimitHeaders headers)
    {
        lock (gate)
        {
            if (limiter.Update(lease, headers))
                Regroup();
            ScheduleBucketOf(lease);
        }
    }

    /// <summary>Returns the lease of a request without a response.</summary>
    public void Release(RateLimitLease lease)
    {
        lock (gate)
        {
            limiter.Release(lease);
            ScheduleBucketOf(lease);
        }
    }

    void Enqueue(QueuedRequest request)
    {
        var key = limiter.Key(request.Route);
        if (buckets.TryGetValue(key, out var bucket))
        {
            bucket.Enqueue(request);
            return;
        }

        buckets[key] = bucket = new(key, request);
        Schedule(bucket);
    }

    void ScheduleBucketOf(RateLimitLease lease)
    {
        if (buckets.TryGetValue(limiter.Key(lease.Route), out var bucket))
            Schedule(bucket);
        Advance();
    }

    void Schedule(BucketQueue bucket)
    {
        if (bucket.IsScheduled)
            return;
        bucket.IsScheduled = true;
        (bucket.First is { Route.IsInteraction: true } ? interactions : rotation).Enqueue(bucket);
    }

    /// <summary>Gives a lease to every request that may be sent now.</summary>
    void Advance()
    {
        var now = steady.Now;
        while (paused.TryPeek(out var bucket, out var until) && until <= now)
        {
            paused.Dequeue();
            bucket.PausedUntil = null;
            Schedule(bucket);
        }

        while (interactions.TryDequeue(out var bucket))
            Serve(bucket, now);

        var globalWait = GlobalWait();
        while (globalWait == TimeSpan.Zero && rotation.TryDequeue(out var bucket))
        {
            Serve(bucket, now);
            globalWait = GlobalWait();
        }

        if (globalWait > GlobalRateLimit.Second)
            foreach (var bucket in rotation)
                bucket.Reject(globalWait);
        SetTimer(now, globalWait);
    }

    TimeSpan GlobalWait() => rotation.Count > 0 ? limiter.GlobalWait() : TimeSpan.Zero;

    /// <summary>Serves the first request of a bucket, which then moves to the end of the rotation or pauses.</summary>
    void Serve(BucketQueue bucket, DateTimeOffset now)
    {
        bucket.IsScheduled = false;
        var wait = TimeSpan.Zero;
        if (bucket.First is { } first)
            bucket.Serve(first, limiter, out wait);

        if (bucket.First is null)
            Remove(bucket);
        else if (wait == TimeSpan.Zero)
            Schedule(bucket);
        else if (wait != Timeout.InfiniteTimeSpan)
            Pause(bucket, now + wait);
    }

    void Pause(BucketQueue bucket, DateTimeOffset until)
    {
        if (bucket.PausedUntil <= until)
            return;
        bucket.PausedUntil = until;
        paused.Enqueue(bucket, until);
    }

    // An empty bucket may have paused for so long that another took its place.
    void Remove(BucketQueue bucket)
    {
        if (buckets.GetValueOrDefault(bucket.Key) == bucket)
            buckets.Remove(bucket.Key);
    }

    // A response showed that several buckets are one, or the opposite: all requests line up again in order of arrival.
    void Regroup()
    {
        var requests = buckets.Values.SelectMany(bucket => bucket.Requests).OrderBy(request => request.Number).ToList();
        buckets.Clear();
        interactions.Clear();
        rotation.Clear();
        paused.Clear();
        requests.ForEach(Enqueue);
    }

    // Timers count whole milliseconds; rounding up avoids one that fires too early.
    void SetTimer(DateTimeOffset now, TimeSpan globalWait)
    {
        var next = paused.TryPeek(out _, out var until) ? until : DateTimeOffset.MaxValue;
        if (globalWait > TimeSpan.Zero && now + globalWait < next)
            next = now + globalWait;
        if (next == timerDue)
            return;

        timer?.Dispose();
        timerDue = next;
        var dueIn = TimeSpan.FromMilliseconds(Math.Ceiling((next - now).TotalMilliseconds));
        timer = next == DateTimeOffset.MaxValue ? null : clock.CreateTimer(_ => OnTimer(), null, dueIn, Timeout.InfiniteTimeSpan);
    }

    void OnRaised()
    {
        lock (gate)
            Advance();
    }

    void OnTimer()
    {
        lock (gate)
        {
            timerDue = DateTimeOffset.MaxValue;
            Advance();
        }
    }
}
