namespace Discord.Rest;

/// <summary>
/// Fifty requests per second across all routes except those of interactions.
/// Discord counts a request when it arrives, at an unknown moment between sending and the response. A request therefore counts from
/// when it is sent until one second after its response.
/// See https://discord.com/developers/docs/topics/rate-limits#global-rate-limit.
/// </summary>
sealed class GlobalRateLimit
{
    internal const int PerSecond = 50;
    internal static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly Queue<DateTimeOffset> completed = new();
    int inFlight;
    DateTimeOffset closedUntil;

    /// <summary>Zero if a request may be sent now; infinite if that depends on a response that is still pending.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        if (closedUntil > now)
            return closedUntil - now;
        while (completed.TryPeek(out var oldest) && oldest + Second <= now)
            completed.Dequeue();
        if (inFlight + completed.Count < PerSecond)
            return TimeSpan.Zero;
        return completed.TryPeek(out var next) ? next + Second - now : Timeout.InfiniteTimeSpan;
    }

    public void Acquire() => inFlight++;

    public void Release(DateTimeOffset now)
    {
        inFlight--;
        completed.Enqueue(now);
    }

    public void Close(DateTimeOffset until) => closedUntil = until > closedUntil ? until : closedUntil;
}
