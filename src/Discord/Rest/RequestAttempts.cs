using System.Net;

namespace Discord.Rest;

/// <summary>
/// The attempts of one request: decides whether to retry, and whether an earlier attempt has already succeeded. After a lost response
/// or a 5xx status, it is unknown whether Discord executed the request.
/// </summary>
sealed class RequestAttempts(Route route, TimeProvider clock)
{
    DateTimeOffset? first;
    bool mayBeDone;

    public int Count { get; private set; }

    bool IsLast => Count >= route.MaxAttempts || clock.GetUtcNow() - first >= route.Deadline;

    public void Start()
    {
        Count++;
        first ??= clock.GetUtcNow();
    }

    /// <summary>Whether to retry after an attempt without a response.</summary>
    public bool CanRetry(Exception fault)
    {
        mayBeDone |= !WasNotSent(fault);
        return !IsLast && (route.CanRetry || WasNotSent(fault));
    }

    /// <summary>Whether to retry after a response for which <see cref="IsDone"/> is false.</summary>
    public bool CanRetry(RateLimitHeaders response)
    {
        var isServerError = response.Status >= HttpStatusCode.InternalServerError;
        mayBeDone |= isServerError;
        return !IsLast && (response.IsRateLimited || (isServerError && route.CanRetry));
    }

    /// <summary>Whether this or an earlier attempt has succeeded.</summary>
    public bool IsDone(RateLimitHeaders response) =>
        response.IsSuccess || (mayBeDone && response.Code is { } code && code == route.AlreadyDoneError);

    // Without a connection, Discord cannot have executed the request.
    static bool WasNotSent(Exception fault) => fault
        is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
