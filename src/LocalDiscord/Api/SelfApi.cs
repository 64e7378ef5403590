using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Interactions;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>The bot's own application and guilds.</summary>
/// <param name="gate">Held while state is read or changed.</param>
/// <param name="flags">The application's flags.</param>
sealed class SelfApi(Lock gate, ChannelDirectory directory, InteractionsEndpoint endpoint, Func<int> flags)
{
    const int MostGuilds = 200;
    const string EndpointUrl = "interactions_endpoint_url";

    /// <summary>By id, page by page.</summary>
    public ApiResponse GetCurrentUserGuilds(ApiRequest request)
    {
        var errors = new FormErrors();
        var limit = (int)errors.QueryWhole(request, "limit", 1, MostGuilds, MostGuilds);
        var (before, after) = (errors.QueryId(request, "before"), errors.QueryId(request, "after"));
        errors.ThrowIfAny();
        var guilds = directory.Guilds.OrderBy(Id)
            .Where(guild => (before is null || Id(guild) < before) && (after is null || Id(guild) > after));
        var page = before is not null && after is null ? guilds.TakeLast(limit) : guilds.Take(limit);
        return ApiResponse.Ok(new JsonArray([.. page.Select(guild => (JsonNode)Partial(guild, request.QueryFlag("with_counts")))]));
    }

    public ApiResponse GetCurrentApplication() => ApiResponse.Ok(Application());

    /// <summary>Changes the interactions endpoint; all other fields are ignored.</summary>
    public async Task<ApiResponse> EditCurrentApplicationAsync(ApiRequest request, CancellationToken ct)
    {
        if (request.Body.ContainsKey(EndpointUrl))
        {
            var url = await ReadEndpointAsync(request.Body, ct);
            lock (gate)
                endpoint.Use(url);
        }

        lock (gate)
            return ApiResponse.Ok(Application());
    }

    async Task<Uri?> ReadEndpointAsync(JsonObject asked, CancellationToken ct)
    {
        var errors = new FormErrors();
        errors.CheckUrl(asked, EndpointUrl, "");
        errors.ThrowIfAny();
        if (asked.Text(EndpointUrl)?.Trim() is not { Length: > 0 } text)
            return null;
        var url = new Uri(text);
        var problem = InteractionsEndpoint.IsAllowed(url) ? await endpoint.FindProblemAsync(url, ct) : "it is not on this machine";
        return problem is null ? url : throw FormErrors.Single(EndpointUrl, "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID",
            $"The specified interactions endpoint url could not be verified: {problem}.");
    }

    JsonObject Application() => new()
    {
        ["id"] = Seed.ApplicationId,
        ["name"] = "News Desk",
        ["icon"] = null,
        ["description"] = "Posts the news and answers questions about it.",
        ["type"] = null,
        ["bot"] = directory.User(Seed.ApplicationId).DeepClone(),
        ["bot_public"] = false,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = RequestSigner.VerifyKey,
        ["flags"] = flags(),
        ["flags_new"] = flags().ToString(CultureInfo.InvariantCulture),
        ["redirect_uris"] = new JsonArray(),
        [EndpointUrl] = endpoint.Url?.ToString(),
        ["role_connections_verification_url"] = null,
        ["owner"] = directory.User(Seed.OwnerId).DeepClone(),
        ["team"] = null,
        ["explicit_content_filter"] = 0,
        ["eligible_oauth2_scopes"] = new JsonArray(),
        ["approximate_guild_count"] = directory.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
    };

    static ulong Id(Guild guild) => Snowflakes.Parse(guild.Id);

    static JsonObject Partial(Guild guild, bool withCounts)
    {
        var partial = Partial(guild);
        if (withCounts)
            GuildsApi.AddCounts(partial, guild);
        return partial;
    }

    static JsonObject Partial(Guild guild) => new()
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
