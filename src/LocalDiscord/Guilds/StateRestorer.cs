using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>Restores the guilds to their state at the end of the last run.</summary>
static class StateRestorer
{
    public static void Restore(ChannelDirectory directory, GuildChangeLog changes)
    {
        foreach (var gone in changes.Deleted.Select(directory.Channel).OfType<JsonObject>().ToList())
            directory.Remove(gone);
        // Channels of guilds that this run doesn't have stay in the file for later runs.
        foreach (var channel in changes.Channels.Where(channel => HasGuild(directory, channel)).Select(JsonReading.Copy))
        {
            if (directory.Channel(channel.Text("id")!) is { } original)
                Overwrite(original, channel);
            else
                Open(directory, channel);
        }

        foreach (var line in changes.Roles)
        {
            if (directory.Guild(line.Text("guild_id")!)?.Role(line.Object("role")!.Text("id")!) is { } role)
                Overwrite(role, line.Object("role")!);
        }

        directory.ChangeBotUser(changes.User ?? []);
        foreach (var line in changes.Members)
        {
            if (directory.Guild(line.Text("guild_id")!) is { } guild)
                Overwrite(guild.Member(Seed.ApplicationId)!, line.Object("member")!);
        }
    }

    static bool HasGuild(ChannelDirectory directory, JsonObject channel) =>
        channel.Text("guild_id") is not { } id || directory.Guild(id) is not null;

    static void Open(ChannelDirectory directory, JsonObject channel)
    {
        directory.Add(channel);
        if (ChannelType.IsThread(channel))
            directory.GuildOf(channel)!.Join(channel, channel.Text("owner_id")!);
    }

    static void Overwrite(JsonObject old, JsonObject now)
    {
        foreach (var (name, value) in now)
            old[name] = value?.DeepClone();
    }
}
