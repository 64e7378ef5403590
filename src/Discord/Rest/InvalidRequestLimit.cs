using System.Net;

namespace Discord.Rest;

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
        while (rejected.TryPeek(out var oldest) && oldest + Window <= now)
            rejected.Dequeue();
        if (rejected.Count >= Limit)
        {
            var reason = $"Not sent, because Discord rejected {Limit} requests in ten minutes and bans at ten thousand. "
                + "Look for them in the log";
            throw new DiscordApiException(route, HttpStatusCode.TooManyRequests, 0, reason, [], rejected.Peek() + Window - now);
        }

        if (route is { IsWebhook: true, InteractionToken: { } token } && expired.Contains(token))
        {
            throw new DiscordApiException(
                route, HttpStatusCode.NotFound, DiscordError.UnknownWebhook, "Not sent, because this interaction has expired", []);
        }
    }
}
