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
public sealed class GatewayClient(
    DiscordRest rest, DiscordOptions options, IShardOwner owner, TimeProvider clock, ILogger<GatewayClient> log)
{
    readonly PresenceState presence = new();
    readonly Lock gate = new();
    readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    volatile IReadOnlyList<ShardStatus>? shards;

    /// <summary>From 0 to 1: spreads out what many bots would otherwise do at the same time.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <summary>
    /// Connects and stays connected while the events are enumerated. Sends heartbeats, resumes and reconnects on its own, even while the
    /// consumer is busy. Events can arrive twice or out of order, as Discord documents; interactions arrive once.
    /// Cancellation ends the stream without an exception and shows the bot as offline, unless another process takes its shards over: that
    /// one gets every event for which <see cref="GatewayEvent.MarkHandled"/> was not called. Calls for events that the consumer has are
    /// waited for, for three seconds.
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
                if (next.Receipt!.TryTake())
                    yield return next;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    /// <summary>The shards that this process runs now; null before Discord has told how many there are to be.</summary>
    public IReadOnlyList<ShardStatus>? Shards => shards;

    /// <summary>Completes when the first shard of this process is connected, with a new session or with one of another process.</summary>
    public Task Connected => connected.Task;

    /// <summary>
    /// What the bot is shown as watching, such as "12 stories"; null shows nothing. Discord allows a change every four seconds, and a
    /// text that is replaced sooner is skipped.
    /// See https://discord.com/developers/docs/events/gateway-events#update-presence.
    /// </summary>
    public void SetPresence(string? watching) => presence.Set(watching);

    async Task RunAsync(ChannelWriter<GatewayEvent> events, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = new List<Task>();
        try
        {
            var gateway = await GetGatewayAsync(ct);
            var starts = new SessionStarts(rest, gateway, owner, clock, log);
            shards = [];
            await foreach (var turn in owner.TurnsAsync(gateway.Shards, stop.Token))
            {
                running.RemoveAll(shard => shard.IsCompleted);
                running.Add(RunShardAsync(turn, starts, events, stop));
            }

            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            events.TryComplete(fault);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running);
            events.TryComplete();
        }
    }

    /// <summary>The first shard that fails stops the others, and ends the stream with its exception.</summary>
    async Task RunShardAsync(IShardTurn turn, SessionStarts starts, ChannelWriter<GatewayEvent> events, CancellationTokenSource stop)
    {
        var status = new ShardStatus(turn.Shard, clock) { Connected = () => connected.TrySetResult() };
        lock (gate)
            shards = [.. shards ?? [], status];
        try
        {
            var runner = new ShardRunner(
                turn, status, starts, presence, options, clock, () => rest.DiscordsTime ?? clock.GetUtcNow(), Jitter, log, events);
            await runner.RunAsync(stop.Token);
        }
        catch (Exception fault)
        {
            events.TryComplete(fault);
            await stop.CancelAsync();
        }
        finally
        {
            lock (gate)
                shards = [.. (shards ?? []).Where(other => other != status)];
        }
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
