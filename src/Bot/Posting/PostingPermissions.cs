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
        new(Permissions.ViewChannel, "View Channel", (_, _) => true),
        new(Permissions.SendMessages, "Send Messages", (where, _) => where is not (Destination.Thread or Destination.Forum)),
        new(Permissions.SendMessages, "Create Posts", (where, _) => where is Destination.Forum),
        // In a forum, for what comes after a post's first message.
        new(Permissions.SendMessagesInThreads, "Send Messages in Threads", (where, _) => where is Destination.Thread or Destination.Forum),
        new(Permissions.EmbedLinks, "Embed Links", (_, _) => true),
        // To look whether a post is there already, after a crash.
        new(Permissions.ReadMessageHistory, "Read Message History", (_, _) => true),
        new(
            Permissions.CreatePublicThreads,
            "Create Public Threads",
            (where, rules) => rules.Thread && where is (Destination.Text or Destination.Announcement)),
    ];

    /// <summary>
    /// What the install link asks for. To ping roles that not everybody may mention is left out: it would let the bot ping everybody,
    /// and is asked for where a moderator chooses such a role.
    /// </summary>
    public static Permissions All => Needs.Aggregate(Permissions.AttachFiles, (all, one) => all | one.Permission);

    /// <summary>The missing ones by Discord's names.</summary>
    /// <param name="role">The one to ping, where it is known what may be done with it.</param>
    public static IReadOnlyList<string> MissingFrom(Permissions allowed, Destination where, ChannelRules rules, Role? role = null)
    {
        if (allowed.HasFlag(Permissions.Administrator))
            return [];
        var missing = Needs.Where(one => one.IsNeeded(where, rules) && !allowed.HasFlag(one.Permission)).Select(one => one.Name);
        var mention = role is { Mentionable: false } && !allowed.HasFlag(Permissions.MentionEveryone)
            ? (string[])["Mention @everyone, @here, and All Roles (or let everybody mention the role)"]
            : [];
        return [.. missing, .. mention];
    }

    sealed record Need(Permissions Permission, string Name, Func<Destination, ChannelRules, bool> IsNeeded);
}
