using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/message#get-channel-pins</summary>
sealed class PinsApi(Access access, MessageStore store, MessageService messages, EventBus events, TimeProvider clock)
{
    const int Most = 250;

    // Not saved: after a restart, the message's own timestamp is returned instead.
    readonly Dictionary<string, string> pinnedAt = [];

    public ApiResponse GetChannelPins(ApiRequest request)
    {
        return ApiResponse.Ok(new JsonObject
        {
            ["items"] = new JsonArray([.. Pinned(request).Select(message => (JsonNode)new JsonObject
            {
                ["pinned_at"] = pinnedAt.GetValueOrDefault(message.Id) ?? message.Json.Text("timestamp"),
                ["message"] = message.Json.DeepClone(),
            })]),
            ["has_more"] = false,
        });
    }

    /// <summary>The old form of the list: the messages alone.</summary>
    public ApiResponse GetPinnedMessages(ApiRequest request) =>
        ApiResponse.Ok(Json.ArrayOf(Pinned(request).Select(message => message.Json)));

    public ApiResponse PinMessage(ApiRequest request)
    {
        if (store.In(request.Route("channel")).Count(message => message.Json.Flag("pinned")) >= Most)
            throw DiscordError.TooManyPins();
        return Pin(request, pinned: true);
    }

    public ApiResponse UnpinMessage(ApiRequest request) => Pin(request, pinned: false);

    IEnumerable<StoredMessage> Pinned(ApiRequest request)
    {
        var channel = access.Channel(request, Permissions.ReadMessageHistory);
        return store.In(channel.Text("id")!).Where(message => message.Json.Flag("pinned")).Reverse();
    }

    ApiResponse Pin(ApiRequest request, bool pinned)
    {
        var channel = access.Channel(request, Permissions.PinMessages);
        var message = access.Message(request, channel);
        if (message.Json.Flag("pinned") == pinned)
            return ApiResponse.NoContent;
        pinnedAt[message.Id] = Timestamps.Write(clock.GetUtcNow());
        if (pinned)
            channel["last_pin_timestamp"] = pinnedAt[message.Id];
        messages.Pin(message, pinned);
        var update = new JsonObject
        {
            ["channel_id"] = message.ChannelId,
            ["last_pin_timestamp"] = channel["last_pin_timestamp"]?.DeepClone(),
        };
        var guild = channel.Text("guild_id");
        if (guild is not null)
            update["guild_id"] = guild;
        events.SendToBots("CHANNEL_PINS_UPDATE", update, guild is null ? Intents.DirectMessages : Intents.Guilds, guild);
        return ApiResponse.NoContent;
    }
}
