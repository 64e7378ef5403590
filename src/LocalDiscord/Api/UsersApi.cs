using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/user</summary>
sealed class UsersApi(
    ChannelDirectory directory, DirectMessages directMessages, AvatarStore avatars, GuildChangeLog changes, EventBus events)
{
    public ApiResponse GetCurrentUser() => ApiResponse.Ok(directory.BotUser());

    /// <summary>Changes the bot's name and avatar everywhere; its banner is not shown here, and is ignored.</summary>
    public ApiResponse ModifyCurrentUser(ApiRequest request)
    {
        var asked = request.Body;
        var errors = new FormErrors();
        errors.CheckText(asked, "username", "", Limits.Username, min: Limits.ShortestUsername);
        var avatar = errors.CheckPicture(asked, "avatar");
        errors.ThrowIfAny();

        var change = new JsonObject();
        if (asked.Text("username") is { } name)
            change["username"] = name.Trim();
        if (asked.ContainsKey("avatar"))
            change["avatar"] = avatar is null ? null : avatars.Put(avatar);
        changes.PutUser(directory.ChangeBotUser(change));
        // A bot gets events about itself with any intents.
        events.SendToBots("USER_UPDATE", directory.BotUser(), Intents.None, guildId: null);
        return ApiResponse.Ok(directory.BotUser());
    }

    public ApiResponse GetUser(ApiRequest request) => directory.HasUser(request.Route("user"))
        ? ApiResponse.Ok(directory.User(request.Route("user")))
        : throw DiscordError.UnknownUser();

    public ApiResponse CreateDm(ApiRequest request)
    {
        var user = request.Body.Text("recipient_id") ?? throw FormErrors.Missing("recipient_id");
        if (!directory.HasUser(user) || user == Seed.ApplicationId)
            throw DiscordError.InvalidRecipient();
        return ApiResponse.Ok(directMessages.With(user));
    }
}
