namespace Discord;

/// <summary>
/// One limit and the requests that count towards it. All that it knows errs on the safe side: a window ends no earlier than
/// Discord said, and a request under way may still count, in this window or in the next.
/// </summary>
sealed class RateLimitBucket
{
    int? limit;
    int remaining;
    int inFlight;
    DateTimeOffset resetsAt;
    DateTimeOffset closedUntil;
    RateLimitBucket? successor;

    /// <summary>Zero when a request may go now; infinite when that depends on an answer that is still to come.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        if (closedUntil > now)
            return closedUntil - now;
        if (limit is null || resetsAt <= now)
            return inFlight < (limit ?? 1) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        return inFlight < remaining ? TimeSpan.Zero : resetsAt - now;
    }

    public void Take() => inFlight++;

    public void Return()
    {
        if (successor is null)
            inFlight--;
        else
            successor.Return();
    }

    public void Learn(RateLimitHeaders headers, DateTimeOffset now)
    {
        if (headers.IsLimited)
            closedUntil = Later(closedUntil, now + headers.RetryAfter);
        if (headers is not { Limit: { } newLimit, Remaining: { } newRemaining, ResetAfter: { } resetAfter })
            return;

        // Answers may overtake each other, even those of two windows: the smallest number and the latest time are safe.
        var isSameWindow = limit is not null && now < resetsAt;
        remaining = isSameWindow ? Math.Min(remaining, newRemaining) : newRemaining;
        resetsAt = Later(resetsAt, now + resetAfter);
        limit = Math.Max(1, newLimit);
    }

    /// <summary>Turns out to be the same limit as <paramref name="other"/>, whose requests are counted here from now on.</summary>
    public void Absorb(RateLimitBucket other)
    {
        inFlight += other.inFlight;
        closedUntil = Later(closedUntil, other.closedUntil);
        other.successor = this;
    }

    public bool IsAtRest(DateTimeOffset now) => inFlight == 0 && resetsAt <= now && closedUntil <= now;

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
