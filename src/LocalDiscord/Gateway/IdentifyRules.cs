using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Gateway;

/// <summary>Rules for an Identify, and the code that the gateway closes with when one is broken.</summary>
static class IdentifyRules
{
    public static (CloseCode Code, string Reason)? Violation(JsonObject identify, PrivilegedIntents privileged)
    {
        if (!HasToken(identify))
            return (CloseCode.AuthenticationFailed, "Authentication failed.");
        if (identify.Object("properties") is null || identify.Whole("intents") is not { } intents)
            return (CloseCode.DecodeError, "Error while decoding payload.");
        if ((intents & ~Intents.Defined) != 0)
            return (CloseCode.InvalidIntents, "Invalid intent(s).");
        if ((intents & Intents.Privileged) != 0 && !privileged.Granted)
            return (CloseCode.DisallowedIntents, "Disallowed intent(s).");
        var (shard, shards) = Shard(identify);
        if (shards < 1 || shard < 0 || shard >= shards)
            return (CloseCode.InvalidShard, "Invalid shard.");
        return null;
    }

    /// <summary>Whether an Identify or a Resume has the bot's token, which may be written as in a header: <c>Bot token</c>.</summary>
    public static bool HasToken(JsonObject payload) => payload.Text("token") is Seed.Token or $"Bot {Seed.Token}";

    /// <summary>The shard's number and the number of shards; an invalid pair has no shards.</summary>
    public static (int Shard, int Shards) Shard(JsonObject identify)
    {
        if (identify["shard"] is not { } given)
            return (0, 1);
        return given is JsonArray { Count: 2 } pair
            && pair[0].AsWhole() is { } shard and < int.MaxValue
            && pair[1].AsWhole() is { } shards and < int.MaxValue
                ? ((int)shard, (int)shards)
                : (-1, 0);
    }
}
