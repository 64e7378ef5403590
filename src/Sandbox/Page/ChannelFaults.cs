using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>What moderators do to a bot: they delete its channel, take permissions from it, or give it some.</summary>
sealed class ChannelFaults(World world)
{
    /// <exception cref="PersonsMistake">There is no such channel or permission.</exception>
    public void Cause(string name, JsonObject fault)
    {
        var channel = world.Places.Channel(name) ?? world.Places.Home.ChannelNamed(name.TrimStart('#')) ?? throw new PersonsMistake($"There is no channel \"{name}\".");
        if (channel.Text("guild_id") is null)
            throw new PersonsMistake("A conversation has no permissions, and stays.");
        if (fault.Flag("delete"))
            world.Channels.Remove(channel);
        else if (fault["deny"] is not null || fault["allow"] is not null)
            Overwrite(channel, allow: Permissions.Named(fault.Texts("allow")), deny: Permissions.Named(fault.Texts("deny")));
        else
            throw new PersonsMistake("Say what shall happen to the channel: delete, deny or allow.");
    }

    /// <summary>For the bot itself, which is the last word.</summary>
    void Overwrite(JsonObject channel, ulong allow, ulong deny)
    {
        if (ChannelType.IsThread(channel))
            throw new PersonsMistake("A thread has its channel's permissions: name that.");
        var overwrites = (JsonArray)channel["permission_overwrites"]!;
        var own = overwrites.OfType<JsonObject>().FirstOrDefault(overwrite => overwrite.Text("id") == Seed.ApplicationId);
        if (own is null)
            overwrites.Add((JsonNode)(own = new JsonObject { ["id"] = Seed.ApplicationId, ["type"] = 1, ["allow"] = "0", ["deny"] = "0" }));
        own["allow"] = Text((Overwrites.Bits(own, "allow") & ~deny) | allow);
        own["deny"] = Text((Overwrites.Bits(own, "deny") & ~allow) | deny);
        world.Channels.Changed(channel);
    }

    static string Text(ulong bits) => bits.ToString(CultureInfo.InvariantCulture);
}
