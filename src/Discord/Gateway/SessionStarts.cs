using Discord.Models;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Discord.Gateway;

/// <summary>
/// Lets shards start sessions: each when it is its turn, and as long as sessions are left, whose number per day is limited.
/// See https://discord.com/developers/docs/events/gateway#session-start-limit-object.
/// </summary>
/// <param name="first">A response of GET /gateway/bot from just now. Later sessions need a new one.</param>
sealed class SessionStarts(DiscordRest rest, GatewayBot first, IShardOwner owner, TimeProvider clock, ILogger log)
{
    /// <summary>In milliseconds: the limit is one of sessions per day.</summary>
    const long LongestWait = 24 * 60 * 60 * 1000;

    readonly int concurrency = Math.Max(1, first.SessionStartLimit.MaxConcurrency);
    GatewayBot? unused = first;

    /// <summary>Waits for the shard's turn. The next shard with the same key waits until the result is disposed.</summary>
    public async Task<SessionStart> WaitAsync(Shard shard, CancellationToken ct)
    {
        while (true)
        {
            var turn = await owner.WaitToIdentifyAsync(shard.Id % concurrency, ct);
            try
            {
                var gateway = Interlocked.Exchange(ref unused, null) ?? await rest.GetGatewayBotAsync(ct);
                if (gateway.SessionStartLimit is not { Remaining: 0, ResetAfterMilliseconds: var milliseconds })
                    return new(gateway.Url, turn);
                // Hours, which nobody else should wait for this turn.
                await turn.DisposeAsync();
                await WaitForMoreAsync(milliseconds, ct);
            }
            catch
            {
                await turn.DisposeAsync();
                throw;
            }
        }
    }

    async Task WaitForMoreAsync(long milliseconds, CancellationToken ct)
    {
        var shortest = (long)GatewaySession.IdentifyInterval.TotalMilliseconds;
        var wait = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, shortest, LongestWait));
        log.NoSessionsLeft(wait);
        await Task.Delay(wait, clock, ct);
    }
}

/// <summary>The permission to send one Identify, and where to.</summary>
sealed class SessionStart(Uri address, IIdentifyTurn turn) : IAsyncDisposable
{
    public Uri Address => address;

    /// <summary>An Identify was sent. Nobody waits for the rest of the session.</summary>
    public ValueTask IdentifiedAsync()
    {
        turn.Identified();
        return turn.DisposeAsync();
    }

    public ValueTask DisposeAsync() => turn.DisposeAsync();
}
