namespace Discord;

/// <summary>
/// The requests that wait for a turn: first in, first out within a bucket; bucket after bucket in rotation, so that a busy channel
/// holds up no other; those of interactions, which the global limit does not bind, before all.
/// Nobody asks in vain: the line moves when an answer was learned or a window resets.
/// </summary>
sealed class WaitingLine(RateLimiter limiter, TimeProvider clock)
{
    readonly Lock gate = new();
    readonly Dictionary<RateLimitKey, WaitingLane> lanes = [];
    readonly Queue<WaitingLane> interactions = new();
    readonly Queue<WaitingLane> rotation = new();
    readonly PriorityQueue<WaitingLane, DateTimeOffset> resting = new();
    ITimer? alarm;
    DateTimeOffset alarmAt = DateTimeOffset.MaxValue;

    /// <summary>A turn as soon as the limits allow it.</summary>
    /// <exception cref="DiscordApiException">A limit holds for longer than the route has patience, or too much was refused.</exception>
    public async Task<RateLimitTurn> TurnAsync(Route route, CancellationToken ct)
    {
        var waiter = new Waiter(route);
        lock (gate)
        {
            Enter(waiter);
            Move();
        }

        using var giveUp = ct.UnsafeRegister(static (waiter, ct) => ((Waiter)waiter!).TrySetCanceled(ct), waiter);
        return await waiter.Task;
    }

    /// <summary>Takes in the answer to a request that had a turn, and lets those go who waited for it.</summary>
    public void Learn(RateLimitTurn turn, RateLimitHeaders headers)
    {
        lock (gate)
        {
            if (limiter.Learn(turn, headers))
                Regroup();
            Wake(turn);
        }
    }

    /// <summary>Gives back the turn of a request that had no answer.</summary>
    public void Release(RateLimitTurn turn)
    {
        lock (gate)
        {
            limiter.Release(turn);
            Wake(turn);
        }
    }

    void Enter(Waiter waiter)
    {
        var key = limiter.Key(waiter.Route);
        if (lanes.TryGetValue(key, out var lane))
        {
            lane.Enter(waiter);
            return;
        }

        lanes[key] = lane = new(key, waiter);
        CallUp(lane);
    }

    void Wake(RateLimitTurn turn)
    {
        if (lanes.TryGetValue(limiter.Key(turn.Route), out var lane))
            CallUp(lane);
        Move();
    }

    void CallUp(WaitingLane lane)
    {
        if (lane.IsCalledUp)
            return;
        lane.IsCalledUp = true;
        (lane.First is { Route.IsOfInteraction: true } ? interactions : rotation).Enqueue(lane);
    }

    /// <summary>Lets all go who may.</summary>
    void Move()
    {
        var now = clock.GetUtcNow();
        while (resting.TryPeek(out var rested, out var until) && until <= now)
        {
            resting.Dequeue();
            rested.RestsUntil = null;
            CallUp(rested);
        }

        while (interactions.TryDequeue(out var lane))
            Serve(lane, now);

        TimeSpan globalWait;
        while ((globalWait = rotation.Count > 0 ? limiter.GlobalWait() : TimeSpan.Zero) == TimeSpan.Zero && rotation.TryDequeue(out var lane))
            Serve(lane, now);
        if (globalWait > GlobalRateLimit.Second)
            foreach (var lane in rotation)
                lane.Refuse(globalWait);
        SetAlarm(now, globalWait);
    }

    /// <summary>One turn for the first of a lane, which goes to the end of the rotation or rests.</summary>
    void Serve(WaitingLane lane, DateTimeOffset now)
    {
        lane.IsCalledUp = false;
        var wait = TimeSpan.Zero;
        if (lane.First is { } first)
            lane.Serve(first, limiter, out wait);

        if (lane.First is null)
            Close(lane);
        else if (wait == TimeSpan.Zero)
            CallUp(lane);
        else if (wait != Timeout.InfiniteTimeSpan)
            Rest(lane, now + wait);
    }

    void Rest(WaitingLane lane, DateTimeOffset until)
    {
        if (lane.RestsUntil <= until)
            return;
        lane.RestsUntil = until;
        resting.Enqueue(lane, until);
    }

    // An empty lane may have rested for so long that another took its place.
    void Close(WaitingLane lane)
    {
        if (lanes.GetValueOrDefault(lane.Key) == lane)
            lanes.Remove(lane.Key);
    }

    // Buckets that were thought to be several are one, or the other way round: everybody lines up again, in the old order.
    void Regroup()
    {
        var waiters = lanes.Values.SelectMany(lane => lane.Leave()).OrderBy(waiter => waiter.Number).ToList();
        lanes.Clear();
        interactions.Clear();
        rotation.Clear();
        resting.Clear();
        waiters.ForEach(Enter);
    }

    // A timer counts in whole milliseconds; ringing early would only ring again.
    void SetAlarm(DateTimeOffset now, TimeSpan globalWait)
    {
        var next = resting.TryPeek(out _, out var until) ? until : DateTimeOffset.MaxValue;
        if (globalWait > TimeSpan.Zero && now + globalWait < next)
            next = now + globalWait;
        if (next == alarmAt)
            return;

        alarm?.Dispose();
        alarmAt = next;
        alarm = next == DateTimeOffset.MaxValue
            ? null
            : clock.CreateTimer(_ => Ring(), null, TimeSpan.FromMilliseconds(Math.Ceiling((next - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    void Ring()
    {
        lock (gate)
        {
            alarmAt = DateTimeOffset.MaxValue;
            Move();
        }
    }
}
