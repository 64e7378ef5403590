using System.Net;

namespace Discord.Rest;

/// <summary>
/// Interactions whose webhook no longer exists. Discord slows down clients that keep calling a webhook after a 404, so further requests
/// are not sent.
/// See https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans.
/// </summary>
sealed class ExpiredWebhooks
{
    readonly RecentSet<InteractionToken> tokens = new();

    /// <summary>Remembers the interaction if the response says that its token is unknown, at the callback or at the webhook.</summary>
    public void Update(Route route, RateLimitHeaders response)
    {
        if (response.IsUnknownWebhook && route.InteractionToken is { } token)
            tokens.Add(token);
    }

    /// <exception cref="DiscordApiException">The webhook is one of these.</exception>
    public void Check(Route route)
    {
        if (route is { IsWebhook: true, InteractionToken: { } token } && tokens.Contains(token))
        {
            throw new DiscordApiException(
                route, HttpStatusCode.NotFound, DiscordError.UnknownWebhook, "Not sent, because this interaction has expired", []);
        }
    }
}
