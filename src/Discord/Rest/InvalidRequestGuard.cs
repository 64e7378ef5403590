using System.Net;

namespace Discord;

/// <summary>
/// Ten thousand refused requests in ten minutes get an address banned, and everybody behind it with it.
/// A bot that is a tenth of the way there has something wrong that more requests will not mend.
/// See https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans.
/// </summary>
sealed class InvalidRequestGuard
{
    internal const int Limit = 1000;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    readonly Queue<DateTimeOffset> refused = new();

    public void Count(DateTimeOffset now) => refused.Enqueue(now);

    /// <exception cref="DiscordApiException">The limit is reached; says when it is not any more.</exception>
    public void Check(Route route, DateTimeOffset now)
    {
        while (refused.TryPeek(out var oldest) && oldest + Window <= now)
            refused.Dequeue();
        if (refused.Count < Limit)
            return;
        var reason = $"Not sent: Discord refused {Limit} requests in ten minutes and bans at ten thousand. Look for what it refused";
        throw new DiscordApiException(route, HttpStatusCode.TooManyRequests, 0, reason, [], refused.Peek() + Window - now);
    }
}
