namespace Discord.Gateway;

/// <summary>
/// Discord closes a connection that sends more than 120 payloads in 60 seconds.
/// See https://discord.com/developers/docs/events/gateway#rate-limiting.
/// </summary>
sealed class GatewaySendLimit
{
    internal const int Payloads = 120;
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    readonly Queue<DateTimeOffset> sent = new();

    /// <summary>Returns zero and counts the payload, or returns how long to wait before asking again.</summary>
    public TimeSpan TryAcquire(DateTimeOffset now)
    {
        while (sent.TryPeek(out var oldest) && oldest + Window <= now)
            sent.Dequeue();
        if (sent.Count >= Payloads)
            return sent.Peek() + Window - now;
        sent.Enqueue(now);
        return TimeSpan.Zero;
    }
}
