namespace Discord.Gateway;

/// <summary>Whether a shard hears Discord.</summary>
public sealed class ShardStatus(Shard shard, TimeProvider clock)
{
    const long Never = long.MinValue;

    long heardAt = Never;

    public Shard Shard => shard;

    /// <summary>
    /// The time since anything arrived in a session: an event, or the acknowledgment of a heartbeat, which Discord asks for in less than
    /// a minute. Null before the first session.
    /// </summary>
    public TimeSpan? Silence => Interlocked.Read(ref heardAt) is var at and not Never ? clock.GetElapsedTime(at) : null;

    /// <summary>Called when the first session is there.</summary>
    internal Action Connected { get; init; } = () => { };

    internal void Heard()
    {
        if (Interlocked.Exchange(ref heardAt, clock.GetTimestamp()) == Never)
            Connected();
    }
}
