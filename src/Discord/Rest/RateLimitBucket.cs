namespace Discord;

/// <summary>One limit and the requests that count towards it.</summary>
sealed class RateLimitBucket
{
    int? limit;
    int remaining;
    int inFlight;
    DateTimeOffset resetsAt;
    DateTimeOffset closedUntil;

    /// <summary>Zero when a request may go now.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        if (closedUntil > now)
            return closedUntil - now;
        if (limit is not { } allowed)
            return inFlight == 0 ? TimeSpan.Zero : RateLimiter.Glance;
        if (resetsAt <= now)
            return inFlight < allowed ? TimeSpan.Zero : RateLimiter.Glance;
        return inFlight < remaining ? TimeSpan.Zero : resetsAt - now;
    }

    public void Take() => inFlight++;

    public void Return() => inFlight = Math.Max(0, inFlight - 1);

    public void Learn(RateLimitHeaders headers, DateTimeOffset now)
    {
        if (headers.IsLimited)
            closedUntil = now + headers.RetryAfter;
        if (headers is not { Limit: { } newLimit, Remaining: { } newRemaining, ResetAfter: { } resetAfter })
            return;

        // Answers may overtake each other: within one window only the smallest number is true.
        remaining = limit is not null && now < resetsAt ? Math.Min(remaining, newRemaining) : newRemaining;
        limit = newLimit;
        resetsAt = now + resetAfter;
    }

    public bool IsAtRest(DateTimeOffset now) => inFlight == 0 && resetsAt <= now && closedUntil <= now;
}
