namespace Discord.Gateway;

/// <summary>What happens to a connection.</summary>
abstract record GatewayInput
{
    /// <summary>The socket is open; nothing has been sent or received.</summary>
    public sealed record Opened : GatewayInput;

    public sealed record Received(GatewayFrame Frame) : GatewayInput;

    /// <summary>The delay of the last <see cref="GatewayAction.ScheduleHeartbeat"/> has passed.</summary>
    public sealed record HeartbeatDue : GatewayInput;

    /// <summary>There is another text to show, within Discord's limit for presence updates.</summary>
    public sealed record PresenceChanged(string? Text) : GatewayInput;

    /// <summary>Discord closed the connection, or it broke without a close code.</summary>
    public sealed record Closed(GatewayCloseCode? Code, string? Reason) : GatewayInput;

    /// <summary>The socket did not open.</summary>
    public sealed record Unreachable : GatewayInput;
}
