using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>Finds what a route names, and checks that the bot has access to it.</summary>
sealed class Access(ChannelDirectory directory, MessageStore store)
{
    public static void CheckApplication(ApiRequest request)
    {
        if (request.Route("application") != Seed.ApplicationId)
            throw DiscordError.UnknownApplication();
    }

    public Guild Guild(ApiRequest request) => directory.Guild(request.Route("guild")) ?? throw DiscordError.UnknownGuild();

    /// <summary>The route's guild, if the bot has these permissions there.</summary>
    public Guild Guild(ApiRequest request, ulong permissions)
    {
        var guild = Guild(request);
        return (guild.PermissionsOf(Seed.ApplicationId) & permissions) == permissions ? guild : throw DiscordError.MissingPermissions();
    }

    /// <summary>The route's channel, if the bot can see it and has these permissions there.</summary>
    public JsonObject Channel(ApiRequest request, ulong permissions = 0)
    {
        var channel = directory.Channel(request.Route("channel")) ?? throw DiscordError.UnknownChannel();
        if (!BotHas(channel, Permissions.ViewChannel))
            throw DiscordError.MissingAccess();
        if (!BotHas(channel, permissions))
            throw DiscordError.MissingPermissions();
        return channel;
    }

    /// <summary>The route's message. Ephemeral messages can't be found here, only through their interaction.</summary>
    public StoredMessage Message(ApiRequest request, JsonObject channel) =>
        store.Find(channel.Text("id")!, request.Route("message")) is { OnlyFor: null } message
            ? message
            : throw DiscordError.UnknownMessage();

    public bool BotHas(JsonObject channel, ulong permissions) => directory.HasPermission(Seed.ApplicationId, channel, permissions);
}
