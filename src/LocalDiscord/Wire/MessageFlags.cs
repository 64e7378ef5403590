namespace LocalDiscord.Wire;

/// <summary>Message flags, as in https://discord.com/developers/docs/resources/message#message-object-message-flags.</summary>
static class MessageFlags
{
    public const long
        Crossposted = 1,
        IsCrosspost = 2,
        SuppressEmbeds = 4,
        SourceMessageDeleted = 8,
        HasThread = 32,
        Ephemeral = 64,
        Loading = 128,
        SuppressNotifications = 4096,
        HasSnapshot = 16384,
        IsComponentsV2 = 32768;
}
