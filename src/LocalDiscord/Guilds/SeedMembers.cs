using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;
using static LocalDiscord.Guilds.Permissions;

namespace LocalDiscord.Guilds;

/// <summary>The users and roles that the guild starts with.</summary>
static class SeedMembers
{
    /// <summary>The permissions that a news bot is installed with, plus reactions and application commands.</summary>
    const ulong Everyday = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory
        | SendMessagesInThreads | CreatePublicThreads | AddReactions | ChangeNickname
        | UseApplicationCommands;

    const ulong Moderation = ManageGuild | ManageMessages | ManageThreads | ManageWebhooks | MentionEveryone;

    const string Joined = "2024-03-04T09:00:00.000000+00:00";

    // The constructor, because a collection expression would use an Add method that native AOT can't keep.
    public static JsonArray Roles(string guild = Seed.GuildId) => new(
        Role(guild, "@everyone", position: 0, color: 0, Everyday),
        Role(Seed.ModeratorRoleId, "Editors", position: 1, color: 0x2E7D6B, Everyday | Moderation),
        BotRole());

    public static IEnumerable<JsonObject> Members() =>
    [
        Member(User(Seed.ApplicationId, "news-desk", "News Desk", bot: true), Seed.BotRoleId),
        Member(User(Seed.OwnerId, "ada.harbour", "Ada", bot: false)),
        Member(User(Seed.MemberId, "mira", "Mira", bot: false)),
        Member(User(Seed.ModeratorId, "tove", "Tove", bot: false), Seed.ModeratorRoleId),
        Member(User(Seed.ReservedMemberId, "nils", "Nils", bot: false)),
    ];

    static JsonObject BotRole()
    {
        var role = Role(Seed.BotRoleId, "News Desk", position: 2, color: 0x3366CC, Everyday);
        role["managed"] = true;
        role["tags"] = new JsonObject { ["bot_id"] = Seed.ApplicationId };
        return role;
    }

    static JsonObject Role(string id, string name, int position, int color, ulong permissions) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["color"] = color,
        ["colors"] = new JsonObject { ["primary_color"] = color, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = position > 0,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["position"] = position,
        ["permissions"] = permissions.ToString(CultureInfo.InvariantCulture),
        ["managed"] = false,
        ["mentionable"] = id == Seed.ModeratorRoleId,
        ["flags"] = 0,
    };

    static JsonObject User(string id, string username, string globalName, bool bot)
    {
        var user = new JsonObject
        {
            ["id"] = id,
            ["username"] = username,
            ["discriminator"] = bot ? "4471" : "0",
            ["global_name"] = globalName,
            ["avatar"] = null,
            ["flags"] = 0,
            ["public_flags"] = 0,
            ["primary_guild"] = null,
        };
        if (bot)
            user["bot"] = true;
        return user;
    }

    static JsonObject Member(JsonObject user, params IEnumerable<string> roles) => new()
    {
        ["user"] = user,
        ["nick"] = null,
        ["avatar"] = null,
        ["banner"] = null,
        ["roles"] = Json.ArrayOf(roles),
        ["joined_at"] = Joined,
        ["premium_since"] = null,
        ["deaf"] = false,
        ["mute"] = false,
        ["pending"] = false,
        ["flags"] = 0,
        ["communication_disabled_until"] = null,
    };
}
