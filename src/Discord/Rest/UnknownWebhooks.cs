using System.Net;

namespace Discord;

/// <summary>
/// The webhooks of interactions that are not there any more: who calls one again after a 404 is held back for a while.
/// See https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans.
/// </summary>
sealed class UnknownWebhooks
{
    readonly RecentSet<InteractionToken> tokens = new();

    /// <summary>Takes in the answer to a request of an interaction; a token that its callback does not know is no better at the webhook.</summary>
    public void Learn(Route route, RateLimitHeaders answer)
    {
        if (answer.IsUnknownWebhook && route.InteractionToken is { } token)
            tokens.Add(token);
    }

    /// <exception cref="DiscordApiException">The webhook is one of these.</exception>
    public void Check(Route route)
    {
        if (route is { IsOfWebhook: true, InteractionToken: { } token } && tokens.Contains(token))
            throw new DiscordApiException(route, HttpStatusCode.NotFound, DiscordError.UnknownWebhook, "Not sent: this webhook was unknown before", []);
    }
}
