using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>
/// Who is in a thread. Bots hear of it: of themselves always, of others with the privileged intent.
/// https://discord.com/developers/docs/events/gateway-events#thread-members-update
/// </summary>
sealed class ThreadMembers(ChannelDirectory directory, EventBus events)
{
    /// <summary>The documentation's limit of <c>member_count</c>.</summary>
    const int MostCounted = 50;

    public void Join(JsonObject thread, string userId)
    {
        var guild = directory.GuildOf(thread)!;
        if (!guild.Join(thread, userId))
            return;
        var member = Threads.Member(thread, userId);
        if (userId == Seed.ApplicationId)
            TellOfThread(thread, member);
        member["member"] = guild.Member(userId)?.DeepClone();
        Tell(thread, userId, "added_members", member);
    }

    public void Leave(JsonObject thread, string userId)
    {
        if (directory.GuildOf(thread)!.Leave(thread, userId))
            Tell(thread, userId, "removed_member_ids", userId);
    }

    /// <summary>A bot that is added to a thread may not have known it.</summary>
    void TellOfThread(JsonObject thread, JsonObject member)
    {
        var data = thread.Copy();
        data["member"] = member.DeepClone();
        events.SendToBots("THREAD_CREATE", data, Intents.Guilds, thread.Text("guild_id"));
    }

    void Tell(JsonObject thread, string userId, string what, JsonNode who)
    {
        var count = directory.GuildOf(thread)!.MemberCount(thread);
        thread["member_count"] = count;
        var update = new JsonObject
        {
            ["id"] = thread.Text("id"),
            ["guild_id"] = thread.Text("guild_id"),
            ["member_count"] = Math.Min(count, MostCounted),
            [what] = new JsonArray(who),
        };
        var intents = userId == Seed.ApplicationId ? Intents.Guilds : Intents.Guilds | Intents.GuildMembers;
        events.SendToBots("THREAD_MEMBERS_UPDATE", update, intents, thread.Text("guild_id"));
    }
}
