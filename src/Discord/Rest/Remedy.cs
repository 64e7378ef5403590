using System.Net;

namespace Discord;

/// <summary>What to do about a refusal, as a sentence for whoever runs the bot.</summary>
static class Remedy
{
    /// <returns>Empty where what Discord says is all there is to say.</returns>
    public static string For(Route route, HttpStatusCode status, int code, TimeSpan? retryAfter) => code switch
    {
        _ when retryAfter is { } wait => $"Try again in {Math.Ceiling(wait.TotalSeconds):0} s.",
        _ when status == HttpStatusCode.Unauthorized && !route.IsOfInteraction =>
            "Discord does not accept the bot's token. Copy it again from the developer portal and set Discord:Token in the settings, "
            + "or DISCORD__TOKEN in the environment.",
        DiscordError.MissingAccess or DiscordError.MissingPermissions => Permit(route, code),
        DiscordError.UnknownChannel => "The channel was deleted. Choose another.",
        DiscordError.CannotPostInForum => "A forum takes posts, not messages: start a thread there.",
        DiscordError.TagRequired => "Choose a tag for posts in that forum.",
        DiscordError.CannotMessageUser => "They do not take private messages from this guild's members, or share no guild with the bot.",
        DiscordError.RequestEntityTooLarge => "Send smaller files: Discord takes ten MiB as a rule.",
        DiscordError.UnknownInteraction => "The first answer must arrive within 3 seconds. Defer when it may take longer.",
        DiscordError.InteractionAlreadyAcknowledged => "Edit the first answer or send a follow-up.",
        DiscordError.UnknownWebhook or DiscordError.InvalidWebhookToken when route.IsOfInteraction => "An interaction can be answered for 15 minutes.",
        DiscordError.BlockedByCloudflare =>
            "Discord's proxy blocks this address or User-Agent. Wait, and look for a loop of refused requests in the log.",
        _ => "",
    };

    static string Permit(Route route, int code) => route.Template switch
    {
        "PATCH /channels/{0}" => "Give the bot Manage Threads there.",
        "GET /channels/{0}/threads/archived/private" => "Give the bot Manage Threads and Read Message History there.",
        "POST /channels/{0}/followers" => "Give the bot Manage Webhooks in the channel that follows.",
        var template when template.StartsWith("GET /channels/", StringComparison.Ordinal) => "Give the bot View Channel and Read Message History there.",
        var template when !template.Contains("/channels/", StringComparison.Ordinal) && code == DiscordError.MissingAccess =>
            "Invite the bot to that guild with the scopes bot and applications.commands.",
        _ when code == DiscordError.MissingAccess => "Give the bot View Channel and Send Messages in that channel.",
        _ => "Give the bot Send Messages and Embed Links in that channel, Attach Files for files, and Send Messages in Threads for a thread.",
    };
}
