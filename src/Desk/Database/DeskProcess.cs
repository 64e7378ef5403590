namespace Desk.Database;

/// <summary>
/// This process, among all that run on the database. A database file belongs to the process that has its <see cref="OwnerFile"/>, so
/// there it is the only one, and never ends. On a server, a process says every few seconds that it lives; when another one hasn't seen
/// that for too long, by its own clock, it removes it, and everything that the process held is free. The server's clock only says how
/// much time is left: it may jump, and removes nobody.
/// </summary>
public sealed class DeskProcess(DeskDatabase database, TimeProvider clock)
{
    /// <summary>For how long a process is believed to live.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <summary>How often it renews that.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2.5);

    /// <summary>How often it looks at the others.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What it leaves unused: a request must have ended when another process may begin, and no two clocks run alike.
    /// </summary>
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    readonly Dictionary<string, (string End, long Since)> ends = [];

    volatile IReadOnlyList<ProcessState> all = [];
    bool hasJoined;

    /// <summary>Whether there may be others.</summary>
    public bool IsShared => database.File is null;

    /// <summary>By a name that no other process ever has.</summary>
    public string Owner { get; } = database.Owner ?? RandomKey.Text();

    /// <summary>The server's time, and this machine's monotonic time then, when the processes were last looked at; null before.</summary>
    public (DateTimeOffset Time, long At)? ServersTime { get; private set; }

    /// <summary>
    /// All that ran when they were last looked at, this one among them, the one that started first at the beginning. Empty on a file.
    /// </summary>
    public IReadOnlyList<ProcessState> All => all;

    /// <summary>Returns when this process is one of those that run on the database.</summary>
    /// <param name="waits">Called once if somebody has the database to itself, as while it is copied.</param>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task JoinAsync(Action waits, CancellationToken ct)
    {
        var name = $"{Environment.MachineName} {Environment.ProcessId}";
        for (var told = false; IsShared && !hasJoined; told = true)
        {
            hasJoined = await database.ProcessesAsync(all => all.TryJoinAsync(name, Length, ct), ct);
            await LookAsync(ct);
            if (hasJoined)
                break;
            if (!told)
                waits();
            await Task.Delay(LookEvery, clock, ct);
        }

        hasJoined = true;
    }

    /// <summary>Has no other process join until this one leaves.</summary>
    /// <returns>Whether there is none.</returns>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<bool> TryTakeEverythingAsync(CancellationToken ct)
    {
        if (!IsShared)
            return true;
        await database.ProcessesAsync(all => all.TryTakeEverythingAsync(ct), ct);
        return await RunningAsync(ct) is [_];
    }

    /// <summary>Says that it lives.</summary>
    /// <exception cref="DatabaseException">It was removed, which is final, or the database can't be asked.</exception>
    public Task RenewAsync(CancellationToken ct) => IsShared
        ? database.ProcessesAsync(all => all.RenewAsync(Length, ct), ct)
        : Task.CompletedTask;

    /// <summary>
    /// How long a request to Discord may take that begins now. The server is asked each time: if this process was frozen, its own clock
    /// may have been, too.
    /// </summary>
    /// <exception cref="DatabaseException">It was removed, which is final, or the database can't be asked.</exception>
    public async Task<TimeSpan> LeftAsync(CancellationToken ct)
    {
        if (!IsShared)
            return Timeout.InfiniteTimeSpan;
        var asked = clock.GetTimestamp();
        var left = await database.ProcessesAsync(all => all.LeftAsync(ct), ct);
        // More than it can be: the server's clock was set back, and doesn't say how much time is left.
        if (left < Length / 2 || left > Length)
        {
            (asked, left) = (clock.GetTimestamp(), Length);
            await RenewAsync(ct);
        }

        return left - Margin - clock.GetElapsedTime(asked);
    }

