using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Discord.Models;
using Discord.Rest;
using Microsoft.Extensions.Logging;
using Queues = System.Threading.Channels.Channel;

namespace Discord.Gateway;

/// <summary>
/// Discord's gateway as one stream of events, over as many shards and connections as necessary.
/// See https://discord.com/developers/docs/events/gateway.
/// </summary>
public sealed class GatewayClient(DiscordRest rest, DiscordOptions options, TimeProvider clock, ILogger<GatewayClient> log)
{
    readonly PresenceState presence = new();

    volatile IReadOnlyList<ShardStatus> shards = [];

    /// <summary>From 0 to 1: spreads out what many bots would otherwise do at the same time.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <summary>
    /// Connects and stays connected while the events are enumerated. Sends heartbeats, resumes and reconnects on its own, even while the
    /// consumer is busy. Events can arrive twice or out of order, as Discord documents; interactions arrive once.
    /// Cancellation ends the stream without an exception and shows the bot as offline.
    /// </summary>
    /// <exception cref="DiscordGatewayException">Discord does not allow this bot to reconnect.</exception>
    /// <exception cref="FormatException"><see cref="DiscordOptions.Shards"/> is invalid.</exception>
    /// <exception cref="DiscordApiException">
    /// Discord refuses to tell the gateway's address, for example because of a wrong token.
    /// </exception>
    public async IAsyncEnumerable<GatewayEvent> EventsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var events = Queues.CreateUnbounded<GatewayEvent>(new() { SingleReader = true });
        var running = RunAsync(events.Writer, stop.Token);
        try
        {
            // Cancellation completes the queue after the connections are closed. Events that are still in it are discarded.
            await foreach (var next in events.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (ct.IsCancellationRequested)
                    break;
                yield return next;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    /// <summary>The shards of this process; none before Discord has told how many there are to be.</summary>
    public IReadOnlyList<ShardStatus> Shards => shards;

    /// <summary>
    /// What the bot is shown as watching, such as "12 stories"; null shows nothing. Discord allows a change every four seconds, and a
    /// text that is replaced sooner is skipped.
    /// See https://discord.com/developers/docs/events/gateway-events#update-presence.
    /// </summary>
    public void SetPresence(string? watching) => presence.Set(watching);

    async Task RunAsync(ChannelWriter<GatewayEvent> events, CancellationToken ct)
    {
        try
        {
            await RunShardsAsync(ShardPlan.Parse(options.Shards), events, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            events.Complete();
        }
        catch (Exception fault)
        {
            events.Complete(fault);
        }
    }

    /// <summary>Ends only with an exception. The first shard that fails stops the others.</summary>
    async Task RunShardsAsync(ShardPlan plan, ChannelWriter<GatewayEvent> events, CancellationToken ct)
    {
        var gateway = await GetGatewayAsync(ct);
        var starts = new SessionStartQueue(rest, gateway, clock, log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var statuses = plan.Shards(gateway.Shards).Select(shard => new ShardStatus(shard, clock)).ToList();
        shards = statuses;
        var running = statuses
            .Select(status => new ShardRunner(status, starts, presence, options, clock, Jitter, log, events).RunAsync(stop.Token))
            .ToList();

        var first = await Task.WhenAny(running);
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    async Task<GatewayBot> GetGatewayAsync(CancellationToken ct)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await rest.GetGatewayBotAsync(ct);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested && ShardRunner.IsTransient(fault))
            {
                log.Unreachable(fault.Message);
                await Task.Delay(Backoff.After(failures, Jitter()), clock, ct);
            }
        }
    }
}
