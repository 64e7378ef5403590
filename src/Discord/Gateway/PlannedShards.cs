using System.Runtime.CompilerServices;
using Discord.Rest;

namespace Discord.Gateway;

/// <summary>
/// The shards that the settings give this process, from its start to its end. Nothing is kept: the next process starts new sessions.
/// </summary>
public sealed class PlannedShards(DiscordOptions options, TimeProvider clock) : IShardOwner
{
    readonly IdentifyQueue identifies = new(clock);

    /// <exception cref="FormatException"><see cref="DiscordOptions.Shards"/> is invalid.</exception>
    public async IAsyncEnumerable<IShardTurn> TurnsAsync(int recommended, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var shard in ShardPlan.Parse(options.Shards).Shards(recommended))
            yield return new Turn(shard);
        await Task.Delay(Timeout.InfiniteTimeSpan, ct);
    }

    public Task<IIdentifyTurn> WaitToIdentifyAsync(int key, CancellationToken ct) => identifies.WaitAsync(key, ct);

    sealed class Turn(Shard shard) : IShardTurn
    {
        public Shard Shard => shard;

        public ShardSession? Session => null;

        public CancellationToken Ended => CancellationToken.None;

        public bool HasSuccessor => false;

        public void Note(ShardSession? session)
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
