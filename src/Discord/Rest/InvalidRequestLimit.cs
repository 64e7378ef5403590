using System.Net;

namespace Discord.Rest;

/// <summary>
/// Discord bans an IP address, with everybody behind it, after ten thousand rejected requests in ten minutes. This stops the bot after
/// a tenth of that, when more requests would not help.
/// See https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans.
/// </summary>
sealed class InvalidRequestLimit
{
    internal const int Limit = 1000;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    readonly Queue<DateTimeOffset> rejected = new();

    public void Count(DateTimeOffset now) => rejected.Enqueue(now);

    /// <exception cref="DiscordApiException">The limit is reached. Says when requests are possible again.</exception>
    public void Check(Route route, DateTimeOffset now)
    {
        while (rejected.TryPeek(out var oldest) && oldest + Window <= now)
            rejected.Dequeue();
        if (rejected.Count < Limit)
            return;
        var reason = $"Not sent, because Discord rejected {Limit} requests in ten minutes and bans at ten thousand. "
            + "Look for them in the log";
        throw new DiscordApiException(route, HttpStatusCode.TooManyRequests, 0, reason, [], rejected.Peek() + Window - now);
    }
}
