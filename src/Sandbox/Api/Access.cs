using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>What the bot asks for, if it exists and the bot may have it.</summary>
static class Access
{
    public static void CheckApplication(Call call)
    {
        if (call.Route("application") != Seed.ApplicationId)
            throw DiscordError.UnknownApplication();
    }

    public static Guild Guild(Call call, World world) => world.Places.Guild(call.Route("guild")) ?? throw DiscordError.UnknownGuild();

    /// <summary>A channel that the bot can see and in which it has these permissions.</summary>
    public static JsonObject Channel(Call call, World world, ulong permissions = 0)
    {
        var channel = world.Places.Channel(call.Route("channel")) ?? throw DiscordError.UnknownChannel();
        if (!world.Places.May(Seed.ApplicationId, channel, Permissions.ViewChannel))
            throw DiscordError.MissingAccess();
        if (!world.Places.May(Seed.ApplicationId, channel, permissions))
            throw DiscordError.MissingPermissions();
        return channel;
    }

    /// <summary>A message of the route's channel that everybody sees: ephemeral ones are reached through their interaction only.</summary>
    public static StoredMessage Message(Call call, World world, JsonObject channel) =>
        world.Messages.Find(channel.Text("id")!, call.Route("message")) is { OnlyFor: null } message
            ? message
            : throw DiscordError.UnknownMessage();
}
