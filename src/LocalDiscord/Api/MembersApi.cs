using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/guild#get-guild-member</summary>
sealed class MembersApi(
    Access access, AvatarStore avatars, GuildChangeLog changes, EventBus events, Func<bool> hasPrivilegedIntents)
{
    const int Most = 1000;

    /// <summary>By id, page by page, for applications with the privileged intent for members.</summary>
    public ApiResponse ListGuildMembers(ApiRequest request)
    {
        var guild = access.Guild(request);
        if (!hasPrivilegedIntents())
            throw DiscordError.MissingAccess();
        var errors = new FormErrors();
        var (limit, after) = (errors.QueryWhole(request, "limit", 1, Most, byDefault: 1), errors.QueryId(request, "after"));
        errors.ThrowIfAny();
        var members = guild.Members.OrderBy(Id).Where(member => after is null || Id(member) > after);
        return ApiResponse.Ok(Json.ArrayOf(members.Take((int)limit)));
    }

    /// <summary>Members whose name or nickname begins with a text.</summary>
    public ApiResponse SearchGuildMembers(ApiRequest request)
    {
        var guild = access.Guild(request);
        if (request.Query("query") is not { Length: > 0 } start)
            throw FormErrors.Single("query", "BASE_TYPE_REQUIRED", "This field is required");
        var errors = new FormErrors();
        var limit = errors.QueryWhole(request, "limit", 1, Most, byDefault: 1);
        errors.ThrowIfAny();
        return ApiResponse.Ok(Json.ArrayOf(guild.Members.Where(member => IsCalled(member, start)).Take((int)limit)));
    }

    public ApiResponse GetGuildMember(ApiRequest request) =>
        ApiResponse.Ok(access.Guild(request).Member(request.Route("user")) ?? throw DiscordError.UnknownMember());

    /// <summary>Changes the bot's name and avatar in one guild; its banner and bio are not shown here, and are ignored.</summary>
    public ApiResponse ModifyCurrentMember(ApiRequest request)
    {
        var guild = access.Guild(request);
        var asked = request.Body;
        var errors = new FormErrors();
        errors.CheckText(asked, "nick", "", Limits.Nickname, min: 0);
        var avatar = errors.CheckPicture(asked, "avatar");
        errors.ThrowIfAny();
        if (asked.ContainsKey("nick") && (guild.PermissionsOf(Seed.ApplicationId) & Permissions.ChangeNickname) == 0)
            throw DiscordError.MissingPermissions();

        var member = guild.Member(Seed.ApplicationId)!;
        if (asked.ContainsKey("nick"))
            member["nick"] = asked.Text("nick") is { Length: > 0 } nick ? nick : null;
        if (asked.ContainsKey("avatar"))
            member["avatar"] = avatar is null ? null : avatars.Put(avatar);
        changes.PutMember(guild.Id, member);
        Tell(guild, member);
        return ApiResponse.Ok(member);
    }

    /// <summary>A bot gets events about itself with any intents.</summary>
    void Tell(Guild guild, JsonObject member)
    {
        var update = member.Copy();
        update["guild_id"] = guild.Id;
        events.SendToBots("GUILD_MEMBER_UPDATE", update, Intents.None, guild.Id);
        events.SendToUsers("bot_member", () => new JsonObject
        {
            ["guild_id"] = guild.Id,
            ["nick"] = member["nick"]?.DeepClone(),
            ["avatar"] = member["avatar"]?.DeepClone(),
        }, _ => true);
    }

    static ulong Id(JsonObject member) => Snowflakes.Parse(member.Object("user")!.Text("id")!);

    static bool IsCalled(JsonObject member, string start) => new[] { member.Object("user")!.Text("username"), member.Text("nick") }
        .Any(name => name?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true);
}
