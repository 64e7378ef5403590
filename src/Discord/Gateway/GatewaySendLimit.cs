namespace Discord;

/// <summary>
/// A connection may send 120 payloads in 60 seconds and is closed beyond that.
/// See https://discord.com/developers/docs/events/gateway#rate-limiting.
/// </summary>
sealed class GatewaySendLimit
{
    internal const int Payloads = 120;
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    readonly Queue<DateTimeOffset> sent = new();

    /// <summary>Zero, and the payload counts; or how long to wait before asking again.</summary>
    public TimeSpan Take(DateTimeOffset now)
    {
        while (sent.TryPeek(out var oldest) && oldest + Window <= now)
            sent.Dequeue();
        if (sent.Count >= Payloads)
            return sent.Peek() + Window - now;
        sent.Enqueue(now);
        return TimeSpan.Zero;
    }
}
