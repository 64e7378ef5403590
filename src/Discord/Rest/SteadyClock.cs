namespace Discord.Rest;

/// <summary>
/// Times that can only be compared with each other, and that go on as they are when a clock is set. What waits for a time by a clock
/// that is set back an hour would wait for an hour.
/// </summary>
sealed class SteadyClock(TimeProvider clock)
{
    readonly long start = clock.GetTimestamp();

    public DateTimeOffset Now => DateTimeOffset.UnixEpoch + clock.GetElapsedTime(start);
}
