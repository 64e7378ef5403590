using System.Threading.Channels;
using Discord.Rest;
using Queues = System.Threading.Channels.Channel;

namespace Discord.Gateway;

/// <summary>
/// Where the shards of one process wait to identify: for each key one at a time, five seconds apart, in the order of arrival.
/// </summary>
sealed class IdentifyQueue(TimeProvider clock)
{
    readonly SteadyClock steady = new(clock);
    readonly Lock gate = new();
    readonly Dictionary<int, Channel<DateTimeOffset>> keys = [];

    public async Task<IIdentifyTurn> WaitAsync(int key, CancellationToken ct)
    {
        var queue = QueueOf(key);
        var freeAt = await queue.Reader.ReadAsync(ct);
        try
        {
            var wait = freeAt - steady.Now;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, ct);
            return new Turn(queue, freeAt, steady);
        }
        catch
        {
            queue.Writer.TryWrite(freeAt);
            throw;
        }
    }

    // A queue with one value serves as a lock with a time: whoever takes the value may identify from then on.
    Channel<DateTimeOffset> QueueOf(int key)
    {
        lock (gate)
        {
            if (!keys.TryGetValue(key, out var queue))
            {
                keys[key] = queue = Queues.CreateUnbounded<DateTimeOffset>();
                queue.Writer.TryWrite(DateTimeOffset.MinValue);
            }

            return queue;
        }
    }

    sealed class Turn(Channel<DateTimeOffset> queue, DateTimeOffset freeAt, SteadyClock steady) : IIdentifyTurn
    {
        DateTimeOffset nextFreeAt = freeAt;
        bool isReturned;

        public void Identified() => nextFreeAt = steady.Now + GatewaySession.IdentifyInterval;

        public ValueTask DisposeAsync()
        {
            if (!isReturned)
                queue.Writer.TryWrite(nextFreeAt);
            isReturned = true;
            return ValueTask.CompletedTask;
        }
    }
}
