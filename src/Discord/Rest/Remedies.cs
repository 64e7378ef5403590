using System.Net;

namespace Discord.Rest;

/// <summary>What to do when Discord rejects a request, in sentences for moderators and operators.</summary>
static class Remedies
{
    /// <returns>Empty if Discord's own message is all there is to say.</returns>
    public static string For(Route route, HttpStatusCode status, int code, TimeSpan? retryAfter) => code switch
    {
        _ when retryAfter is { } wait => $"Try again in {Math.Ceiling(wait.TotalSeconds):0} s.",
        _ when status == HttpStatusCode.Unauthorized && !route.IsInteraction =>
            "Discord does not accept the bot's token. Copy the token from the developer portal again and set Discord:Token in the settings "
            + "or DISCORD__TOKEN in the environment.",
        DiscordError.MissingAccess or DiscordError.MissingPermissions => MissingPermission(route, code),
        DiscordError.UnknownChannel => "The channel was deleted. Choose another.",
        DiscordError.CannotPostInForum => "A forum takes posts instead of messages. Start a post there.",
        DiscordError.TooManyWebhooks =>
            "The channel has as many webhooks as Discord allows. Delete one under Edit Channel, Integrations, and try again.",
        DiscordError.TagRequired => "Posts in this forum need a tag. Choose one.",
        DiscordError.CannotMessageUser =>
            "This user does not accept direct messages from members of their servers, or does not share a server with the bot.",
        DiscordError.RequestEntityTooLarge => "Send smaller files. Discord usually accepts up to 10 MiB.",
        DiscordError.UnknownInteraction => "Respond to interactions within 3 seconds. Defer the response if it can take longer.",
        DiscordError.InteractionAlreadyAcknowledged => "The interaction already has a response. Edit it or send a follow-up message.",
        DiscordError.UnknownWebhook or DiscordError.InvalidWebhookToken when route.IsInteraction =>
            "The interaction has expired. The bot can respond for 15 minutes.",
        _ => "",
    };

    static string MissingPermission(Route route, int code) => route.Template switch
    {
        "PATCH /guilds/{0}/members/@me" => "Give the bot Change Nickname in that server.",
        "PATCH /channels/{0}" => "Give the bot Manage Threads in that channel.",
        "POST /channels/{0}/followers" => "Give the bot Manage Webhooks in the channel that follows.",
        "GET /channels/{0}/webhooks" or "GET /guilds/{0}/webhooks" or "DELETE /webhooks/{0}" => "Give the bot Manage Webhooks.",
        var template when template.StartsWith("GET /channels/", StringComparison.Ordinal) =>
            "Give the bot View Channel and Read Message History in that channel.",
        var template when !template.Contains("/channels/", StringComparison.Ordinal) && code == DiscordError.MissingAccess =>
            "Invite the bot to that server with the scopes bot and applications.commands.",
        _ when code == DiscordError.MissingAccess => "Give the bot View Channel and Send Messages in that channel.",
        _ =>
            "Give the bot Send Messages and Embed Links in that channel, Attach Files for files, and Send Messages in Threads for threads.",
    };
}
