using Discord.Models;
using Microsoft.Extensions.Logging;

namespace Discord.Gateway;

static partial class GatewayLog
{
    [LoggerMessage(LogLevel.Information, "Gateway: shard {Shard} connected ({Event})")]
    public static partial void Connected(this ILogger log, Shard shard, string @event);

    [LoggerMessage(LogLevel.Information, "Gateway: shard {Shard} reconnecting: {Reason}")]
    public static partial void Reconnecting(this ILogger log, Shard shard, string reason);

    [LoggerMessage(LogLevel.Warning, "Gateway: {Reason}")]
    public static partial void Unreachable(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Gateway: received an unreadable payload. {Reason}")]
    public static partial void Unreadable(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "Gateway: skipped the unreadable event {Event} ({Sequence}). {Reason}")]
    public static partial void EventUnreadable(this ILogger log, string? @event, int? sequence, string reason);

    [LoggerMessage(LogLevel.Information, "Gateway: shard {Shard} handed over")]
    public static partial void HandedOver(this ILogger log, Shard shard);

    [LoggerMessage(
        LogLevel.Information,
        "Gateway: shard {Shard} skipped interaction {Interaction}, which came again after {Seconds:0.0} seconds: nobody waits for it, and "
        + "the process that ran the shard before may have answered it")]
    public static partial void SkippedOld(this ILogger log, Shard shard, Snowflake interaction, double seconds);

    [LoggerMessage(
        LogLevel.Warning,
        "Gateway: today's session limit is reached; the next session can start in {Wait}. Look in the log for repeated reconnects")]
    public static partial void NoSessionsLeft(this ILogger log, TimeSpan wait);
}
