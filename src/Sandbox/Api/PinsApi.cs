using System.Text.Json.Nodes;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>https://discord.com/developers/docs/resources/message#get-channel-pins</summary>
sealed class PinsApi(World world)
{
    const int Most = 250;

    readonly Dictionary<string, string> pinnedAt = [];

    public Answer GetChannelPins(Call call)
    {
        var channel = Access.Channel(call, world, Permissions.ReadMessageHistory);
        var pinned = world.Messages.In(channel.Text("id")!).Where(message => message.Json.Flag("pinned")).Reverse();
        return Answer.Ok(new JsonObject
        {
            ["items"] = new JsonArray([.. pinned.Select(message => (JsonNode)new JsonObject
            {
                // When it was pinned is not kept over a restart.
                ["pinned_at"] = pinnedAt.GetValueOrDefault(message.Id) ?? message.Json.Text("timestamp"),
                ["message"] = message.Json.DeepClone(),
            })]),
            ["has_more"] = false,
        });
    }

    public Answer PinMessage(Call call)
    {
        if (world.Messages.In(call.Route("channel")).Count(message => message.Json.Flag("pinned")) >= Most)
            throw DiscordError.TooManyPins();
        return Pin(call, pinned: true);
    }

    public Answer UnpinMessage(Call call) => Pin(call, pinned: false);

    Answer Pin(Call call, bool pinned)
    {
        var channel = Access.Channel(call, world, Permissions.PinMessages);
        var message = Access.Message(call, world, channel);
        if (message.Json.Flag("pinned") == pinned)
            return Answer.NoContent;
        pinnedAt[message.Id] = Timestamps.Write(world.Clock.GetUtcNow());
        if (pinned)
            channel["last_pin_timestamp"] = pinnedAt[message.Id];
        world.Board.Pin(message, pinned);
        var update = new JsonObject { ["channel_id"] = message.ChannelId, ["last_pin_timestamp"] = channel["last_pin_timestamp"]?.DeepClone() };
        if (channel.Text("guild_id") is { } guildId)
            update["guild_id"] = guildId;
        world.Gateway.Dispatch("CHANNEL_PINS_UPDATE", update, Intents.Guilds, channel.Text("guild_id"));
        return Answer.NoContent;
    }
}