    /// <summary>Looks at all processes, and removes those that are dead.</summary>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task LookAsync(CancellationToken ct)
    {
        if (!IsShared)
            return;
        var seen = await SeeAsync(ct);
        foreach (var gone in ends.Keys.Except(seen.Select(one => one.Owner)).ToList())
            ends.Remove(gone);
        var dead = seen.Where(IsDead).ToList();
        if (dead.Count > 0 && await database.ProcessesAsync(all => all.RemoveAsync(dead, ct), ct) > 0)
            seen = await SeeAsync(ct);
        all = seen;
    }

    /// <summary>Whether any process runs the bot on this database, for programs that aren't one of them.</summary>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<bool> IsAnyRunningAsync(CancellationToken ct) => database.File is { } file
        ? OwnerFile.IsTaken(file)
        : (await RunningAsync(ct)).Count > 0;

    /// <summary>The processes on a server's database that live; none on a file.</summary>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<IReadOnlyList<ProcessState>> RunningAsync(CancellationToken ct) => IsShared
        ? [.. (await database.ProcessesAsync(all => all.AllAsync(ct), ct)).Where(one => one.IsAlive)]
        : [];

    /// <summary>Leaves the others; what this process held is free at once.</summary>
    /// <exception cref="DatabaseException">The database can't be asked; its time ends by itself.</exception>
    public async Task LeaveAsync(CancellationToken ct)
    {
        if (IsShared && hasJoined)
            await database.ProcessesAsync(all => all.LeaveAsync(ct), ct);
    }

    /// <summary>Takes those leases that no other process has.</summary>
    /// <returns>Which ones; on a file, all of them.</returns>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<IReadOnlyList<string>> TakeAsync(IReadOnlyCollection<string> names, CancellationToken ct) =>
        IsShared ? await database.ProcessesAsync(all => all.TakeAsync(names, ct), ct) : [.. names];

    /// <summary>Frees leases for another process.</summary>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task ReleaseAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        if (IsShared)
            await database.ProcessesAsync(all => all.ReleaseAsync(names, ct), ct);
    }

    /// <summary>Takes a turn that all processes share, if it is free; it ends by itself if this process doesn't end it.</summary>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<bool> TryTurnAsync(string name, TimeSpan atMost, CancellationToken ct) =>
        !IsShared || await database.ProcessesAsync(all => all.TryTurnAsync(name, atMost, ct), ct);

    /// <summary>Leaves the turn to the next process, after a time.</summary>
    /// <exception cref="DatabaseException">The database can't be asked; the turn ends by itself.</exception>
    public async Task EndTurnAsync(string name, TimeSpan after, CancellationToken ct)
    {
        if (IsShared)
            await database.ProcessesAsync(all => all.EndTurnAsync(name, after, ct), ct);
    }

    /// <summary>Notes how many of the requests a second are this process's, if the others leave so many.</summary>
    /// <param name="total">What all processes may have together.</param>
    /// <param name="isBusy">Whether it has a use for more.</param>
    /// <param name="rejected">How many of its requests Discord rejected in the last ten minutes.</param>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<bool> TryShareRequestsAsync(int requests, int total, bool isBusy, int rejected, CancellationToken ct) =>
        !IsShared || await database.ProcessesAsync(all => all.TryShareAsync(requests, total, isBusy, rejected, ct), ct);

    async Task<IReadOnlyList<ProcessState>> SeeAsync(CancellationToken ct)
    {
        var asked = clock.GetTimestamp();
        var seen = await database.ProcessesAsync(all => all.AllAsync(ct), ct);
        if (seen is [var one, ..])
            ServersTime = (one.SeenAt + (clock.GetElapsedTime(asked) / 2), clock.GetTimestamp());
        return seen;
    }

    /// <summary>Whether nobody has renewed its time for longer than it could have had any.</summary>
    bool IsDead(ProcessState other)
    {
        if (!ends.TryGetValue(other.Owner, out var known) || known.End != other.End)
            ends[other.Owner] = known = (other.End, clock.GetTimestamp());
        return clock.GetElapsedTime(known.Since) > Length + Margin;
    }
}
