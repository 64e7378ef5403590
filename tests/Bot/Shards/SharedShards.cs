using System.Collections.Concurrent;
using System.Threading.Channels;
using Discord.Gateway;

namespace Bot.Tests.Shards;

/// <summary>What the processes of one bot share, in place of their database: sessions, and whose turn it is to identify.</summary>
sealed class SharedShards(TimeProvider clock)
{
    readonly IdentifyQueue identifies = new(clock);

    public ConcurrentDictionary<Shard, ShardSession?> Sessions { get; } = [];

    /// <summary>What one process sees of it. The test says which shards it gets.</summary>
    public sealed class Process(SharedShards shared) : IShardOwner
    {
        readonly Channel<Turn> turns = System.Threading.Channels.Channel.CreateUnbounded<Turn>();

        public Turn Give(Shard shard)
        {
            var turn = new Turn(shared, shard);
            turns.Writer.TryWrite(turn);
            return turn;
        }

        public IAsyncEnumerable<IShardTurn> TurnsAsync(int recommended, CancellationToken ct) => turns.Reader.ReadAllAsync(ct);

        public Task<IIdentifyTurn> WaitToIdentifyAsync(int key, CancellationToken ct) => shared.identifies.WaitAsync(key, ct);
    }

    public sealed class Turn(SharedShards shared, Shard shard) : IShardTurn
    {
        readonly CancellationTokenSource ended = new();
        readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        volatile bool isLost;

        public Shard Shard => shard;

        public ShardSession? Session { get; } = shared.Sessions.GetValueOrDefault(shard);

        public CancellationToken Ended => ended.Token;

        public bool HasSuccessor { get; set; }

        /// <summary>Completes when the process has given the shard up.</summary>
        public Task Over => over.Task;

        /// <summary>Asks the process to hand the shard over.</summary>
        public Task EndAsync() => ended.CancelAsync();

        /// <summary>From now on, nothing that the process notes arrives.</summary>
        public void Lose() => isLost = true;

        public void Note(ShardSession? session)
        {
            if (!isLost)
                shared.Sessions[shard] = session;
        }

        public ValueTask DisposeAsync()
        {
            over.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
