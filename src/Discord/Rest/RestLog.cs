using Microsoft.Extensions.Logging;

namespace Discord.Rest;

static partial class RestLog
{
    [LoggerMessage(LogLevel.Warning, "{Route}: rate limited ({Scope}), retrying in {Seconds:0.0} s")]
    public static partial void RateLimited(this ILogger log, Route route, string scope, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Route}: attempt {Attempt} failed ({Reason}), retrying in {Seconds:0.0} s")]
    public static partial void Retrying(this ILogger log, Route route, int attempt, string reason, double seconds);
}
