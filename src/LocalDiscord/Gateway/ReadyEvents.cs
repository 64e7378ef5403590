using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Gateway;

/// <summary>The events after an Identify: READY, then one GUILD_CREATE for each guild of the shard.</summary>
sealed class ReadyEvents(ChannelDirectory directory, ChannelService channels, PrivilegedIntents privileged)
{
    public void SendTo(GatewaySession session, JsonObject identify, GatewayOrigin origin)
    {
        var guilds = directory.Guilds.Where(guild => session.Has(guild.Id)).ToList();
        session.Dispatch("READY", Ready(session, guilds, identify, origin));
        if (!session.Wants(Intents.Guilds))
            return;
        foreach (var guild in guilds)
            session.Dispatch("GUILD_CREATE", GuildCreate(guild, session.Wants(Intents.GuildPresences)));
    }

    JsonObject Ready(GatewaySession session, IEnumerable<Guild> guilds, JsonObject identify, GatewayOrigin origin)
    {
        var ready = new JsonObject
        {
            ["v"] = origin.Version,
            ["user"] = directory.BotUser(),
            ["guilds"] = new JsonArray([.. guilds.Select(guild => (JsonNode)new JsonObject { ["id"] = guild.Id, ["unavailable"] = true })]),
            ["private_channels"] = new JsonArray(),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = origin.Address,
            ["application"] = new JsonObject { ["id"] = Seed.ApplicationId, ["flags"] = privileged.Flags },
        };
        if (identify["shard"] is { } shard)
            ready["shard"] = shard.DeepClone();
        return ready;
    }

    /// <param name="withMembers">Without the presence intent, a bot gets no member but itself.</param>
    JsonObject GuildCreate(Guild from, bool withMembers)
    {
        var bot = from.Member(Seed.ApplicationId)!;
        var guild = from.ToJson();
        guild["unavailable"] = false;
        guild["joined_at"] = bot["joined_at"]!.DeepClone();
        guild["large"] = false;
        guild["member_count"] = from.Members.Count;
        guild["channels"] = Json.ArrayOf(from.Channels);
        guild["members"] = Json.ArrayOf(withMembers ? from.Members : [bot]);
        guild["threads"] = new JsonArray([.. from.Threads.Where(IsActiveAndVisible).Select(thread => (JsonNode)channels.ForBot(thread))]);
        foreach (var empty in new[] { "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds" })
            guild[empty] = new JsonArray();
        return guild;
    }

    bool IsActiveAndVisible(JsonObject thread) =>
        !Threads.IsArchived(thread) && directory.HasPermission(Seed.ApplicationId, thread, Permissions.ViewChannel);
}
