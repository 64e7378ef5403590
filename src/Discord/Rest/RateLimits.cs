using System.Net;

namespace Discord.Rest;

/// <summary>
/// One rate limit with the requests that count toward it. Errs on the safe side: a window does not end before Discord said so, and a
/// pending request may count in this window or the next.
/// </summary>
sealed class RateLimitBucket
{
    int? limit;
    int remaining;
    int inFlight;
    DateTimeOffset resetsAt;
    DateTimeOffset closedUntil;
    RateLimitBucket? successor;

    /// <summary>Zero if a request may be sent now; infinite if that depends on a response that is still pending.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        if (closedUntil > now)
            return closedUntil - now;
        if (limit is null || resetsAt <= now)
            return inFlight < (limit ?? 1) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        return inFlight < remaining ? TimeSpan.Zero : resetsAt - now;
    }

    public void Acquire() => inFlight++;

    public void Release()
    {
        if (successor is null)
            inFlight--;
        else
            successor.Release();
    }

    public void Update(RateLimitHeaders headers, DateTimeOffset now)
    {
        if (headers.IsRateLimited)
            closedUntil = Later(closedUntil, now + headers.RetryAfter);
        if (headers is not { Limit: { } newLimit, Remaining: { } newRemaining, ResetAfter: { } resetAfter })
            return;

        // Responses can arrive out of order, even across windows: the smallest number and the latest time are safe.
        var isSameWindow = limit is not null && now < resetsAt;
        remaining = isSameWindow ? Math.Min(remaining, newRemaining) : newRemaining;
        resetsAt = Later(resetsAt, now + resetAfter);
        limit = Math.Max(1, newLimit);
    }

    /// <summary>Merges a bucket that turned out to be the same limit; its pending requests count here from now on.</summary>
    public void Absorb(RateLimitBucket other)
    {
        inFlight += other.inFlight;
        closedUntil = Later(closedUntil, other.closedUntil);
        other.successor = this;
    }

    public bool IsIdle(DateTimeOffset now) => inFlight == 0 && resetsAt <= now && closedUntil <= now;

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>The permission to send one request. Must be returned with its response, or released.</summary>
sealed record RateLimitLease(Route Route, RateLimitBucket Bucket);

/// <summary>Identifies a bucket: its name, or the route's template while the name is unknown, and the major parameter.</summary>
readonly record struct RateLimitKey(string Name, string Major);

/// <summary>
/// So many requests per second across all routes except those of interactions: fifty, unless Discord has granted a bot more.
/// Discord counts a request when it arrives, at an unknown moment between sending and the response. A request therefore counts from
/// when it is sent until one second after its response.
/// See https://discord.com/developers/docs/topics/rate-limits#global-rate-limit.
/// </summary>
sealed class GlobalRateLimit(int perSecond)
{
    /// <summary>For every bot to which Discord has not granted more.</summary>
    internal const int Default = 50;
    internal static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly Queue<DateTimeOffset> completed = new();
    int inFlight;
    DateTimeOffset closedUntil;

    public int PerSecond { get; set; } = perSecond;

    /// <summary>Zero if a request may be sent now; infinite if that depends on a response that is still pending.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        if (closedUntil > now)
            return closedUntil - now;
        if (Counting(now) < PerSecond)
            return TimeSpan.Zero;
        return completed.TryPeek(out var next) ? next + Second - now : Timeout.InfiniteTimeSpan;
    }

    /// <summary>How many requests count.</summary>
    public int Counting(DateTimeOffset now)
    {
        while (completed.TryPeek(out var oldest) && oldest + Second <= now)
            completed.Dequeue();
        return inFlight + completed.Count;
    }

    public void Acquire() => inFlight++;

    public void Release(DateTimeOffset now)
    {
        inFlight--;
        completed.Enqueue(now);
    }

    public void Close(DateTimeOffset until) => closedUntil = until > closedUntil ? until : closedUntil;
}

/// <summary>
/// Discord bans an IP address, with everybody behind it, after ten thousand rejected requests in ten minutes. This stops the bot after
/// a tenth of that, when more requests would not help. Discord also slows down clients that keep calling a webhook after a 404, so
/// interactions whose webhook no longer exists are not called again.
/// See https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans.
/// </summary>
sealed class InvalidRequestLimit
{
    internal const int Limit = 1000;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    readonly Queue<DateTimeOffset> rejected = new();
    readonly RecentSet<InteractionToken> expired = new();

    /// <summary>By other processes behind the same address.</summary>
    public int Elsewhere { get; set; }

    /// <summary>Counts a rejection, and remembers an interaction whose token is unknown, at the callback or at the webhook.</summary>
    public void Update(Route route, RateLimitHeaders response, DateTimeOffset now)
    {
        if (response.IsInvalid)
            rejected.Enqueue(now);
        if (response.IsUnknownWebhook && route.InteractionToken is { } token)
            expired.Add(token);
    }

    /// <exception cref="DiscordApiException">
    /// The limit is reached, and the exception says when requests are possible again; or the interaction has expired.
    /// </exception>
    public void Check(Route route, DateTimeOffset now)
    {
        if (Count(now) + Elsewhere >= Limit)
        {
            var reason = $"Not sent, because Discord rejected {Limit} requests in ten minutes and bans at ten thousand. "
                + "Look for them in the log";
            throw new DiscordApiException(route, HttpStatusCode.TooManyRequests, 0, reason, [], Until(now));
        }

        if (route is { IsWebhook: true, InteractionToken: { } token } && expired.Contains(token))
        {
            throw new DiscordApiException(
                route, HttpStatusCode.NotFound, DiscordError.UnknownWebhook, "Not sent, because this interaction has expired", []);
        }
    }

    /// <summary>How many requests were rejected in the last ten minutes.</summary>
    public int Count(DateTimeOffset now)
    {
        while (rejected.TryPeek(out var oldest) && oldest + Window <= now)
            rejected.Dequeue();
        return rejected.Count;
    }

    /// <summary>When the others' rejections end isn't known here.</summary>
    TimeSpan Until(DateTimeOffset now) => rejected.TryPeek(out var oldest) ? oldest + Window - now : TimeSpan.FromMinutes(1);
}
