namespace Bot.Posting;

/// <summary>
/// Whether this machine's clock was set while the program ran. Two times that were noted before and after that can't be compared, and a
/// story isn't old because of it.
/// </summary>
sealed class ClockJumps(TimeProvider clock)
{
    /// <summary>What the clock may gain or lose by being adjusted bit by bit.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    readonly DateTimeOffset began = clock.GetUtcNow();
    readonly long beganAt = clock.GetTimestamp();

    /// <summary>By how much the clock is ahead of where it would be; zero if it wasn't set.</summary>
    public TimeSpan Jump
    {
        get
        {
            var jump = clock.GetUtcNow() - began - clock.GetElapsedTime(beganAt);
            return jump.Duration() > Tolerance ? jump : TimeSpan.Zero;
        }
    }

    /// <summary>What the clock as it is set now would have shown at a time that was noted.</summary>
    public DateTimeOffset Corrected(DateTimeOffset noted)
    {
        var jump = Jump;
        var wasBefore = noted >= began - Tolerance && noted <= began + clock.GetElapsedTime(beganAt);
        return jump != TimeSpan.Zero && wasBefore ? noted + jump : noted;
    }
}
