using System.Text.Json.Nodes;

namespace LocalDiscord.Rules;

/// <summary>
/// Why Discord rejects a request, with the codes and texts of
/// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes.
/// The documentation gives few of the HTTP statuses; these are the usual ones.
/// </summary>
static class DiscordError
{
    public static DiscordException Unauthorized() => new(401, 0, "401: Unauthorized");

    public static DiscordException NotFound() => new(404, 0, "404: Not Found");

    public static DiscordException MethodNotAllowed() => new(405, 0, "405: Method Not Allowed");

    public static DiscordException UnknownApplication() => new(404, 10002, "Unknown Application");

    public static DiscordException UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static DiscordException UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static DiscordException UnknownMember() => new(404, 10007, "Unknown Member");

    public static DiscordException UnknownMessage() => new(404, 10008, "Unknown Message");

    public static DiscordException UnknownOverwrite() => new(404, 10009, "Unknown Overwrite");

    public static DiscordException UnknownRole() => new(404, 10011, "Unknown Role");

    public static DiscordException UnknownUser() => new(404, 10013, "Unknown User");

    public static DiscordException UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static DiscordException UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static DiscordException UnknownCommand() => new(404, 10063, "Unknown application command");

    public static DiscordException UnknownEmoji() => new(400, 10014, "Unknown Emoji");

    public static DiscordException UnknownPermissions() => new(404, 10066, "Unknown application command permissions");

    public static DiscordException TooManyPins() => new(400, 30003, "Maximum number of pins reached for the channel (250)");

    public static DiscordException TooManyWebhooks() => new(400, 30007, "Maximum number of webhooks reached (15)");

    public static DiscordException TooManyReactions() => new(400, 30010, "Maximum number of reactions reached (20)");

    public static DiscordException TooManyChannels() => new(400, 30013, "Maximum number of server channels reached (500)");

    public static DiscordException TooLarge() => new(413, 40005, "Request entity too large");

    public static DiscordException AlreadyCrossposted() => new(400, 40033, "This message has already been crossposted.");

    public static DiscordException ForumNeedsThread() => new(400, 40058, "Cannot send a message in a forum channel");

    public static DiscordException TagRequired() => new(400, 40067, "A tag is required to create a forum post in this channel");

    public static DiscordException AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");

    public static DiscordException UnreadableForward() =>
        new(400, 160014, "You cannot forward a message whose content you cannot read");

    public static DiscordException MissingAccess() => new(403, 50001, "Missing Access");

    public static DiscordException NotYourMessage() => new(403, 50005, "Cannot edit a message authored by another user");

    public static DiscordException EmptyMessage() => new(400, 50006, "Cannot send an empty message");

    public static DiscordException RefusesMessages() => new(403, 50007, "Cannot send messages to this user");

    public static DiscordException NotATextChannel() => new(400, 50008, "Cannot send messages in a non-text channel");

    public static DiscordException MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static DiscordException SystemMessage() => new(403, 50021, "Cannot execute action on a system message");

    public static DiscordException WrongChannelType() => new(400, 50024, "Cannot execute action on this channel type");

    public static DiscordException InvalidWebhookToken() => new(401, 50027, "Invalid Webhook Token");

    public static DiscordException TooFewOrManyMessages() =>
        new(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");

    public static DiscordException TooOldToDelete() => new(400, 50034, "You can only bulk delete messages that are under 14 days old.");

    public static DiscordException InvalidRecipient() => new(400, 50033, "Invalid Recipient(s)");

    public static DiscordException InvalidForm(JsonObject errors) => new(400, 50035, "Invalid Form Body", errors);

    public static DiscordException InvalidApiVersion() => new(400, 50041, "Invalid API version");

    public static DiscordException InvalidJson() => new(400, 50109, "The request body contains invalid JSON.");

    public static DiscordException ThreadArchived() => new(400, 50083, "Thread is archived");

    public static DiscordException FileNotFound() => new(400, 50146, "Uploaded file not found.");

    public static DiscordException ThreadExists() => new(400, 160004, "A thread has already been created for this message");

    /// <summary>Not an answer on purpose: what Discord sends when it fails.</summary>
    public static DiscordException ServerFailure() => new(500, 0, "500: Internal Server Error");

    public static DiscordException ThreadLocked() => new(400, 160005, "Thread is locked");
}
