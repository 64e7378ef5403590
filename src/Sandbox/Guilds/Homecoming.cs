using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Guilds;

/// <summary>Makes guilds as they were left when the server last stopped.</summary>
static class Homecoming
{
    public static void Restore(Places places, GuildChanges changes)
    {
        foreach (var gone in changes.Deleted.Select(places.Channel).OfType<JsonObject>().ToList())
            places.Remove(gone);
        // A channel of a guild that is not there this time waits for it in the file.
        foreach (var channel in changes.Channels.Where(channel => channel.Text("guild_id") is not { } id || places.Guild(id) is not null).Select(JsonReading.Copy))
        {
            if (places.Channel(channel.Text("id")!) is { } seeds)
                Overwrite(seeds, channel);
            else
                Open(places, channel);
        }

        foreach (var line in changes.Roles)
        {
            if (places.Guild(line.Text("guild_id")!)?.Role(line.Object("role")!.Text("id")!) is { } role)
                Overwrite(role, line.Object("role")!);
        }
    }

    static void Open(Places places, JsonObject channel)
    {
        places.Add(channel);
        if (ChannelType.IsThread(channel))
            places.Of(channel)!.Join(channel, channel.Text("owner_id")!);
    }

    static void Overwrite(JsonObject old, JsonObject now)
    {
        foreach (var (name, value) in now)
            old[name] = value?.DeepClone();
    }
}
