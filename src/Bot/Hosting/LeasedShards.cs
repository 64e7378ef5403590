using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Desk.Database;
using Discord.Gateway;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// The shards that the processes on one server's database divide among themselves. Where each session is, is noted there once a second,
/// and exactly when its shard is handed over, so that the next process resumes it.
/// </summary>
sealed partial class LeasedShards(
    DeskProcess process, ShardStore store, DiscordOptions options, TimeProvider clock, ILogger<LeasedShards> log) : IShardOwner
{
    /// <summary>How often it is looked whether the turn to identify is free.</summary>
    static readonly TimeSpan LookForTurnEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// From the turn to the Identify, with all its waits. A process that died meanwhile keeps the others waiting for so long.
    /// </summary>
    static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);

    /// <summary>One Identify per five seconds, and a little more, since two processes don't reach Discord equally fast.</summary>
    static readonly TimeSpan BetweenIdentifies = TimeSpan.FromSeconds(5.5);

    readonly ConcurrentDictionary<int, ShardTurn> turns = [];
    string? told;

    /// <exception cref="FormatException"><see cref="DiscordOptions.Shards"/> is invalid.</exception>
    public async IAsyncEnumerable<IShardTurn> TurnsAsync(int recommended, [EnumeratorCancellation] CancellationToken ct)
    {
        var wanted = ShardPlan.Parse(options.Shards).Shards(recommended).Count;
        var count = 0;
        while (!await TryAsync(async () => count = await store.SettleAsync(wanted, ct)))
            await Task.Delay(DeskProcess.LookEvery, clock, ct);
        var shards = new Division(process, ShardStore.Lease, count);
        while (true)
        {
            foreach (var turn in await BegunAsync(shards, ct))
                yield return turn;
            await TryAsync(() => KeepAsync(ct));
            foreach (var part in shards.Held.TakeLast(shards.Surplus))
                turns.GetValueOrDefault(part)?.End();
            await Task.Delay(DeskProcess.LookEvery, clock, ct);
        }
    }

    public async Task<IIdentifyTurn> WaitToIdentifyAsync(int key, CancellationToken ct)
    {
        var (name, isTaken) = ($"identify {key}", false);
        while (!await TryAsync(async () => isTaken = await process.TryTurnAsync(name, LongestTurn, ct)) || !isTaken)
            await Task.Delay(LookForTurnEvery, clock, ct);
        return new IdentifyTurn(after => TryAsync(() => process.EndTurnAsync(name, after, CancellationToken.None)));
    }

    async Task<IReadOnlyList<ShardTurn>> BegunAsync(Division shards, CancellationToken ct)
    {
        var begun = new List<ShardTurn>();
        await TryAsync(async () =>
        {
            foreach (var part in (await shards.TakeAsync(ct)).Concat(shards.Held.Where(part => !turns.ContainsKey(part))).Distinct())
            {
                var kept = await store.SessionAsync(part, ct);
                var turn = new ShardTurn(new(part, shards.Parts), kept, process, () => LeaveAsync(shards, part), clock);
                turns[part] = turn;
                begun.Add(turn);
            }
        });
        return begun;
    }

    /// <summary>Notes the sessions, and lets the turns go on as long as this process is believed to live.</summary>
    async Task KeepAsync(CancellationToken ct)
    {
        var left = await process.LeftAsync(ct);
        foreach (var turn in turns.Values)
            turn.GoOnFor(left);
        await SaveAsync([.. turns.Values], ct);
    }

    async Task SaveAsync(IReadOnlyList<ShardTurn> some, CancellationToken ct)
    {
        var changed = some.Where(turn => turn.IsChanged).ToDictionary(turn => turn.Shard.Id, turn => turn.Latest);
        if (changed.Count > 0)
            await store.SaveAsync(changed, ct);
        foreach (var turn in some.Where(turn => changed.ContainsKey(turn.Shard.Id)))
            turn.Saved(changed[turn.Shard.Id]);
    }

    /// <summary>The turn is over: what is noted now is exact. A shard that can't be given up gets another turn here.</summary>
    async Task LeaveAsync(Division shards, int part)
    {
        await TryAsync(() => SaveAsync([turns[part]], CancellationToken.None));
        await TryAsync(() => shards.ReleaseAsync([part], CancellationToken.None));
        turns.TryRemove(part, out _);
    }

    /// <summary>A failure that repeats is logged once. One that is final has stopped the bot.</summary>
    async Task<bool> TryAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            told = null;
            return true;
        }
        catch (DatabaseException failure)
        {
            if (failure.Message != told && !failure.IsFinal)
                LogFailed(failure.Message);
            told = failure.Message;
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Which process runs which shard can't be looked at; trying again. {Reason}")]
    partial void LogFailed(string reason);

    sealed class IdentifyTurn(Func<TimeSpan, Task> end) : IIdentifyTurn
    {
        TimeSpan after = TimeSpan.Zero;
        bool hasEnded;

        public void Identified() => after = BetweenIdentifies;

        public async ValueTask DisposeAsync()
        {
            if (!hasEnded)
                await end(after);
            hasEnded = true;
        }
    }
}
