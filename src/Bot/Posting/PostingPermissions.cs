using Discord;

namespace Bot.Posting;

/// <summary>What the bot must be allowed in a channel that it posts to. The install link of the README asks for the same.</summary>
static class PostingPermissions
{
    static readonly (Permissions Permission, string Name)[] Needed =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.SendMessages, "Send Messages"),
        (Permissions.EmbedLinks, "Embed Links"),
        // To look whether a post is there already, after a crash.
        (Permissions.ReadMessageHistory, "Read Message History"),
    ];

    public static Permissions All => Needed.Aggregate(Permissions.None, (all, one) => all | one.Permission);

    /// <summary>The missing ones by Discord's names.</summary>
    public static IReadOnlyList<string> MissingFrom(Permissions allowed) => allowed.HasFlag(Permissions.Administrator)
        ? []
        : [.. Needed.Where(one => !allowed.HasFlag(one.Permission)).Select(one => one.Name)];
}
