namespace Discord.Rest;

/// <summary>
/// The JSON error codes that callers or remedies distinguish.
/// See https://discord.com/developers/docs/topics/opcodes-and-status-codes#json.
/// </summary>
public static class DiscordError
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AnnouncementEditLimit = 20022;
    public const int TooManyWebhooks = 30007;
    public const int RequestEntityTooLarge = 40005;
    public const int MessageAlreadyCrossposted = 40033;
    public const int CannotPostInForum = 40058;
    public const int InteractionAlreadyAcknowledged = 40060;
    public const int TagRequired = 40067;
    public const int MissingAccess = 50001;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int UploadedFileNotFound = 50146;
    public const int MessageHasThread = 160004;
}
