using LocalDiscord.Rules;

namespace LocalDiscord.Guilds;

/// <summary>Permission bits, as in https://discord.com/developers/docs/topics/permissions.</summary>
static class Permissions
{
    public const ulong
        Administrator = 1UL << 3,
        ManageChannels = 1UL << 4,
        ManageGuild = 1UL << 5,
        AddReactions = 1UL << 6,
        ViewAuditLog = 1UL << 7,
        ViewChannel = 1UL << 10,
        SendMessages = 1UL << 11,
        SendTtsMessages = 1UL << 12,
        ManageMessages = 1UL << 13,
        EmbedLinks = 1UL << 14,
        AttachFiles = 1UL << 15,
        ReadMessageHistory = 1UL << 16,
        MentionEveryone = 1UL << 17,
        ChangeNickname = 1UL << 26,
        ManageRoles = 1UL << 28,
        ManageWebhooks = 1UL << 29,
        UseApplicationCommands = 1UL << 31,
        ManageThreads = 1UL << 34,
        CreatePublicThreads = 1UL << 35,
        CreatePrivateThreads = 1UL << 36,
        SendMessagesInThreads = 1UL << 38,
        ModerateMembers = 1UL << 40,
        PinMessages = 1UL << 51,
        All = (1UL << 53) - 1,
        InDirectMessages = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | AddReactions | PinMessages
            | UseApplicationCommands;

    static readonly (ulong Bit, string Name)[] Names =
    [
        (Administrator, "Administrator"), (ManageChannels, "Manage Channels"), (ManageGuild, "Manage Server"),
        (ManageMessages, "Manage Messages"), (ManageRoles, "Manage Roles"), (ManageWebhooks, "Manage Webhooks"),
        (ManageThreads, "Manage Threads"), (ModerateMembers, "Timeout Members"), (SendMessages, "Send Messages"),
        (MentionEveryone, "Mention Everyone"), (ChangeNickname, "Change Nickname"),
    ];

    static readonly Dictionary<string, ulong> Bits = new()
    {
        ["ADD_REACTIONS"] = AddReactions,
        ["ATTACH_FILES"] = AttachFiles,
        ["CHANGE_NICKNAME"] = ChangeNickname,
        ["CREATE_PRIVATE_THREADS"] = CreatePrivateThreads,
        ["CREATE_PUBLIC_THREADS"] = CreatePublicThreads,
        ["EMBED_LINKS"] = EmbedLinks,
        ["MANAGE_CHANNELS"] = ManageChannels,
        ["MANAGE_GUILD"] = ManageGuild,
        ["MANAGE_MESSAGES"] = ManageMessages,
        ["MANAGE_ROLES"] = ManageRoles,
        ["MANAGE_THREADS"] = ManageThreads,
        ["MANAGE_WEBHOOKS"] = ManageWebhooks,
        ["MENTION_EVERYONE"] = MentionEveryone,
        ["PIN_MESSAGES"] = PinMessages,
        ["READ_MESSAGE_HISTORY"] = ReadMessageHistory,
        ["SEND_MESSAGES"] = SendMessages,
        ["SEND_MESSAGES_IN_THREADS"] = SendMessagesInThreads,
        ["VIEW_AUDIT_LOG"] = ViewAuditLog,
        ["VIEW_CHANNEL"] = ViewChannel,
    };

    /// <summary>The bits of names as in Discord's documentation.</summary>
    /// <exception cref="UserErrorException">One of the names is unknown.</exception>
    public static ulong Named(IEnumerable<string> names) => names.Aggregate(0UL, (bits, name) =>
        bits | (Bits.TryGetValue(name, out var bit) ? bit : throw new UserErrorException(
            $"There is no permission \"{name}\". Write it as in Discord's documentation, such as SEND_MESSAGES.")));

    /// <summary>The names that Discord's client shows.</summary>
    public static string Describe(ulong permissions)
    {
        var names = Names.Where(named => (permissions & named.Bit) != 0).Select(named => named.Name).ToList();
        return names.Count > 0 ? string.Join(" and ", names) : $"permission bits {permissions}";
    }
}
