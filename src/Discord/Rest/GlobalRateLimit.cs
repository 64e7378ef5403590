namespace Discord;

/// <summary>
/// Fifty requests in any second over all routes but those of interactions.
/// Discord counts a request when it arrives, some time between sending it and its answer: so each takes its place until a second
/// after the answer. See https://discord.com/developers/docs/topics/rate-limits#global-rate-limit.
/// </summary>
sealed class GlobalRateLimit
{
    internal const int PerSecond = 50;
    internal static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly Queue<DateTimeOffset> answered = new();
    int inFlight;
    DateTimeOffset closedUntil;

    /// <summary>Zero when a request may go now; infinite when that depends on an answer that is still to come.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        if (closedUntil > now)
            return closedUntil - now;
        while (answered.TryPeek(out var oldest) && oldest + Second <= now)
            answered.Dequeue();
        if (inFlight + answered.Count < PerSecond)
            return TimeSpan.Zero;
        return answered.TryPeek(out var next) ? next + Second - now : Timeout.InfiniteTimeSpan;
    }

    public void Take() => inFlight++;

    public void Return(DateTimeOffset now)
    {
        inFlight--;
        answered.Enqueue(now);
    }

    public void Close(DateTimeOffset until) => closedUntil = until > closedUntil ? until : closedUntil;
}
