using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/events/gateway#get-gateway</summary>
/// <param name="shards">The recommended number of shards.</param>
/// <param name="identified">How many sessions have been started so far.</param>
sealed class GatewayApi(ServerAddress address, int shards, int maxConcurrency, Func<int> identified)
{
    const int StartsPerDay = 1000;

    public ApiResponse GetGateway(ApiRequest request) =>
        ApiResponse.Ok(new JsonObject { ["url"] = address.Gateway(request.IsSecure) });

    public ApiResponse GetGatewayBot(ApiRequest request) => ApiResponse.Ok(new JsonObject
    {
        ["url"] = address.Gateway(request.IsSecure),
        ["shards"] = shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = StartsPerDay,
            ["remaining"] = StartsPerDay - (identified() % StartsPerDay),
            ["reset_after"] = 14_400_000,
            ["max_concurrency"] = maxConcurrency,
        },
    });
}
