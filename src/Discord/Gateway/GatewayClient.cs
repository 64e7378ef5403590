using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Queues = System.Threading.Channels.Channel;

namespace Discord;

/// <summary>Discord's gateway as one stream of events, over as many connections as that takes.</summary>
public sealed class GatewayClient(DiscordRest rest, DiscordOptions options, TimeProvider clock, ILogger<GatewayClient> log)
{
    /// <summary>From 0 to 1, for all that must not happen to many bots at once.</summary>
    internal Func<double> Chance { get; init; } = Random.Shared.NextDouble;

    /// <summary>
    /// Connects, and stays connected for as long as the events are enumerated: it beats, resumes and reconnects by itself,
    /// also while the consumer is busy. Events may come twice or out of order, as Discord says.
    /// Cancelling ends the stream without an exception and shows the bot offline.
    /// </summary>
    /// <exception cref="DiscordGatewayException">Discord does not want this bot back as it is.</exception>
    /// <exception cref="DiscordApiException">Discord does not tell this bot the gateway's address, as with a wrong token.</exception>
    public async IAsyncEnumerable<GatewayEvent> EventsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var events = Queues.CreateUnbounded<GatewayEvent>(new() { SingleReader = true, SingleWriter = true });
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

    async Task RunAsync(ChannelWriter<GatewayEvent> events, CancellationToken ct)
    {
        try
        {
            await new GatewayLoop(rest, options, clock, Chance, log, events).RunAsync(ct);
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
}
