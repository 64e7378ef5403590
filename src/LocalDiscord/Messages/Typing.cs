using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>Tells bots that somebody types. https://discord.com/developers/docs/events/gateway-events#typing-start</summary>
sealed class Typing(ChannelDirectory directory, EventBus events, TimeProvider clock)
{
    public void Start(JsonObject channel, string userId)
    {
        if (!directory.HasPermission(Seed.ApplicationId, channel, Permissions.ViewChannel))
            return;
        var typing = new JsonObject
        {
            ["channel_id"] = channel.Text("id"),
            ["user_id"] = userId,
            ["timestamp"] = clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (directory.GuildOf(channel) is { } guild)
        {
            typing["guild_id"] = guild.Id;
            typing["member"] = guild.Member(userId)!.DeepClone();
        }

        var intent = channel.Text("guild_id") is null ? Intents.DirectMessageTyping : Intents.GuildMessageTyping;
        events.SendToBots("TYPING_START", typing, intent, channel.Text("guild_id"));
    }
}
