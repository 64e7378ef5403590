using Desk.Database;
using Discord.Gateway;

namespace Bot.Hosting;

/// <summary>The time in which this process has the lease of a shard.</summary>
/// <param name="kept">Where the session was noted last; null if there is none.</param>
/// <param name="leave">Gives the shard up.</param>
sealed class ShardTurn(Shard shard, KeptSession? kept, DeskProcess process, Func<Task> leave, TimeProvider clock) : IShardTurn
{
    readonly Lock gate = new();
    readonly CancellationTokenSource end = new(DeskProcess.Length, clock);
    bool isOver;
    volatile KeptSession? latest = kept;
    KeptSession? saved = kept;

    public Shard Shard => shard;

    public ShardSession? Session { get; } = kept is null ? null : new(kept.Id, kept.Sequence, new(kept.ResumeUrl));

    public CancellationToken Ended => end.Token;

    public bool HasSuccessor => process.All.Count > 1;

    /// <summary>Where the session is now; null if there is none.</summary>
    public KeptSession? Latest => latest;

    /// <summary>Whether that isn't in the database yet.</summary>
    public bool IsChanged => latest != saved;

    public void Note(ShardSession? session) =>
        latest = session is null ? null : new(session.Id, session.Sequence, session.ResumeUrl.AbsoluteUri);

    /// <summary>That is in the database now.</summary>
    public void Saved(KeptSession? session) => saved = session;

    /// <summary>Ends the turn after a time, unless that is extended before.</summary>
    public void GoOnFor(TimeSpan time)
    {
        lock (gate)
        {
            if (!isOver && time > TimeSpan.Zero)
                end.CancelAfter(time);
        }
    }

    /// <summary>Has the shard handed over.</summary>
    public void End() => GoOnFor(TimeSpan.FromTicks(1));

    public async ValueTask DisposeAsync()
    {
        await leave();
        lock (gate)
            isOver = true;
        end.Dispose();
    }
}
