namespace Discord.Rest;

/// <summary>A request that waits for its lease. Canceling it gives its place to the next.</summary>
sealed class QueuedRequest(Route route) : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    static long count;

    public Route Route => route;

    /// <summary>Position in order of arrival across all buckets.</summary>
    public long Number { get; } = Interlocked.Increment(ref count);
}

/// <summary>The requests that wait for one bucket, in order of arrival.</summary>
sealed class BucketQueue(RateLimitKey key, QueuedRequest first)
{
    readonly Queue<QueuedRequest> requests = new([first]);

    public RateLimitKey Key => key;

    /// <summary>Whether the bucket is scheduled to be served.</summary>
    public bool IsScheduled { get; set; }

    /// <summary>When the bucket is scheduled next without a response; null if nothing is known about that.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>The next request; null if all others were canceled.</summary>
    public QueuedRequest? First
    {
        get
        {
            while (requests.TryPeek(out var next))
            {
                if (!next.Task.IsCompleted)
                    return next;
                requests.Dequeue();
            }

            return null;
        }
    }

    public IReadOnlyCollection<QueuedRequest> Requests => requests;

    public void Enqueue(QueuedRequest request) => requests.Enqueue(request);

    /// <summary>Gives the first request its lease if the limits allow it. Otherwise tells how long that will take.</summary>
    public void Serve(QueuedRequest first, RateLimiter limiter, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        try
        {
            if (limiter.TryAcquire(first.Route, out wait) is not { } lease)
                Reject(wait);
            else if (!first.TrySetResult(lease))
                limiter.Release(lease);
        }
        catch (DiscordApiException rejected)
        {
            first.TrySetException(rejected);
        }
    }

    /// <summary>Rejects the requests whose timeout is shorter than the wait.</summary>
    public void Reject(TimeSpan wait)
    {
        foreach (var request in requests)
            if (wait > request.Route.Timeout)
                request.TrySetException(DiscordApiException.RateLimited(request.Route, wait));
    }
}
