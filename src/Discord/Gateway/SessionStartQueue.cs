using System.Threading.Channels;
using Discord.Models;
using Discord.Rest;
using Microsoft.Extensions.Logging;
using Queues = System.Threading.Channels.Channel;

namespace Discord.Gateway;

/// <summary>
/// Where shards wait to start a session. Discord allows one Identify per five seconds for each of <c>max_concurrency</c> groups of shards,
/// and a limited number of sessions per day.
/// See https://discord.com/developers/docs/events/gateway#sharding-max-concurrency.
/// </summary>
/// <param name="first">A response of GET /gateway/bot from just now. Later sessions need a new one.</param>
sealed class SessionStartQueue(DiscordRest rest, GatewayBot first, TimeProvider clock, ILogger log)
{
    /// <summary>In milliseconds: the limit is one of sessions per day.</summary>
    const long LongestWait = 24 * 60 * 60 * 1000;

    readonly Lock gate = new();
    readonly Dictionary<int, Channel<DateTimeOffset>> groups = [];
    readonly int concurrency = Math.Max(1, first.SessionStartLimit.MaxConcurrency);
    GatewayBot? unused = first;

    /// <summary>Waits for the shard's turn. The next shard of the group waits until the result is disposed.</summary>
    public async Task<SessionStart> WaitAsync(Shard shard, CancellationToken ct)
    {
        var group = Group(shard.Id % concurrency);
        var freeAt = await group.Reader.ReadAsync(ct);
        try
        {
            var wait = freeAt - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, ct);
            return new(await AddressAsync(ct), group, freeAt, clock);
        }
        catch
        {
            group.Writer.TryWrite(freeAt);
            throw;
        }
    }

    // A queue with one value serves as a lock with a time: whoever takes the value may identify from then on.
    Channel<DateTimeOffset> Group(int number)
    {
        lock (gate)
        {
            if (!groups.TryGetValue(number, out var group))
            {
                groups[number] = group = Queues.CreateUnbounded<DateTimeOffset>();
                group.Writer.TryWrite(DateTimeOffset.MinValue);
            }

            return group;
        }
    }

    async Task<Uri> AddressAsync(CancellationToken ct)
    {
        var gateway = Interlocked.Exchange(ref unused, null) ?? await rest.GetGatewayBotAsync(ct);
        if (gateway.SessionStartLimit is { Remaining: 0, ResetAfterMilliseconds: var milliseconds })
        {
            var wait = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, LongestWait));
            log.NoSessionsLeft(wait);
            await Task.Delay(wait, clock, ct);
        }

        return gateway.Url;
    }
}

/// <summary>The permission to send one Identify.</summary>
sealed class SessionStart(Uri address, Channel<DateTimeOffset> group, DateTimeOffset freeAt, TimeProvider clock) : IDisposable
{
    DateTimeOffset nextFreeAt = freeAt;
    bool isReturned;

    public Uri Address => address;

    /// <summary>An Identify was sent, so the next may follow in five seconds.</summary>
    public void Identified()
    {
        nextFreeAt = clock.GetUtcNow() + GatewaySession.IdentifyInterval;
        Dispose();
    }

    public void Dispose()
    {
        if (!isReturned)
            group.Writer.TryWrite(nextFreeAt);
        isReturned = true;
    }
}
