using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Discord.Gateway;

/// <summary>
/// Executes what the session of a shard decides, as long as it is this process's turn: connects, receives, sends, waits. A single loop, so
/// nothing needs a lock.
/// </summary>
sealed class ShardRunner(
    IShardTurn turn,
    ShardStatus status,
    SessionStarts starts,
    PresenceState presence,
    DiscordOptions options,
    TimeProvider clock,
    Func<DateTimeOffset> discordsTime,
    Func<double> jitter,
    ILogger log,
    ChannelWriter<GatewayEvent> events)
{
    /// <summary>For the first response to interactions that are being handled when the shard is handed over.</summary>
    static readonly TimeSpan DrainTime = InteractionFilter.AnswerTime;

    readonly Shard shard = turn.Shard;
    readonly GatewaySession session = new(options.Token, turn.Shard, presence.Current.Text, jitter, turn.Session);
    readonly ShardProgress progress = new(turn);
    readonly InteractionFilter interactions = new(turn.Shard, discordsTime, log);

    PresenceState.Presence shown = presence.Current;
    readonly SteadyClock steady = new(clock);
    DateTimeOffset nextPresenceAt;
    Task? presenceChange;
    Task heartbeat = Task.CompletedTask;
    int failures;

    bool IsHandedOver => turn.Ended.IsCancellationRequested || turn.HasSuccessor;

    /// <summary>Ends when the turn does, when the program stops, or with an exception.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop, turn.Ended);
        try
        {
            await StayConnectedAsync(over.Token);
        }
        catch (Exception end) when (over.IsCancellationRequested && IsTransient(end))
        {
            if (IsHandedOver)
                await progress.DrainAsync(DrainTime, clock, stop);
        }
        finally
        {
            progress.Close();
            await turn.DisposeAsync();
        }
    }

    async Task StayConnectedAsync(CancellationToken ct)
    {
        for (var next = session.Start; ; failures++)
        {
            var backoff = failures == 0 ? TimeSpan.Zero : Backoff.After(failures, jitter());
            await Task.Delay(backoff > next.Delay ? backoff : next.Delay, clock, ct);
            next = await ConnectAsync(next.Url, ct);
            if (next.Url is null)
                progress.End();
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
            await using var start = url is null ? await starts.WaitAsync(shard, ct) : null;
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
                await LeaveAsync(socket, receive);
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

    /// <summary>What arrives meanwhile is not noted, and so comes again to whoever resumes the session.</summary>
    async Task LeaveAsync(GatewaySocket socket, Task receive)
    {
        if (IsHandedOver)
        {
            await socket.CloseAsync(GatewayCloseCode.Resuming, receive);
            log.HandedOver(shard);
            return;
        }

        await socket.CloseAsync(GatewayCloseCode.NormalClosure, receive);
        progress.End();
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
                await (start?.IdentifiedAsync() ?? ValueTask.CompletedTask);
                break;
            case GatewayAction.ScheduleHeartbeat schedule:
                heartbeat = Task.Delay(schedule.Delay, clock, ct);
                break;
            case GatewayAction.Dispatch dispatch:
                Publish(dispatch);
                break;
            case GatewayAction.Fail fail:
                throw new DiscordGatewayException(fail.Code);
        }
    }

    async Task WaitForPresenceAsync(CancellationToken ct)
    {
        await shown.Replaced.Task.WaitAsync(ct);
        if (nextPresenceAt - steady.Now is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, ct);
        (shown, nextPresenceAt) = (presence.Current, steady.Now + GatewaySession.PresenceInterval);
    }

    void Publish(GatewayAction.Dispatch dispatch)
    {
        var frame = dispatch.Frame;
        if (frame.Event is "READY" or "RESUMED")
        {
            failures = 0;
            GatewayMetrics.Connected(isResumed: frame.Event is "RESUMED");
            log.Connected(shard, frame.Event);
        }

        if (frame.Event is "READY")
            progress.Begin(session.Id!, session.ResumeUrl!);
        var receipt = progress.Receive(frame.Sequence ?? 0);
        if (Read(frame) is { } received && interactions.IsWanted(received, dispatch.IsOld))
            events.TryWrite(received with { Receipt = receipt });
        else
            receipt.MarkHandled();
    }

    GatewayEvent? Read(GatewayFrame frame)
    {
        try
        {
            return GatewayEvent.From(frame);
        }
        catch (JsonException fault)
        {
            log.EventUnreadable(frame.Event, frame.Sequence, fault.Message);
            return null;
        }
    }

    GatewayAction.Connect NextConnection(GatewayInput input) => session.On(input).OfType<GatewayAction.Connect>().Single();

    // Network failures and Discord's own failures are transient; a rejection is not. A broken socket can also report a cancellation.
    public static bool IsTransient(Exception fault) => fault
        is WebSocketException
        or HttpRequestException
        or OperationCanceledException
        or DiscordApiException { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests };
}
