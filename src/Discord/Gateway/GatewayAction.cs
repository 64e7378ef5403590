namespace Discord;

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
