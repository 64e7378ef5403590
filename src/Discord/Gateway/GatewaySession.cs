using System.Text.Json;

namespace Discord.Gateway;

/// <summary>
/// A session across all of its connections, as a state machine without a socket or clock: takes what happened and returns what to do.
/// See https://discord.com/developers/docs/events/gateway#connection-lifecycle.
/// </summary>
/// <param name="watching">The initial presence; null shows nothing.</param>
/// <param name="jitter">Returns a number from 0 to 1, so that bots that lost Discord together do not send heartbeats together.</param>
/// <param name="inherited">The session of another process, to go on with; null to start one.</param>
sealed class GatewaySession(string token, Shard shard, string? watching, Func<double> jitter, ShardSession? inherited = null)
{
    /// <summary>How long to wait for Hello on an open socket.</summary>
    internal static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(30);

    /// <summary>One Identify per five seconds. See https://discord.com/developers/docs/events/gateway#rate-limiting.</summary>
    internal static readonly TimeSpan IdentifyInterval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Five presence updates per twenty seconds.
    /// See https://discord.com/developers/docs/events/gateway-events#update-presence.
    /// </summary>
    internal static readonly TimeSpan PresenceInterval = TimeSpan.FromSeconds(4);

    const int MaxUnreachable = 3;

    /// <summary>In milliseconds. Discord asks for one in less than a minute.</summary>
    const double MaxHeartbeatInterval = 60 * 60 * 1000;

    TimeSpan heartbeatInterval;
    bool isAcknowledged;
    bool hasHello;
    string? presence = watching;
    string? shownPresence;
    int? sequence = inherited?.Sequence;
    string? sessionId = inherited?.Id;
    Uri? resumeUrl = inherited?.ResumeUrl;
    bool isInherited = inherited is not null;
    int unreachable;

    /// <summary>Whether the session has begun or was resumed on this connection.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The session's id; null if there is none.</summary>
    public string? Id => sessionId;

    /// <summary>Where to resume it.</summary>
    public Uri? ResumeUrl => resumeUrl;

    /// <summary>Where to connect first.</summary>
    public GatewayAction.Connect Start => new(resumeUrl, TimeSpan.Zero, "start");

    public GatewayAction[] On(GatewayInput input) => input switch
    {
        GatewayInput.Opened => Opened(),
        GatewayInput.Received { Frame: var frame } => Received(frame),
        GatewayInput.HeartbeatDue when isAcknowledged => Heartbeat(),
        GatewayInput.HeartbeatDue => [Resume(hasHello ? "the last heartbeat was not acknowledged" : "no Hello")],
        GatewayInput.PresenceChanged { Text: var text } => PresenceChanged(text),
        GatewayInput.Closed { Code: { } code } when code.IsFatal() => [new GatewayAction.Fail(code)],
        GatewayInput.Closed { Code: { } code } closed when code.EndsSession() => [StartOver(Reason(closed))],
        GatewayInput.Closed closed => [Resume(Reason(closed))],
        GatewayInput.Unreachable => [Unreachable()],
        _ => [],
    };

    // Until Hello sets the interval, the heartbeat timer limits the wait for Hello.
    GatewayAction[] Opened()
    {
        (isAcknowledged, hasHello, IsReady) = (false, false, false);
        unreachable = 0;
        return [new GatewayAction.ScheduleHeartbeat(HelloTimeout)];
    }

    GatewayAction[] Received(GatewayFrame frame)
    {
        // Events can arrive out of order. The session resumes after the latest.
        if (frame.Sequence is { } number && !(number <= sequence))
            sequence = number;
        switch (frame.Op)
        {
            case GatewayOpcode.Hello when hasHello:
                return [];
            case GatewayOpcode.Hello:
                return Hello(frame.As(GatewayJson.Default.GatewayHello));
            case GatewayOpcode.HeartbeatAck:
                isAcknowledged = true;
                return [];
            case GatewayOpcode.Heartbeat:
                return [new GatewayAction.Send(GatewayCommand.Heartbeat(sequence))];
            case GatewayOpcode.Reconnect:
                return [Resume("Discord requested it")];
            case GatewayOpcode.InvalidSession:
                return [frame.Data.ValueKind == JsonValueKind.True
                    ? Resume("the session cannot be resumed yet") with { Delay = IdentifyInterval }
                    : StartOver("the session is no longer valid")];
            case GatewayOpcode.Dispatch:
                return Dispatched(frame);
            default:
                return [];
        }
    }

    GatewayAction[] Hello(GatewayHello hello)
    {
        if (hello.HeartbeatInterval is not (> 0 and <= MaxHeartbeatInterval))
            throw new JsonException($"{hello.HeartbeatInterval} ms is no interval for heartbeats.");
        heartbeatInterval = TimeSpan.FromMilliseconds(hello.HeartbeatInterval);
        (isAcknowledged, hasHello) = (true, true);
        return
        [
            new GatewayAction.ScheduleHeartbeat(heartbeatInterval * jitter()),
            sessionId is null ? Identify() : new GatewayAction.Send(GatewayCommand.Resume(token, sessionId, sequence)),
        ];
    }

    GatewayAction.Identify Identify()
    {
        shownPresence = presence;
        return new(GatewayCommand.Identify(token, shard, presence));
    }

    GatewayAction[] Heartbeat()
    {
        isAcknowledged = false;
        return [new GatewayAction.Send(GatewayCommand.Heartbeat(sequence)), new GatewayAction.ScheduleHeartbeat(heartbeatInterval)];
    }

    GatewayAction[] Dispatched(GatewayFrame frame)
    {
        if (frame.Event == "READY")
        {
            var ready = frame.As(GatewayJson.Default.GatewayReady);
            (sessionId, resumeUrl) = (ready.SessionId, ready.ResumeGatewayUrl);
        }

        // RESUMED comes after everything that is sent again.
        IsReady |= frame.Event is "READY" or "RESUMED";
        isInherited &= !IsReady;
        return [new GatewayAction.Dispatch(frame, IsOld: isInherited), .. UpdatePresence()];
    }

    GatewayAction[] PresenceChanged(string? text)
    {
        presence = text;
        return UpdatePresence();
    }

    // Before READY, Discord closes a connection that sends anything except Identify or Resume.
    GatewayAction[] UpdatePresence()
    {
        if (!IsReady || presence == shownPresence)
            return [];
        shownPresence = presence;
        return [new GatewayAction.Send(GatewayCommand.UpdatePresence(presence))];
    }

    GatewayAction.Connect Resume(string reason) =>
        sessionId is null ? StartOver(reason) : new(resumeUrl, TimeSpan.Zero, reason);

    GatewayAction.Connect StartOver(string reason)
    {
        (sessionId, resumeUrl, sequence) = (null, null, null);
        return new(null, IdentifyInterval, reason);
    }

    static string Reason(GatewayInput.Closed closed)
    {
        var what = closed.Code is { } code ? $"closed with {(int)code}" : "the connection broke";
        return string.IsNullOrEmpty(closed.Reason) ? what : $"{what} ({closed.Reason})";
    }

    // Discord keeps a session for a few minutes, but its address can disappear earlier.
    GatewayAction.Connect Unreachable() => ++unreachable < MaxUnreachable
        ? Resume("the gateway is unreachable")
        : StartOver("the gateway is unreachable");
}
