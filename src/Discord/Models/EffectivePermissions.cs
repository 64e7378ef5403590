namespace Discord;

/// <summary>
/// What somebody may do, computed from roles and overwrites, and from the rules that no bit shows.
/// See https://discord.com/developers/docs/topics/permissions#permission-overwrites.
/// </summary>
public static class EffectivePermissions
{
    /// <summary>Every bit that Discord documents.</summary>
    public const Permissions All = (Permissions)((1UL << 53) - 1);

    const Permissions OnlyLooking = Permissions.ViewChannel | Permissions.ReadMessageHistory;

    const Permissions NeedSending =
        Permissions.MentionEveryone | Permissions.SendTtsMessages | Permissions.AttachFiles | Permissions.EmbedLinks;

    /// <summary>In no channel in particular.</summary>
    /// <param name="guild">With its roles.</param>
    /// <param name="userId">Who.</param>
    /// <param name="member">With the ids of the roles.</param>
    public static Permissions InGuild(Guild guild, Snowflake userId, Member member)
    {
        if (guild.OwnerId == userId)
            return All;
        var granted = guild.Roles
            .Where(role => role.Id == guild.Id || member.Roles.Contains(role.Id))
            .Aggregate(Permissions.None, (sum, role) => sum | role.Permissions);
        return granted.HasFlag(Permissions.Administrator) ? All : granted;
    }

    /// <param name="channel">With its overwrites. Not a thread.</param>
    /// <param name="now">Whether a timeout still holds.</param>
    public static Permissions InChannel(Guild guild, Channel channel, Snowflake userId, Member member, DateTimeOffset now) =>
        Implied(Overwritten(guild, channel, userId, member), channel, member, now);

    /// <summary>Here <see cref="Permissions.SendMessages"/> says whether messages can be sent in the thread.</summary>
    /// <param name="parent">The channel of the thread, whose overwrites hold for it, too.</param>
    public static Permissions InThread(Guild guild, Channel parent, Snowflake userId, Member member, DateTimeOffset now)
    {
        var inParent = Overwritten(guild, parent, userId, member);
        var inThread = inParent.HasFlag(Permissions.SendMessagesInThreads)
            ? inParent | Permissions.SendMessages
            : inParent & ~Permissions.SendMessages;
        return Implied(inThread, parent, member, now);
    }

    // From the general to the particular: everyone, then all roles at once, then the member. Within a step, allowing wins.
    static Permissions Overwritten(Guild guild, Channel channel, Snowflake userId, Member member)
    {
        var granted = InGuild(guild, userId, member);
        if (granted == All)
            return All;

        var overwrites = channel.PermissionOverwrites;
        granted = Apply(granted, overwrites.Where(overwrite => overwrite.Id == guild.Id));
        granted = Apply(granted, overwrites.Where(overwrite => overwrite.Type == PermissionOverwriteType.Role && member.Roles.Contains(overwrite.Id)));
        return Apply(granted, overwrites.Where(overwrite => overwrite.Type == PermissionOverwriteType.Member && overwrite.Id == userId));
    }

    static Permissions Apply(Permissions granted, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate(
            (Allow: Permissions.None, Deny: Permissions.None),
            (sum, overwrite) => (sum.Allow | overwrite.Allow, sum.Deny | overwrite.Deny));
        return (granted & ~deny) | allow;
    }

    static Permissions Implied(Permissions granted, Channel channel, Member member, DateTimeOffset now)
    {
        if (granted == All)
            return All;
        var isVoice = channel.Type is ChannelType.GuildVoice or ChannelType.GuildStageVoice;
        if (!granted.HasFlag(Permissions.ViewChannel) || (isVoice && !granted.HasFlag(Permissions.Connect)))
            return Permissions.None;
        if (member.CommunicationDisabledUntil > now)
            return granted & OnlyLooking;
        return granted.HasFlag(Permissions.SendMessages) ? granted : granted & ~NeedSending;
    }
}
