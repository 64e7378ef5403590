namespace Discord.Models;

/// <summary>
/// What a member may do, computed from roles, channel overwrites, and the implicit rules that no permission bit shows.
/// See https://discord.com/developers/docs/topics/permissions#permission-overwrites.
/// </summary>
public static class EffectivePermissions
{
    /// <summary>Every bit that Discord documents.</summary>
    public const Permissions All = (Permissions)((1UL << 53) - 1);

    const Permissions ReadOnly = Permissions.ViewChannel | Permissions.ReadMessageHistory;

    const Permissions RequireSending =
        Permissions.MentionEveryone | Permissions.SendTtsMessages | Permissions.AttachFiles | Permissions.EmbedLinks;

    /// <summary>The permissions that the member's roles grant, before any channel changes them.</summary>
    /// <param name="guild">Must include its roles and owner.</param>
    public static Permissions InGuild(Guild guild, Snowflake userId, Member member)
    {
        if (guild.OwnerId == userId)
            return All;
        var granted = guild.Roles
            .Where(role => role.Id == guild.Id || member.Roles.Contains(role.Id))
            .Aggregate(Permissions.None, (sum, role) => sum | role.Permissions);
        return granted.HasFlag(Permissions.Administrator) ? All : granted;
    }

    /// <param name="channel">Must include its overwrites. For a thread, use <see cref="InThread"/>.</param>
    /// <param name="now">Decides whether a timeout of the member is still active.</param>
    public static Permissions InChannel(Guild guild, Channel channel, Snowflake userId, Member member, DateTimeOffset now) =>
        WithImplicitRules(WithOverwrites(guild, channel, userId, member), channel, member, now);

    /// <summary>In the result, <see cref="Permissions.SendMessages"/> means that the member can send messages in the thread.</summary>
    /// <param name="parent">The channel of the thread; its overwrites apply to its threads.</param>
    /// <param name="now">Decides whether a timeout of the member is still active.</param>
    public static Permissions InThread(Guild guild, Channel parent, Snowflake userId, Member member, DateTimeOffset now)
    {
        var inParent = WithOverwrites(guild, parent, userId, member);
        var inThread = inParent.HasFlag(Permissions.SendMessagesInThreads)
            ? inParent | Permissions.SendMessages
            : inParent & ~Permissions.SendMessages;
        return WithImplicitRules(inThread, parent, member, now);
    }

    // From general to specific: @everyone, then all roles at once, then the member. Within a step, allow wins over deny.
    static Permissions WithOverwrites(Guild guild, Channel channel, Snowflake userId, Member member)
    {
        var granted = InGuild(guild, userId, member);
        if (granted == All)
            return All;

        var overwrites = channel.PermissionOverwrites.ToLookup(overwrite => overwrite.Type);
        granted = Apply(granted, channel.PermissionOverwrites.Where(overwrite => overwrite.Id == guild.Id));
        granted = Apply(granted, overwrites[PermissionOverwriteType.Role].Where(overwrite => member.Roles.Contains(overwrite.Id)));
        return Apply(granted, overwrites[PermissionOverwriteType.Member].Where(overwrite => overwrite.Id == userId));
    }

    static Permissions Apply(Permissions granted, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate(
            (Allow: Permissions.None, Deny: Permissions.None),
            (sum, overwrite) => (sum.Allow | overwrite.Allow, sum.Deny | overwrite.Deny));
        return (granted & ~deny) | allow;
    }

    // See https://discord.com/developers/docs/topics/permissions#implicit-permissions.
    static Permissions WithImplicitRules(Permissions granted, Channel channel, Member member, DateTimeOffset now)
    {
        if (granted == All)
            return All;
        var isVoice = channel.Type is ChannelType.GuildVoice or ChannelType.GuildStageVoice;
        if (!granted.HasFlag(Permissions.ViewChannel) || (isVoice && !granted.HasFlag(Permissions.Connect)))
            return Permissions.None;
        if (member.CommunicationDisabledUntil > now)
            return granted & ReadOnly;
        return granted.HasFlag(Permissions.SendMessages) ? granted : granted & ~RequireSending;
    }
}
