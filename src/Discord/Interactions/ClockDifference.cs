namespace Discord.Interactions;

/// <summary>
/// How far this machine's clock is from Discord's. The newest time that Discord has signed counts: an older one may be a request that
/// somebody recorded and sends again, and Discord's clock does not go back.
/// </summary>
public sealed class ClockDifference(TimeProvider clock)
{
    /// <summary>How old or early a request may be.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    readonly Lock gate = new();
    DateTimeOffset newest;
    long notedAt;

    /// <summary>The time now by Discord's clock; null as long as Discord has signed nothing.</summary>
    public DateTimeOffset? Theirs
    {
        get
        {
            lock (gate)
                return newest == default ? null : newest + clock.GetElapsedTime(notedAt);
        }
    }

    /// <summary>The time now by this machine's clock.</summary>
    public DateTimeOffset Ours => clock.GetUtcNow();

    /// <summary>Whether Discord's requests are refused, so that Discord would remove the endpoint.</summary>
    public bool IsTooLarge => Theirs is { } theirs && !IsTolerable(theirs);

    /// <summary>A time that Discord has just signed.</summary>
    internal void Note(DateTimeOffset signed)
    {
        if (Theirs is { } known && signed <= known)
            return;
        lock (gate)
            (newest, notedAt) = (signed, clock.GetTimestamp());
    }

    internal bool IsTolerable(DateTimeOffset signed) => (Ours - signed).Duration() <= Tolerance;
}
