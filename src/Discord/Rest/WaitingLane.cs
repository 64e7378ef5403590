namespace Discord;

/// <summary>Those who wait for one bucket, in the order in which they came.</summary>
sealed class WaitingLane(RateLimitKey key, Waiter first)
{
    readonly Queue<Waiter> waiters = new([first]);

    public RateLimitKey Key => key;

    /// <summary>Whether it stands in a queue already.</summary>
    public bool IsCalledUp { get; set; }

    /// <summary>When it will be called up without an answer; null when nothing says so.</summary>
    public DateTimeOffset? RestsUntil { get; set; }

    /// <summary>Who is next; null when all others have given up.</summary>
    public Waiter? First
    {
        get
        {
            while (waiters.TryPeek(out var next))
            {
                if (!next.Task.IsCompleted)
                    return next;
                waiters.Dequeue();
            }

            return null;
        }
    }

    public void Enter(Waiter waiter) => waiters.Enqueue(waiter);

    public IReadOnlyCollection<Waiter> Leave() => waiters;

    /// <summary>A turn for the first, if there is one; otherwise how long it has to wait for that.</summary>
    public void Serve(Waiter first, RateLimiter limiter, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        try
        {
            if (limiter.TryAcquire(first.Route, out wait) is not { } turn)
                Refuse(wait);
            else if (!first.TrySetResult(turn))
                limiter.Release(turn);
        }
        catch (DiscordApiException refused)
        {
            first.TrySetException(refused);
        }
    }

    /// <summary>Sends those away who have no patience for a wait as long as this.</summary>
    public void Refuse(TimeSpan wait)
    {
        foreach (var waiter in waiters)
            if (wait > waiter.Route.Patience)
                waiter.TrySetException(DiscordApiException.Limited(waiter.Route, wait));
    }
}

/// <summary>A request that waits; cancelling it leaves its place to the next.</summary>
sealed class Waiter(Route route) : TaskCompletionSource<RateLimitTurn>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    static long count;

    public Route Route => route;

    /// <summary>Its place among all.</summary>
    public long Number { get; } = Interlocked.Increment(ref count);
}
