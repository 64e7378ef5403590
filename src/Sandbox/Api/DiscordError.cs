using System.Text.Json.Nodes;

namespace Sandbox.Api;

/// <summary>
/// A request that Discord refuses, with the codes of
/// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes.
/// The documentation leaves the HTTP status of a code mostly unsaid; these are the usual pairs.
/// </summary>
sealed class DiscordError(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status => status;

    public static DiscordError Unauthorized() => new(401, 0, "401: Unauthorized");

    public static DiscordError NotFound() => new(404, 0, "404: Not Found");

    public static DiscordError UnknownApplication() => new(404, 10002, "Unknown Application");

    public static DiscordError UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static DiscordError UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static DiscordError UnknownMember() => new(404, 10007, "Unknown Member");

    public static DiscordError UnknownMessage() => new(404, 10008, "Unknown Message");

    public static DiscordError UnknownOverwrite() => new(404, 10009, "Unknown Overwrite");

    public static DiscordError UnknownRole() => new(404, 10011, "Unknown Role");

    public static DiscordError UnknownUser() => new(404, 10013, "Unknown User");

    public static DiscordError UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static DiscordError UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static DiscordError UnknownCommand() => new(404, 10063, "Unknown application command");

    public static DiscordError UnknownEmoji() => new(400, 10014, "Unknown Emoji");

    public static DiscordError UnknownPermissions() => new(404, 10066, "Unknown application command permissions");

    public static DiscordError TooManyPins() => new(400, 30003, "Maximum number of pins reached for the channel (250)");

    public static DiscordError TooManyReactions() => new(400, 30010, "Maximum number of reactions reached (20)");

    public static DiscordError TooManyChannels() => new(400, 30013, "Maximum number of server channels reached (500)");

    public static DiscordError TooLarge() => new(413, 40005, "Request entity too large");

    public static DiscordError AlreadyCrossposted() => new(400, 40033, "This message has already been crossposted.");

    public static DiscordError ForumNeedsThread() => new(400, 40058, "Cannot send a message in a forum channel");

    public static DiscordError TagRequired() => new(400, 40067, "A tag is required to create a forum post in this channel");

    public static DiscordError AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");

    public static DiscordError MissingAccess() => new(403, 50001, "Missing Access");

    public static DiscordError NotYourMessage() => new(403, 50005, "Cannot edit a message authored by another user");

    public static DiscordError EmptyMessage() => new(400, 50006, "Cannot send an empty message");

    public static DiscordError RefusesMessages() => new(403, 50007, "Cannot send messages to this user");

    public static DiscordError NotATextChannel() => new(400, 50008, "Cannot send messages in a non-text channel");

    public static DiscordError MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static DiscordError SystemMessage() => new(403, 50021, "Cannot execute action on a system message");

    public static DiscordError WrongChannelType() => new(400, 50024, "Cannot execute action on this channel type");

    public static DiscordError InvalidWebhookToken() => new(401, 50027, "Invalid Webhook Token");

    public static DiscordError TooFewOrManyMessages() => new(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");

    public static DiscordError TooOldToDelete() => new(400, 50034, "You can only bulk delete messages that are under 14 days old.");

    public static DiscordError InvalidRecipient() => new(400, 50033, "Invalid Recipient(s)");

    public static DiscordError InvalidForm(JsonObject errors) => new(400, 50035, "Invalid Form Body", errors);

    public static DiscordError InvalidJson() => new(400, 50109, "The request body contains invalid JSON.");

    public static DiscordError ThreadArchived() => new(400, 50083, "Thread is archived");

    public static DiscordError FileNotFound() => new(400, 50146, "Uploaded file not found.");

    public static DiscordError ThreadExists() => new(400, 160004, "A thread has already been created for this message");

    public static DiscordError ThreadLocked() => new(400, 160005, "Thread is locked");

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = code };
        if (errors is not null)
            json["errors"] = errors.DeepClone();
        return json;
    }
}
