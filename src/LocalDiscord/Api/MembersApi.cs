using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/guild#get-guild-member</summary>
sealed class MembersApi(Access access, AvatarStore avatars, GuildChangeLog changes, EventBus events)
{
    public ApiResponse GetGuildMember(ApiRequest request) =>
        ApiResponse.Ok(access.Guild(request).Member(request.Route("user")) ?? throw DiscordError.UnknownMember());

    /// <summary>Changes the bot's name and avatar in one guild; its banner and bio are not shown here, and are ignored.</summary>
    public ApiResponse ModifyCurrentMember(ApiRequest request)
    {
        var guild = access.Guild(request);
        var asked = request.Body;
        var errors = new FormErrors();
        errors.CheckText(asked, "nick", "", Limits.Nickname, min: 0);
        var avatar = AvatarOf(asked, errors);
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

    /// <summary>A bot is told of itself whatever its intents are.</summary>
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

    static byte[]? AvatarOf(JsonObject asked, FormErrors errors)
    {
        if (asked["avatar"] is null)
            return null;
        if (asked.Text("avatar") is { } text && DataUri.Picture(text) is { } picture)
            return picture;
        errors.Add("avatar", "IMAGE_INVALID", "Invalid image data");
        return null;
    }
}
