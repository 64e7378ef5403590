using Microsoft.Extensions.Logging;

namespace Discord;

static partial class GatewayLog
{
    [LoggerMessage(LogLevel.Information, "Gateway: shard {Shard} connected ({Event})")]
    public static partial void Connected(this ILogger log, Shard shard, string @event);

    [LoggerMessage(LogLevel.Information, "Gateway: shard {Shard} connecting again, {Why}")]
    public static partial void Reconnecting(this ILogger log, Shard shard, string why);

    [LoggerMessage(LogLevel.Warning, "Gateway: {Reason}")]
    public static partial void Unreachable(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Gateway: a frame could not be read. {Reason}")]
    public static partial void Unreadable(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "Gateway: event {Event} ({Sequence}) could not be read and is left out. {Reason}")]
    public static partial void EventUnreadable(this ILogger log, string? @event, int? sequence, string reason);

    [LoggerMessage(LogLevel.Warning, "Gateway: all sessions of today are used up, waiting {Wait} for new ones. Look for a loop of reconnects above")]
    public static partial void NoSessionsLeft(this ILogger log, TimeSpan wait);
}
