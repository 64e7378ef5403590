using System.Net;

namespace Discord;

/// <summary>Discord refused a request. The message says which, why, and what to do; it holds no token.</summary>
public sealed class DiscordApiException : Exception
{
    internal DiscordApiException(
        Route route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> fieldErrors, TimeSpan? retryAfter = null)
        : base(Sentence(route, status, code, reason, fieldErrors, retryAfter))
    {
        Status = status;
        Code = code;
        Method = route.Method.Method;
        Route = route.Path;
        FieldErrors = fieldErrors;
        RetryAfter = retryAfter;
    }

    public HttpStatusCode Status { get; }

    /// <summary>Discord's own number, 0 when there is none. Those worth knowing are in <see cref="DiscordError"/>.</summary>
    public int Code { get; }

    public string Method { get; }

    /// <summary>The path with its ids, without interaction tokens and query.</summary>
    public string Route { get; }

    /// <summary>What is wrong with which field, such as <c>embeds.0.title: Must be 256 or fewer in length.</c></summary>
    public IReadOnlyList<string> FieldErrors { get; }

    /// <summary>When to come back, after a rate limit that is too long to wait for.</summary>
    public TimeSpan? RetryAfter { get; }

    internal static DiscordApiException From(Route route, RateLimitHeaders answer, ReadOnlySpan<byte> body)
    {
        var error = ErrorBody.Read(body);
        var reason = error?.Message ?? answer.Status.ToString();
        return new(route, answer.Status, error?.Code ?? 0, reason, error?.FieldErrors() ?? [], answer.IsLimited ? answer.RetryAfter : null);
    }

    internal static DiscordApiException Limited(Route route, TimeSpan wait) =>
        new(route, HttpStatusCode.TooManyRequests, 0, "Rate limited", [], wait);

    static string Sentence(Route route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> fieldErrors, TimeSpan? retryAfter)
    {
        var why = reason.StartsWith($"{(int)status}: ", StringComparison.Ordinal) ? reason[5..] : reason;
        var what = $"{route}: {(int)status} {why.TrimEnd('.')}" + (code == 0 ? "" : $" ({code})");
        var next = Remedy.For(route, status, code, retryAfter);
        return fieldErrors is []
            ? $"{what}. {next}".TrimEnd()
            : $"{what}: {string.Join(" ", fieldErrors)} {next}".TrimEnd();
    }
}
