using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Discord.Models;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Discord.Gateway;

/// <summary>
/// Executes what the session of a shard decides: connects, receives, sends, waits. A single loop, so nothing needs a lock.
/// </summary>
sealed class ShardRunner(
    ShardStatus status,
    SessionStartQueue starts,
    PresenceState presence,
    DiscordOptions options,
    TimeProvider clock,
    Func<double> jitter,
    ILogger log,
    ChannelWriter<GatewayEvent> events)
{
    readonly Shard shard = status.Shard;
    readonly GatewaySession session = new(options.Token, status.Shard, presence.Current.Text, jitter);

    // Discord delivers events "zero, one or many times", but an interaction must be answered once.
    // See https://discord.com/developers/docs/reference#consistency.
    readonly RecentSet<Snowflake> interactions = new();

    PresenceState.Presence shown = presence.Current;
    DateTimeOffset nextPresenceAt;
    Task? presenceChange;
    Task heartbeat = Task.CompletedTask;
    int failures;

    /// <summary>Ends only with an exception.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        for (var next = GatewaySession.Start; ; failures++)
        {
            var backoff = failures == 0 ? TimeSpan.Zero : Backoff.After(failures, jitter());
            await Task.Delay(backoff > next.Delay ? backoff : next.Delay, clock, ct);
            next = await ConnectAsync(next.Url, ct);
            GatewayMetrics.Reconnecting();
            log.Reconnecting(shard, next.Reason);
        }
    }

    /// <summary>Runs one connection until it ends.</summary>
    /// <returns>How to connect next.</returns>
    async Task<GatewayAction.Connect> ConnectAsync(Uri? url, CancellationToken ct)
    {
        try
        {
            using var start = url is null ? await starts.WaitAsync(shard, ct) : null;
            using var socket = await GatewaySocket.OpenAsync(url ?? start!.Address, options.Compress, clock, ct);
            return await RunConnectionAsync(socket, start, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && IsTransient(fault))
        {
            log.Unreachable(fault.Message);
            return NextConnection(new GatewayInput.Unreachable());
        }
        catch (JsonException fault)
        {
            log.Unreadable(fault.Message);
            return NextConnection(new GatewayInput.Closed(null, "a payload could not be read"));
        }
    }

    async Task<GatewayAction.Connect> RunConnectionAsync(GatewaySocket socket, SessionStart? start, CancellationToken ct)
    {
        var receive = socket.ReceiveAsync();
        heartbeat = Task.CompletedTask;
        presenceChange ??= WaitForPresenceAsync(ct);
        for (GatewayInput input = new GatewayInput.Opened(); ;)
        {
            foreach (var action in session.On(input))
            {
                if (action is GatewayAction.Connect next)
                {
                    await socket.CloseAsync(GatewayCloseCode.Resuming, receive);
                    return next;
                }

                await ExecuteAsync(action, socket, start, ct);
            }

            if (input is GatewayInput.Received && session.IsReady)
                status.Heard();
            var first = await Task.WhenAny(receive, heartbeat, presenceChange);
            if (ct.IsCancellationRequested)
            {
                await socket.CloseAsync(GatewayCloseCode.NormalClosure, receive);
                ct.ThrowIfCancellationRequested();
            }

            if (first == receive)
                (input, receive) = (await receive, socket.ReceiveAsync());
            else if (first == presenceChange)
                (input, presenceChange) = (new GatewayInput.PresenceChanged(shown.Text), WaitForPresenceAsync(ct));
            else
                input = new GatewayInput.HeartbeatDue();
        }
    }

    async Task ExecuteAsync(GatewayAction action, GatewaySocket socket, SessionStart? start, CancellationToken ct)
    {
        switch (action)
        {
            case GatewayAction.Send send:
                await socket.SendAsync(send.Payload);
                break;
            case GatewayAction.Identify identify:
                await socket.SendAsync(identify.Payload);
                start?.Identified();
                break;
            case GatewayAction.ScheduleHeartbeat schedule:
                heartbeat = Task.Delay(schedule.Delay, clock, ct);
                break;
            case GatewayAction.Dispatch dispatch:
                Publish(dispatch.Frame);
                break;
            case GatewayAction.Fail fail:
                throw new DiscordGatewayException(fail.Code);
        }
    }

    async Task WaitForPresenceAsync(CancellationToken ct)
    {
        await shown.Replaced.Task.WaitAsync(ct);
        if (nextPresenceAt - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, ct);
        (shown, nextPresenceAt) = (presence.Current, clock.GetUtcNow() + GatewaySession.PresenceInterval);
    }

    void Publish(GatewayFrame frame)
    {
        if (frame.Event is "READY" or "RESUMED")
        {
            failures = 0;
            GatewayMetrics.Connected(isResumed: frame.Event is "RESUMED");
            log.Connected(shard, frame.Event);
        }

        try
        {
            if (GatewayEvent.From(frame) is { } received && !IsRepeated(received))
                events.TryWrite(received);
        }
        catch (JsonException fault)
        {
            log.EventUnreadable(frame.Event, frame.Sequence, fault.Message);
        }
    }

    bool IsRepeated(GatewayEvent received) => received is InteractionCreated { Interaction.Id: var id } && !interactions.Add(id);

    GatewayAction.Connect NextConnection(GatewayInput input) => session.On(input).OfType<GatewayAction.Connect>().Single();

    // Network failures and Discord's own failures are transient; a rejection is not. A broken socket can also report a cancellation.
    public static bool IsTransient(Exception fault) => fault
        is WebSocketException
        or HttpRequestException
        or OperationCanceledException
        or DiscordApiException { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests };
}
