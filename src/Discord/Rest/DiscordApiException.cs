using System.Net;
using Discord.Models;

namespace Discord.Rest;

/// <summary>
/// Discord rejected a request. The message is for logs: it has the route, the status and a remedy, but no token.
/// <see cref="Explanation"/> is for people.
/// </summary>
public sealed class DiscordApiException : Exception
{
    internal DiscordApiException(
        Route route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> fieldErrors, TimeSpan? retryAfter = null)
        : this(route, status, code, Reason(status, reason), string.Join(" ", fieldErrors), Remedies.For(route, status, code, retryAfter)) =>
        RetryAfter = retryAfter;

    DiscordApiException(Route route, HttpStatusCode status, int code, string reason, string fieldErrors, string remedy)
        : base(Sentences($"{route}: {(int)status} {reason}{(code == 0 ? "" : $" ({code})")}", fieldErrors, remedy))
    {
        Status = status;
        Code = code;
        Explanation = Sentences(reason, fieldErrors, remedy);
    }

    public HttpStatusCode Status { get; }

    /// <summary>Discord's JSON error code, or 0 if there is none. <see cref="DiscordError"/> has those that matter.</summary>
    public int Code { get; }

    /// <summary>
    /// What happened, in Discord's words, and what to do, if that is known: for moderators, without a route, status or error code.
    /// </summary>
    public string Explanation { get; }

    /// <summary>How long to wait before trying again, if a rate limit is too long for this client to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    internal static DiscordApiException From(Route route, RateLimitHeaders response, ReadOnlySpan<byte> body)
    {
        var error = ErrorResponse.Read(body) is { IsDiscords: true } judged ? judged : null;
        return new(
            route, response.Status, error?.Code ?? 0,
            error?.Message ?? response.Status.ToString(),
            error?.FieldErrors() ?? [],
            response.IsRateLimited ? response.RetryAfter : null);
    }

    internal static DiscordApiException RateLimited(Route route, TimeSpan wait) =>
        new(route, HttpStatusCode.TooManyRequests, 0, "Rate limited", [], wait);

    // Some of Discord's messages repeat the status: "401: Unauthorized".
    static string Reason(HttpStatusCode status, string reason) =>
        (reason.StartsWith($"{(int)status}: ", StringComparison.Ordinal) ? reason[5..] : reason).TrimEnd('.');

    static string Sentences(string reason, string fieldErrors, string remedy) =>
        (fieldErrors.Length == 0 ? $"{reason}. {remedy}" : $"{reason}: {fieldErrors} {remedy}").TrimEnd();
}
