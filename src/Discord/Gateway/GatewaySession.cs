using System.Text.Json;

namespace Discord;

/// <summary>
/// The life of a session over all its connections, as a state machine without a socket or a clock:
/// what happened goes in, what shall be done comes out.
/// See https://discord.com/developers/docs/events/gateway#connection-lifecycle.
/// </summary>
/// <param name="token">The bot's token.</param>
/// <param name="shard">Whose guilds it gets.</param>
/// <param name="watching">What the bot is seen watching at first; null is nothing.</param>
/// <param name="chance">A number from 0 to 1; bots that lost Discord together should not beat together.</param>
sealed class GatewaySession(string token, Shard shard, string? watching, Func<double> chance)
{
    /// <summary>How long an open socket may say nothing.</summary>
    internal static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(30);

    /// <summary>One identify in five seconds. See https://discord.com/developers/docs/events/gateway#rate-limiting.</summary>
    internal static readonly TimeSpan BetweenIdentifies = TimeSpan.FromSeconds(5);

    /// <summary>Five presences in twenty seconds. See https://discord.com/developers/docs/events/gateway-events#update-presence.</summary>
    internal static readonly TimeSpan BetweenPresences = TimeSpan.FromSeconds(4);

    const int UnreachableBeforeNewSession = 3;

    TimeSpan interval;
    bool acknowledged;
    bool greeted;
    bool connected;
    string? wanted = watching;
    string? shown;
    int? sequence;
    string? sessionId;
    Uri? resumeUrl;
    int unreachable;

    public static GatewayAction.Connect Start { get; } = new(null, TimeSpan.Zero, "start");

    public GatewayAction[] On(GatewayInput input) => input switch
    {
        GatewayInput.Opened => Opened(),
        GatewayInput.Received { Frame: var frame } => Received(frame),
        GatewayInput.BeatDue when acknowledged => Beat(),
        GatewayInput.BeatDue => [Resume(greeted ? "no answer to the last heartbeat" : "no Hello")],
        GatewayInput.PresenceWanted { Text: var text } => Want(text),
        GatewayInput.Closed { Code: { } code } when code.IsFatal() => [new GatewayAction.Fail(code)],
        GatewayInput.Closed { Code: { } code } closed when code.EndsSession() => [StartOver(Why(closed))],
        GatewayInput.Closed closed => [Resume(Why(closed))],
        GatewayInput.Unreachable => [Unreachable()],
        _ => [],
    };

    // Until Hello names the rhythm, the first beat is the moment at which we stop waiting for it.
    GatewayAction[] Opened()
    {
        (acknowledged, greeted, connected) = (false, false, false);
        unreachable = 0;
        return [new GatewayAction.BeatIn(HelloWithin)];
    }

    GatewayAction[] Received(GatewayFrame frame)
    {
        // Events may come out of order; what is resumed from is the latest.
        if (frame.Sequence is { } number && !(number <= sequence))
            sequence = number;
        switch (frame.Op)
        {
            case GatewayOpcode.Hello when greeted:
                return [];
            case GatewayOpcode.Hello:
                return Hello(frame.As(DiscordJson.Default.GatewayHello));
            case GatewayOpcode.HeartbeatAck:
                acknowledged = true;
                return [];
            case GatewayOpcode.Heartbeat:
                return [new GatewayAction.Send(GatewayCommand.Heartbeat(sequence))];
            case GatewayOpcode.Reconnect:
                return [Resume("Discord asked for it")];
            case GatewayOpcode.InvalidSession:
                return [frame.Data.ValueKind == JsonValueKind.True
                    ? Resume("the session could not be resumed yet") with { Pause = BetweenIdentifies }
                    : StartOver("the session is not valid any more")];
            case GatewayOpcode.Dispatch:
                return Dispatched(frame);
            default:
                return [];
        }
    }

    GatewayAction[] Hello(GatewayHello hello)
    {
        interval = TimeSpan.FromMilliseconds(hello.HeartbeatInterval);
        (acknowledged, greeted) = (true, true);
        return
        [
            new GatewayAction.BeatIn(interval * chance()),
            sessionId is null ? Identify() : new GatewayAction.Send(GatewayCommand.Resume(token, sessionId, sequence)),
        ];
    }

    GatewayAction.Identify Identify()
    {
        shown = wanted;
        return new(GatewayCommand.Identify(token, shard, wanted));
    }

    GatewayAction[] Beat()
    {
        acknowledged = false;
        return [new GatewayAction.Send(GatewayCommand.Heartbeat(sequence)), new GatewayAction.BeatIn(interval)];
    }

    GatewayAction[] Dispatched(GatewayFrame frame)
    {
        if (frame.Event == "READY")
        {
            var ready = frame.As(DiscordJson.Default.GatewayReady);
            (sessionId, resumeUrl) = (ready.SessionId, ready.ResumeGatewayUrl);
        }

        connected |= frame.Event is "READY" or "RESUMED";
        return [new GatewayAction.Dispatch(frame), .. Show()];
    }

    GatewayAction[] Want(string? text)
    {
        wanted = text;
        return Show();
    }

    // Before READY, Discord closes a connection that says anything but who it is.
    GatewayAction[] Show()
    {
        if (!connected || wanted == shown)
            return [];
        shown = wanted;
        return [new GatewayAction.Send(GatewayCommand.UpdatePresence(wanted))];
    }

    GatewayAction.Connect Resume(string why) =>
        sessionId is null ? StartOver(why) : new(resumeUrl, TimeSpan.Zero, why);

    GatewayAction.Connect StartOver(string why)
    {
        (sessionId, resumeUrl, sequence) = (null, null, null);
        return new(null, BetweenIdentifies, why);
    }

    static string Why(GatewayInput.Closed closed)
    {
        var what = closed.Code is { } code ? $"closed with {(int)code}" : "the line went dead";
        return string.IsNullOrEmpty(closed.Reason) ? what : $"{what} ({closed.Reason})";
    }

    // A session lives for a few minutes; its address may be gone before.
    GatewayAction.Connect Unreachable() => ++unreachable < UnreachableBeforeNewSession
        ? Resume("the gateway cannot be reached")
        : StartOver("the gateway cannot be reached");
}
