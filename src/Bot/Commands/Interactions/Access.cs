using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>
/// Who may press a button or submit a form. Anybody can send any custom_id from any message of the bot's, so that a button which only
/// moderators see is no protection. <see cref="InteractionRouter"/> checks it.
/// </summary>
enum Access
{
    /// <summary>Members too: it shows what any member may read, or changes what belongs to the person who presses it.</summary>
    Everyone,

    /// <summary>What <c>/channel</c> requires: Manage Server, in the server.</summary>
    Moderators,

    /// <summary>Moderators in a server; in a direct message, its code decides whether this person may.</summary>
    ModeratorsOrInPrivate,
}

static class AccessRules
{
    public const string Refusal = "You need the Manage Server permission for this.";

    /// <param name="guild">Null in a direct message.</param>
    /// <param name="member">Null in a direct message.</param>
    public static bool Allows(this Access access, Snowflake? guild, Member? member) => access switch
    {
        Access.Everyone => true,
        Access.ModeratorsOrInPrivate when guild is null => true,
        _ => guild is not null && Has(member, Permissions.ManageGuild),
    };

    /// <summary>
    /// Whether the member has what a command requires. Discord checks that too, but lets administrators of a server change it for a
    /// command, and not for its buttons.
    /// </summary>
    public static bool Allows(this ApplicationCommand command, Snowflake? guild, Member? member) =>
        command.DefaultMemberPermissions is not { } required || (guild is not null && Has(member, required));

    static bool Has(Member? member, Permissions required) =>
        member?.Permissions is { } allowed && (allowed.HasFlag(required) || allowed.HasFlag(Permissions.Administrator));
}
