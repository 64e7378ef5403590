namespace LocalDiscord.Wire;

/// <summary>https://discord.com/developers/docs/events/gateway#gateway-intents</summary>
static class Intents
{
    public const long
        None = 0,
        Guilds = 1 << 0,
        GuildMembers = 1 << 1,
        GuildWebhooks = 1 << 5,
        GuildPresences = 1 << 8,
        GuildMessages = 1 << 9,
        GuildMessageReactions = 1 << 10,
        GuildMessageTyping = 1 << 11,
        DirectMessages = 1 << 12,
        DirectMessageReactions = 1 << 13,
        DirectMessageTyping = 1 << 14,
        MessageContent = 1 << 15;

    /// <summary>Those that an application must be granted first.</summary>
    public const long Privileged = GuildMembers | GuildPresences | MessageContent;

    /// <summary>Bits 0 to 16, 20, 21, 24 and 25.</summary>
    public const long Defined = 0x1FFFF | (3 << 20) | (3 << 24);
}
