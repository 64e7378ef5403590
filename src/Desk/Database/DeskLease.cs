namespace Desk.Database;

/// <summary>
/// The right to run the desk. A database file belongs to the process that has its <see cref="OwnerFile"/>, so there it is always held. On
/// a server, one process has it for some seconds at a time; the others stand by, and one of them takes over when it isn't renewed.
/// </summary>
public sealed class DeskLease(DeskDatabase database, TimeProvider clock)
{
    /// <summary>For how long it is taken or renewed.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <summary>How often its owner renews it.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2.5);

    /// <summary>How often those that stand by look whether it is free.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What its owner leaves unused: a request must have ended when another process may begin, and no two clocks run alike.
    /// </summary>
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Whether it ends at all.</summary>
    public bool IsTimed => database.File is null;

    /// <summary>Whether this process has it, as far as it knows.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Returns when this process has it.</summary>
    /// <param name="standBy">Called once if another process has it.</param>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task TakeAsync(Action standBy, CancellationToken ct)
    {
        var (seen, since, isAnnounced) = ((string?)null, clock.GetTimestamp(), false);
        while (IsTimed)
        {
            var end = await database.LeaseAsync(lease => lease.EndAsync(ct), ct);
            if (end != seen)
                (seen, since) = (end, clock.GetTimestamp());
            // The server's clock may have been set back: what counts then is that nobody renews it.
            var isAbandoned = clock.GetElapsedTime(since) > Length + Margin;
            if (await database.LeaseAsync(lease => lease.TryTakeAsync(Length, isAbandoned ? seen : null, ct), ct))
                break;
            if (!isAnnounced)
                standBy();
            isAnnounced = true;
            await Task.Delay(LookEvery, clock, ct);
        }

        IsHeld = true;
    }

    /// <summary>Extends it.</summary>
    /// <exception cref="DatabaseException">Another process has it, which is final, or the database can't be asked.</exception>
    public Task RenewAsync(CancellationToken ct) => IsTimed
        ? database.LeaseAsync(lease => lease.RenewAsync(Length, ct), ct)
        : Task.CompletedTask;

    /// <summary>
    /// How long a request to Discord may take that begins now. The server is asked each time: if this process was frozen, its own clock
    /// may have been, too.
    /// </summary>
    /// <exception cref="DatabaseException">Another process has it, which is final, or the database can't be asked.</exception>
    public async Task<TimeSpan> LeftAsync(CancellationToken ct)
    {
        if (!IsTimed)
            return Timeout.InfiniteTimeSpan;
        var asked = clock.GetTimestamp();
        var left = await database.LeaseAsync(lease => lease.LeftAsync(ct), ct);
        if (left < Length / 2)
        {
            (asked, left) = (clock.GetTimestamp(), Length);
            await RenewAsync(ct);
        }

        // A clock that was set back promises more than is true.
        return (left < Length ? left : Length) - Margin - clock.GetElapsedTime(asked);
    }

    /// <summary>Whether any process runs the desk.</summary>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<bool> IsTakenAsync(CancellationToken ct) => database.File is { } file
        ? OwnerFile.IsTaken(file)
        : await database.LeaseAsync(lease => lease.IsAnyonesAsync(ct), ct);

    /// <summary>Gives it up, so that another process can take it at once.</summary>
    /// <exception cref="DatabaseException">The database can't be asked; the lease ends by itself.</exception>
    public async Task ReleaseAsync(CancellationToken ct)
    {
        if (IsTimed && IsHeld)
            await database.LeaseAsync(lease => lease.ReleaseAsync(ct), ct);
        IsHeld = false;
    }
}
