using Desk.Database;
using Discord.Rest;

namespace Bot.Hosting;

/// <summary>
/// This process's share of the requests that Discord allows the bot in a second. A process that has nothing to send leaves most of its
/// share to those that are busy. It gives something up first, and what it gave up counts as long as Discord may count it; only then do
/// others take it. What a dead process had is free when it is removed.
/// </summary>
sealed class RequestShares(DeskProcess process, RateLimiter limiter, DiscordOptions options, TimeProvider clock)
{
    /// <summary>So long after its last wait for the limit, a process may soon be busy again.</summary>
    static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(3);

    readonly int total = options.RequestsPerSecond;
    long? busyAt;
    int noted;

    /// <summary>Adjusts the share to what the processes were doing when they were last looked at.</summary>
    /// <exception cref="DatabaseException">The database can't be asked; the share stays as it is.</exception>
    public async Task AdjustAsync(CancellationToken ct)
    {
        if (!process.IsShared)
            return;
        var others = process.All.Where(one => one.Owner != process.Owner).ToList();
        limiter.RejectedElsewhere = others.Sum(one => one.Rejected);
        if (limiter.TakeHasWaited())
            busyAt = clock.GetTimestamp();
        var isBusy = busyAt is { } at && clock.GetElapsedTime(at) < BusyFor;
        var next = Next(total, noted, isBusy, others);
        limiter.PerSecond = Math.Min(next, noted);
        // Until fewer requests count, the others must not have more.
        var share = next < noted && limiter.Counting > next ? noted : next;
        // If it isn't known whether the statement took effect, the smaller number is right.
        noted = Math.Min(noted, share);
        if (await process.TryShareRequestsAsync(share, total, isBusy, limiter.Rejected, ct))
            noted = share;
        limiter.PerSecond = Math.Min(next, noted);
    }

    /// <summary>The share of a process that has one.</summary>
    /// <param name="total">What all processes may have together.</param>
    /// <param name="own">What it has.</param>
    /// <param name="isBusy">Whether it has a use for more.</param>
    /// <param name="others">All others.</param>
    internal static int Next(int total, int own, bool isBusy, IReadOnlyCollection<ProcessState> others)
    {
        var fair = Math.Max(1, total / (others.Count + 1));
        // Enough for what can't wait a second.
        var reserve = Math.Max(1, fair / 4);
        var free = Math.Max(0, total - own - others.Sum(one => one.Requests));
        if (!isBusy)
            return Math.Min(reserve, own + free);
        var isMissed = others.Any(one => one.Requests < (one.IsBusy ? fair : reserve));
        return isMissed ? Math.Min(fair, own + free) : own + free;
    }
}
