namespace Discord;

/// <summary>
/// The JSON error codes that a caller can do something about.
/// See https://discord.com/developers/docs/topics/opcodes-and-status-codes#json.
/// </summary>
public static class DiscordError
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int MessageEditLimit = 30046;
    public const int RequestEntityTooLarge = 40005;
    public const int MessageAlreadyCrossposted = 40033;
    public const int CannotPostInForum = 40058;
    public const int InteractionAlreadyAcknowledged = 40060;
    public const int TagRequired = 40067;
    public const int BlockedByCloudflare = 40333;
    public const int MissingAccess = 50001;
    public const int CannotSendEmptyMessage = 50006;
    public const int CannotMessageUser = 50007;
    public const int CannotSendInNonTextChannel = 50008;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidFormBody = 50035;
    public const int ThreadArchived = 50083;
    public const int MessageHasThread = 160004;
    public const int ThreadLocked = 160005;
}
