using System.Net;

namespace Discord;

/// <summary>
/// The tries of one request: whether there may be another, and whether an earlier one has done the work already. After a lost answer,
/// or a 5xx, which tells as little, nobody knows.
/// </summary>
sealed class RequestTries(Route route, TimeProvider clock)
{
    DateTimeOffset? first;
    bool mayBeDone;

    public int Count { get; private set; }

    bool IsLast => Count >= route.Tries || clock.GetUtcNow() - first >= route.Deadline;

    public void Begin()
    {
        Count++;
        first ??= clock.GetUtcNow();
    }

    /// <summary>After a try without an answer.</summary>
    public bool MayRepeat(Exception fault)
    {
        mayBeDone |= !NeverLeft(fault);
        return !IsLast && (route.MayRepeat || NeverLeft(fault));
    }

    /// <summary>After an answer that <see cref="AreDone"/> is not content with.</summary>
    public bool MayRepeat(RateLimitHeaders answer)
    {
        var isDiscordsFault = answer.Status >= HttpStatusCode.InternalServerError;
        mayBeDone |= isDiscordsFault;
        return !IsLast && (answer.IsLimited || (isDiscordsFault && route.MayRepeat));
    }

    /// <summary>Whether an answer says that the work is done, be it by an earlier try.</summary>
    public bool AreDone(RateLimitHeaders answer) =>
        (int)answer.Status is >= 200 and < 300 || (mayBeDone && answer.Code is { } code && code == route.DoneBefore);

    // What never left this machine did nothing there.
    static bool NeverLeft(Exception fault) => fault
        is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
