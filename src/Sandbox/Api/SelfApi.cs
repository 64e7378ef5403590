using System.Text.Json.Nodes;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>What a bot may know of itself: its user, its application, its guilds.</summary>
sealed class SelfApi(World world)
{
    public Answer GetCurrentUser() => Answer.Ok(ReadyEvents.BotUser(world.Places));

    public Answer GetCurrentApplication() => Answer.Ok(new JsonObject
    {
        ["id"] = Seed.ApplicationId,
        ["name"] = "News Desk",
        ["icon"] = null,
        ["description"] = "Posts the news and answers questions about it.",
        ["type"] = null,
        ["bot"] = world.Places.User(Seed.ApplicationId).DeepClone(),
        ["bot_public"] = false,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = world.Places.User(Seed.OwnerId).DeepClone(),
        ["team"] = null,
        ["explicit_content_filter"] = 0,
        ["eligible_oauth2_scopes"] = new JsonArray(),
        ["approximate_guild_count"] = world.Places.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
    });

    public Answer GetCurrentUserGuilds() => Answer.Ok(new JsonArray([.. world.Places.Guilds.Select(Partial)]));

    static JsonNode Partial(Guild guild) => new JsonObject
    {
        ["id"] = guild.Id,
        ["name"] = guild.Name,
        ["icon"] = null,
        ["banner"] = null,
        ["owner"] = false,
        ["permissions"] = guild.Role(Seed.BotRoleId)!.Text("permissions"),
        ["features"] = guild.ToJson()["features"]!.DeepClone(),
    };
}
