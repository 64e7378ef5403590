using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>
/// A bot that gains access to a channel hears of its active threads.
/// https://discord.com/developers/docs/events/gateway-events#thread-list-sync
/// </summary>
sealed class ThreadListSync(ChannelDirectory directory, EventBus events)
{
    readonly HashSet<string> hidden = [];

    /// <summary>Notes which channels the bot can't see now.</summary>
    public void Start() => hidden.UnionWith(directory.Channels.Where(channel => !Sees(channel)).Select(IdOf));

    /// <summary>Looks for channels that the bot can see since the permissions in a guild changed.</summary>
    public void Check(Guild guild)
    {
        var visible = guild.Channels.ToLookup(Sees);
        hidden.UnionWith(visible[false].Select(IdOf));
        var gained = visible[true].Select(IdOf).Where(hidden.Remove).ToList();
        if (gained.Count == 0)
            return;
        var threads = guild.Threads
            .Where(thread => gained.Contains(thread.Text("parent_id")!) && !Threads.IsArchived(thread) && Sees(thread)).ToList();
        var joined = threads.Where(thread => guild.HasJoined(thread, Seed.ApplicationId));
        var sync = new JsonObject
        {
            ["guild_id"] = guild.Id,
            ["channel_ids"] = Json.ArrayOf(gained),
            ["threads"] = Json.ArrayOf(threads),
            ["members"] = Json.ArrayOf(joined.Select(thread => Threads.Member(thread, Seed.ApplicationId))),
        };
        events.SendToBots("THREAD_LIST_SYNC", sync, Intents.Guilds, guild.Id);
    }

    bool Sees(JsonObject channel) => directory.HasPermission(Seed.ApplicationId, channel, Permissions.ViewChannel);

    static string IdOf(JsonObject channel) => channel.Text("id")!;
}
