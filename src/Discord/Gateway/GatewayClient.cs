using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Queues = System.Threading.Channels.Channel;

namespace Discord;

/// <summary>Discord's gateway as one stream of events, over as many shards and connections as that takes.</summary>
public sealed class GatewayClient(DiscordRest rest, DiscordOptions options, TimeProvider clock, ILogger<GatewayClient> log)
{
    readonly WantedPresence presence = new(options.Presence);

    /// <summary>From 0 to 1, for all that must not happen to many bots at once.</summary>
    internal Func<double> Chance { get; init; } = Random.Shared.NextDouble;

    /// <summary>
    /// Connects, and stays connected for as long as the events are enumerated: it beats, resumes and reconnects by itself,
    /// also while the consumer is busy. Events may come twice or out of order, as Discord says.
    /// Cancelling ends the stream without an exception and shows the bot offline.
    /// </summary>
    /// <exception cref="DiscordGatewayException">Discord does not want this bot back as it is.</exception>
    /// <exception cref="FormatException"><see cref="DiscordOptions.Shards"/> names no shards.</exception>
    /// <exception cref="DiscordApiException">Discord does not tell this bot the gateway's address, as with a wrong token.</exception>
    public async IAsyncEnumerable<GatewayEvent> EventsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var events = Queues.CreateUnbounded<GatewayEvent>(new() { SingleReader = true });
        var running = RunAsync(events.Writer, stop.Token);
        try
        {
            // Cancelling completes the queue, after the goodbye; what still waits in it is not wanted any more.
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

    /// <summary>
    /// What the bot is seen watching, such as "12 stories"; null is nothing. Shown as soon as Discord allows it, which is every
    /// four seconds: a text that is replaced before that is never seen.
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

    /// <summary>Ends by an exception alone: that of the first shard which cannot go on takes the others along.</summary>
    async Task RunShardsAsync(ShardPlan plan, ChannelWriter<GatewayEvent> events, CancellationToken ct)
    {
        var gateway = await FindAsync(ct);
        var door = new GatewayDoor(rest, gateway, clock, log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var shards = plan.Shards(gateway.Shards)
            .Select(shard => new GatewayLoop(shard, door, presence, options, clock, Chance, log, events).RunAsync(stop.Token))
            .ToList();

        var first = await Task.WhenAny(shards);
        await stop.CancelAsync();
        await Task.WhenAll(shards).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    async Task<GatewayBot> FindAsync(CancellationToken ct)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await rest.GetGatewayBotAsync(ct);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested && GatewayLoop.IsPassing(fault))
            {
                log.Unreachable(fault.Message);
                await Task.Delay(Backoff.After(failures, Chance()), clock, ct);
            }
        }
    }
}
