namespace Desk.Database;

/// <summary>
/// The time by the clock of the database's server, for the processes that share it: what one of them puts off by a minute is due for
/// another in a minute, however wrong the clocks of their machines are. Before the server was asked, and for waiting, it is this
/// machine's clock.
/// </summary>
/// <param name="own">This machine's clock.</param>
public sealed class SharedClock(TimeProvider own) : TimeProvider
{
    /// <summary>Differences that come from the way to the server and back, for which the time isn't set anew.</summary>
    static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(100);

    readonly Lock gate = new();
    (DateTimeOffset Time, long At)? set;

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override long TimestampFrequency => own.TimestampFrequency;

    /// <summary>Sets the time that it was by the server's clock.</summary>
    /// <param name="at">This machine's monotonic time then.</param>
    public void Set(DateTimeOffset time, long at)
    {
        lock (gate)
        {
            if (set is not { } known || (time - known.Time - own.GetElapsedTime(known.At, at)).Duration() > Unnoticed)
                set = (time, at);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return set is { } known ? known.Time.ToUniversalTime() + own.GetElapsedTime(known.At) : own.GetUtcNow();
    }

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        own.CreateTimer(callback, state, dueTime, period);
}
