using Microsoft.Extensions.Logging;

namespace Discord;

static partial class RestLog
{
    [LoggerMessage(LogLevel.Warning, "{Route}: rate limited ({Scope}), trying again in {Seconds:0.0} s")]
    public static partial void RateLimited(this ILogger log, Route route, string scope, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Route}: {Reason}, try {Attempt} failed, trying again in {Seconds:0.0} s")]
    public static partial void TryingAgain(this ILogger log, Route route, string reason, int attempt, double seconds);
}
