namespace Discord;

/// <summary>One limit and the requests that count towards it.</summary>
sealed class RateLimitBucket
{
    int? _limit;
    int _remaining;
    int _inFlight;
    DateTimeOffset _resetsAt;
    DateTimeOffset _closedUntil;

    /// <summary>Zero when a request may go now.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        if (_closedUntil > now)
            return _closedUntil - now;
        if (_limit is not { } limit)
            return _inFlight == 0 ? TimeSpan.Zero : RateLimiter.Glance;
        if (_resetsAt <= now)
            return _inFlight < limit ? TimeSpan.Zero : RateLimiter.Glance;
        return _inFlight < _remaining ? TimeSpan.Zero : _resetsAt - now;
    }

    public void Take() => _inFlight++;

    public void Return() => _inFlight = Math.Max(0, _inFlight - 1);

    public void Learn(RateLimitHeaders headers, DateTimeOffset now)
    {
        if (headers.IsLimited)
            _closedUntil = now + headers.RetryAfter;
        if (headers is not { Limit: { } limit, Remaining: { } remaining, ResetAfter: { } resetAfter })
            return;

        // Answers may overtake each other: within one window only the smallest number is true.
        _remaining = _limit is not null && now < _resetsAt ? Math.Min(_remaining, remaining) : remaining;
        _limit = limit;
        _resetsAt = now + resetAfter;
    }

    public bool IsAtRest(DateTimeOffset now) => _inFlight == 0 && _resetsAt <= now && _closedUntil <= now;
}
