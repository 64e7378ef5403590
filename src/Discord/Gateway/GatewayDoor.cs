using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Queues = System.Threading.Channels.Channel;

namespace Discord;

/// <summary>
/// The way to new sessions, which all shards share: where the gateway is, whether sessions are left today, and whose turn it is:
/// one Identify in five seconds for each of <c>max_concurrency</c> keys, first come, first served.
/// See https://discord.com/developers/docs/events/gateway#sharding-max-concurrency.
/// </summary>
/// <param name="rest">Asked before each new session.</param>
/// <param name="first">What it answered just now.</param>
sealed class GatewayDoor(DiscordRest rest, GatewayBot first, TimeProvider clock, ILogger log)
{
    readonly Lock gate = new();
    readonly Dictionary<int, Channel<DateTimeOffset>> keys = [];
    readonly int concurrency = Math.Max(1, first.SessionStartLimit.MaxConcurrency);
    GatewayBot? fresh = first;

    /// <summary>Waits for the key, which belongs to the turn until that is disposed.</summary>
    public async Task<GatewayTurn> EnterAsync(Shard shard, CancellationToken ct)
    {
        var key = Key(shard.Id % concurrency);
        var freeAt = await key.Reader.ReadAsync(ct);
        try
        {
            var wait = freeAt - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, ct);
            return new(await AddressAsync(ct), key, freeAt, clock);
        }
        catch
        {
            key.Writer.TryWrite(freeAt);
            throw;
        }
    }

    // A channel of one value is a key on a hook: who takes it finds on it from when on it may be used.
    Channel<DateTimeOffset> Key(int number)
    {
        lock (gate)
        {
            if (!keys.TryGetValue(number, out var key))
            {
                keys[number] = key = Queues.CreateUnbounded<DateTimeOffset>();
                key.Writer.TryWrite(DateTimeOffset.MinValue);
            }

            return key;
        }
    }

    async Task<Uri> AddressAsync(CancellationToken ct)
    {
        var gateway = Interlocked.Exchange(ref fresh, null) ?? await rest.GetGatewayBotAsync(ct);
        if (gateway.SessionStartLimit is { Remaining: 0, ResetAfterMilliseconds: var wait })
        {
            log.NoSessionsLeft(TimeSpan.FromMilliseconds(wait));
            await Task.Delay(TimeSpan.FromMilliseconds(wait), clock, ct);
        }

        return gateway.Url;
    }
}

/// <summary>The right to one Identify.</summary>
sealed class GatewayTurn(Uri address, Channel<DateTimeOffset> key, DateTimeOffset freeAt, TimeProvider clock) : IDisposable
{
    DateTimeOffset nextFreeAt = freeAt;
    bool isOver;

    public Uri Address => address;

    /// <summary>An Identify was sent: the next one may follow in five seconds.</summary>
    public void Identified()
    {
        nextFreeAt = clock.GetUtcNow() + GatewaySession.BetweenIdentifies;
        Dispose();
    }

    public void Dispose()
    {
        if (!isOver)
            key.Writer.TryWrite(nextFreeAt);
        isOver = true;
    }
}
