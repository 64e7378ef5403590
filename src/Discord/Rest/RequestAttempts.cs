using System.Net;

namespace Discord.Rest;

/// <summary>
/// The attempts of one request: decides whether to retry, and whether an earlier attempt has already succeeded. After a lost response
/// or a 5xx status, it is unknown whether Discord executed the request.
/// </summary>
sealed class RequestAttempts(Route route, TimeProvider clock)
{
    DateTimeOffset? first;
    DateTimeOffset current;
    DateTimeOffset? mayBeDoneSince;

    public int Count { get; private set; }

    bool IsTooLate => mayBeDoneSince is { } since && (clock.GetUtcNow() - since).Duration() >= route.RepeatWithin;

    bool IsLast => Count >= route.MaxAttempts || clock.GetUtcNow() - first >= route.Deadline;

    /// <summary>Whether an attempt may start now. Waiting for it may have taken long.</summary>
    public bool TryStart()
    {
        if (IsTooLate)
            return false;
        Count++;
        current = clock.GetUtcNow();
        first ??= current;
        return true;
    }

    /// <summary>Whether to retry after an attempt without a response.</summary>
    public bool CanRetry(Exception fault)
    {
        if (!WasNotSent(fault))
            mayBeDoneSince ??= current;
        return !IsLast && !IsTooLate && (route.CanRetry || WasNotSent(fault));
    }

    /// <summary>Whether to retry after a response for which <see cref="IsDone"/> is false.</summary>
    public bool CanRetry(RateLimitHeaders response)
    {
        var isServerError = response.Status >= HttpStatusCode.InternalServerError;
        if (isServerError)
            mayBeDoneSince ??= current;
        return !IsLast && !IsTooLate && (response.IsRateLimited || (isServerError && route.CanRetry));
    }

    /// <summary>Whether this or an earlier attempt has succeeded.</summary>
    public bool IsDone(RateLimitHeaders response) =>
        response.IsSuccess || (mayBeDoneSince is not null && response.Code is { } code && code == route.AlreadyDoneError);

    // Without a connection, Discord cannot have executed the request.
    static bool WasNotSent(Exception fault) => fault
        is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
