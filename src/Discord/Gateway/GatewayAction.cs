namespace Discord.Gateway;

/// <summary>What a <see cref="GatewaySession"/> wants done.</summary>
abstract record GatewayAction
{
    public sealed record Send(byte[] Payload) : GatewayAction;

    /// <summary>Sends a payload that counts toward the daily limit of sessions.</summary>
    public sealed record Identify(byte[] Payload) : GatewayAction;

    /// <summary>Sets the session's only timer, replacing an earlier one.</summary>
    public sealed record ScheduleHeartbeat(TimeSpan Delay) : GatewayAction;

    /// <param name="IsOld">
    /// Whether the event was sent again to a process that did not start the session: the one that did may have handled it.
    /// </param>
    public sealed record Dispatch(GatewayFrame Frame, bool IsOld) : GatewayAction;

    /// <summary>Closes this connection and opens another.</summary>
    /// <param name="Url">Where to resume; null starts a new session at the address from GET /gateway/bot.</param>
    /// <param name="Delay">The minimum time until then.</param>
    /// <param name="Reason">For the log.</param>
    public sealed record Connect(Uri? Url, TimeSpan Delay, string Reason) : GatewayAction;

    public sealed record Fail(GatewayCloseCode Code) : GatewayAction;
}
