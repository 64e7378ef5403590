using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Gateway;

/// <summary>What a bot is told once it has identified: READY, then its guilds.</summary>
static class ReadyEvents
{
    public static JsonObject Ready(World world, GatewaySession session, JsonObject identify)
    {
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user"] = BotUser(world.Places),
            ["guilds"] = new JsonArray([.. world.Places.Guilds.Where(guild => session.Has(guild.Id)).Select(guild => (JsonNode)new JsonObject { ["id"] = guild.Id, ["unavailable"] = true })]),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = world.GatewayUrl,
            ["application"] = new JsonObject { ["id"] = Seed.ApplicationId, ["flags"] = 0 },
        };
        if (identify["shard"] is { } shard)
            ready["shard"] = shard.DeepClone();
        return ready;
    }

    public static JsonObject GuildCreate(World world, Guild from)
    {
        var bot = from.Member(Seed.ApplicationId)!;
        var guild = from.ToJson();
        guild["unavailable"] = false;
        guild["joined_at"] = bot["joined_at"]!.DeepClone();
        guild["large"] = false;
        guild["member_count"] = from.Members.Count;
        guild["channels"] = Json.ArrayOf(from.Channels);
        // Without the presence intent only the bot itself is listed.
        guild["members"] = Json.ArrayOf([bot]);
        guild["threads"] = new JsonArray([.. from.Threads
            .Where(thread => !Threads.IsArchived(thread) && world.Places.May(Seed.ApplicationId, thread, Permissions.ViewChannel))
            .Select(thread => (JsonNode)world.Channels.ForBot(thread))]);
        foreach (var empty in new[] { "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds" })
            guild[empty] = new JsonArray();
        return guild;
    }

    /// <summary>The bot's own user, with what only it sees of itself.</summary>
    public static JsonObject BotUser(Places places)
    {
        var user = places.User(Seed.ApplicationId).Copy();
        user["verified"] = true;
        user["email"] = null;
        user["mfa_enabled"] = false;
        user["locale"] = "en-US";
        return user;
    }
}
