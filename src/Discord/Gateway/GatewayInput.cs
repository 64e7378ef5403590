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
