using System.Text.Json.Nodes;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Interactions;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>What a bot may know of itself: its user, its application, its guilds.</summary>
sealed class SelfApi(World world)
{
    const string EndpointUrl = "interactions_endpoint_url";

    public Answer GetCurrentUser() => Answer.Ok(ReadyEvents.BotUser(world.Places));

    public Answer GetCurrentApplication() => Answer.Ok(Application());

    /// <summary>Of all that an application may change of itself, only its endpoint means something here.</summary>
    public async Task<Answer> EditCurrentApplicationAsync(Call call, CancellationToken ct)
    {
        if (call.Body.ContainsKey(EndpointUrl))
        {
            var endpoint = await EndpointAsync(call.Body, ct);
            lock (world.Gate)
                world.Endpoint.Use(endpoint);
        }

        lock (world.Gate)
            return Answer.Ok(Application());
    }

    async Task<Uri?> EndpointAsync(JsonObject asked, CancellationToken ct)
    {
        var errors = new FormErrors();
        errors.CheckUrl(asked, EndpointUrl, "");
        errors.ThrowIfAny();
        if (asked.Text(EndpointUrl)?.Trim() is not { Length: > 0 } text)
            return null;
        var url = new Uri(text);
        var wrong = InteractionsEndpoint.IsAllowed(url) ? await world.Endpoint.WrongWithAsync(url, ct) : "it is not on this machine";
        return wrong is null ? url : throw FormErrors.Single(EndpointUrl, "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID", $"The specified interactions endpoint url could not be verified: {wrong}.");
    }

    JsonObject Application() => new()
    {
        ["id"] = Seed.ApplicationId,
        ["name"] = "News Desk",
        ["icon"] = null,
        ["description"] = "Posts the news and answers questions about it.",
        ["type"] = null,
        ["bot"] = world.Places.User(Seed.ApplicationId).DeepClone(),
        ["bot_public"] = false,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = Signature.VerifyKey,
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        [EndpointUrl] = world.Endpoint.Url?.ToString(),
        ["role_connections_verification_url"] = null,
        ["owner"] = world.Places.User(Seed.OwnerId).DeepClone(),
        ["team"] = null,
        ["explicit_content_filter"] = 0,
        ["eligible_oauth2_scopes"] = new JsonArray(),
        ["approximate_guild_count"] = world.Places.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
    };

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
