using System.Text.Json.Nodes;

namespace Sandbox.Api;

/// <summary>https://discord.com/developers/docs/events/gateway#get-gateway</summary>
sealed class GatewayApi(World world)
{
    const int StartsPerDay = 1000;

    public Answer GetGateway() => Answer.Ok(new JsonObject { ["url"] = world.GatewayUrl });

    public Answer GetGatewayBot() => Answer.Ok(new JsonObject
    {
        ["url"] = world.GatewayUrl,
        ["shards"] = world.Options.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = StartsPerDay,
            ["remaining"] = StartsPerDay - (world.Gateway.Identified % StartsPerDay),
            ["reset_after"] = 14_400_000,
            ["max_concurrency"] = world.Options.MaxConcurrency,
        },
    });
}
