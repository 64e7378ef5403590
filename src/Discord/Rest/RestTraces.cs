using System.Diagnostics;

namespace Discord.Rest;

/// <summary>
/// Spans of requests, while something is traced. Their names have no ids, and no tag has an address, since tokens stand in those.
/// </summary>
public static class RestTraces
{
    public const string SourceName = "Discord.Rest";

    static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Request(Route route) => Activity.Current is null
        ? null
        : Source.StartActivity(route.Template, ActivityKind.Client)?.SetTag("http.request.method", route.Method.Method);

    /// <summary>The wait for a turn under Discord's limits.</summary>
    internal static Activity? Wait() => Activity.Current is null ? null : Source.StartActivity("wait for rate limit");

    internal static void Note(this Activity span, RateLimitHeaders response, int attempt)
    {
        span.SetTag("http.response.status_code", (int)response.Status);
        if (attempt > 1)
            span.SetTag("http.request.resend_count", attempt - 1);
        if (!response.IsSuccess)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
