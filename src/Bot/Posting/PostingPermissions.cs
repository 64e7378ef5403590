using Desk.Channels;
using Discord.Models;

namespace Bot.Posting;

/// <summary>
/// What the bot must be allowed in a channel that it posts to. The install link of the README asks for what any rule needs, and for
/// what charts in answers need.
/// </summary>
static class PostingPermissions
{
    /// <summary>By Discord's names, each with where and for which rules it is needed.</summary>
    static readonly Need[] Needs =
    [
        new(Permissions.ViewChannel, "View Channel", "to see the channel", (_, _) => true),
        new(
            Permissions.SendMessages,
            "Send Messages",
            "to post stories",
            (where, _) => where is not (Destination.Thread or Destination.Forum)),
        new(Permissions.SendMessages, "Create Posts", "to post stories", (where, _) => where is Destination.Forum),
        // In a forum, for what comes after a post's first message.
        new(
            Permissions.SendMessagesInThreads,
            "Send Messages in Threads",
            "to post in threads and below forum posts",
            (where, _) => where is Destination.Thread or Destination.Forum),
        new(Permissions.EmbedLinks, "Embed Links", "to show headlines as cards", (_, _) => true),
        // To look whether a post is there already, after a crash.
        new(Permissions.ReadMessageHistory, "Read Message History", "to never post a story twice", (_, _) => true),
        new(
            Permissions.CreatePublicThreads,
            "Create Public Threads",
            "to start a thread under each post",
            (where, rules) => rules.Thread && where is (Destination.Text or Destination.Announcement)),
        new(Permissions.AttachFiles, "Attach Files", "to attach pictures and charts", (_, _) => true) { IsRequired = false },
    ];

    /// <summary>
    /// What the install link asks for. To ping roles that not everybody may mention is left out: it would let the bot ping everybody,
    /// and is asked for where a moderator chooses such a role.
    /// </summary>
    public static Permissions All => Needs.Aggregate(Permissions.None, (all, one) => all | one.Permission);

    /// <summary>What the bot needs or can use in a channel with these rules, in the order in which people read it.</summary>
    /// <param name="roles">Those to ping, as far as it is known what may be done with them.</param>
    public static IReadOnlyList<PermissionCheck> Check(
        Permissions allowed, Destination where, ChannelRules rules, IReadOnlyList<Role>? roles = null)
    {
        var mayAll = allowed.HasFlag(Permissions.Administrator);
        var checks = Needs
            .Where(one => one.IsUsed(where, rules))
            .Select(one => new PermissionCheck(one.Name, one.Purpose, mayAll || allowed.HasFlag(one.Permission), one.IsRequired));
        return roles is null or [] ? [.. checks] : [.. checks, Mention(roles, mayAll || allowed.HasFlag(Permissions.MentionEveryone))];
    }

    /// <summary>The missing ones by Discord's names.</summary>
    /// <inheritdoc cref="Check"/>
    public static IReadOnlyList<string> MissingFrom(
        Permissions allowed, Destination where, ChannelRules rules, IReadOnlyList<Role>? roles = null) =>
        [.. Check(allowed, where, rules, roles).Where(one => one is { IsRequired: true, IsGiven: false }).Select(one => one.Name)];

    static PermissionCheck Mention(IReadOnlyList<Role> roles, bool mayAll)
    {
        var refused = roles.Where(role => !mayAll && !role.Mentionable).Select(role => $"<@&{role.Id}>").ToList();
        return new(
            "Mention @everyone, @here, and All Roles (or let everybody mention the role)",
            $"to ping {string.Join(" and ", refused)}",
            refused is [],
            IsRequired: true) { IsMention = true };
    }

    sealed record Need(Permissions Permission, string Name, string Purpose, Func<Destination, ChannelRules, bool> IsUsed)
    {
        public bool IsRequired { get; init; } = true;
    }
}
