using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Gateway;

/// <summary>What must be right in an Identify, and the code that the gateway closes with when it is not.</summary>
static class IdentifyRules
{
    public static (CloseCode Code, string Reason)? Broken(JsonObject identify)
    {
        if (identify.Text("token") != SandboxServer.Token)
            return (CloseCode.AuthenticationFailed, "Authentication failed.");
        if (identify.Object("properties") is null || identify.Whole("intents") is not { } intents)
            return (CloseCode.DecodeError, "Error while decoding payload.");
        if ((intents & ~Intents.Defined) != 0)
            return (CloseCode.InvalidIntents, "Invalid intent(s).");
        if ((intents & Intents.Privileged) != 0)
            return (CloseCode.DisallowedIntents, "Disallowed intent(s).");
        var (shard, shards) = Shard(identify);
        if (shards < 1 || shard < 0 || shard >= shards)
            return (CloseCode.InvalidShard, "Invalid shard.");
        return null;
    }

    /// <summary>[id, count]; the only one when absent.</summary>
    public static (int Shard, int Shards) Shard(JsonObject identify) => identify["shard"] switch
    {
        null => (0, 1),
        JsonArray { Count: 2 } pair when pair[0].AsWhole() is { } shard and < int.MaxValue && pair[1].AsWhole() is { } shards and < int.MaxValue => ((int)shard, (int)shards),
        _ => (-1, 0),
    };
}
