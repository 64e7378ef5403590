namespace Discord;

/// <summary>What can happen to a connection.</summary>
abstract record GatewayInput
{
    /// <summary>The socket is open; nothing was said yet.</summary>
    public sealed record Opened : GatewayInput;

    public sealed record Received(GatewayFrame Frame) : GatewayInput;

    /// <summary>The time of the last <see cref="GatewayAction.BeatIn"/> has come.</summary>
    public sealed record BeatDue : GatewayInput;

    /// <summary>Another text shall be seen; comes seldom enough for Discord's limit.</summary>
    public sealed record PresenceWanted(string? Text) : GatewayInput;

    /// <summary>The other side closed, or the line went dead without a code.</summary>
    public sealed record Closed(GatewayCloseCode? Code, string? Reason) : GatewayInput;

    /// <summary>The socket did not open at all.</summary>
    public sealed record Unreachable : GatewayInput;
}

/// <summary>What a session wants done, in order.</summary>
abstract record GatewayAction
{
    public sealed record Send(byte[] Payload) : GatewayAction;

    /// <summary>Sends what counts towards the sessions of today.</summary>
    public sealed record Identify(byte[] Payload) : GatewayAction;

    /// <summary>Sets the only timer there is.</summary>
    public sealed record BeatIn(TimeSpan Delay) : GatewayAction;

    public sealed record Dispatch(GatewayFrame Frame) : GatewayAction;

    /// <summary>Leaves this connection and opens another.</summary>
    /// <param name="Url">Null is a new session, whose address GET /gateway/bot tells.</param>
    /// <param name="Pause">At least this long before.</param>
    /// <param name="Why">For the log.</param>
    public sealed record Connect(Uri? Url, TimeSpan Pause, string Why) : GatewayAction;

    public sealed record Fail(GatewayCloseCode Code) : GatewayAction;
}
