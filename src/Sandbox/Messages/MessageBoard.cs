using System.Text.Json.Nodes;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Page;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>Posts, edits and removes messages, and tells everybody who may see it: bots over the gateway, people on the page.</summary>
sealed class MessageBoard(Guild guild, MessageStore store, Snowflakes ids, TimeProvider clock, GatewayHub gateway, PageEvents page)
{
    public StoredMessage Post(MessageDraft draft)
    {
        var id = ids.Next();
        var message = new StoredMessage
        {
            Json = MessageJson.New(id, clock.GetUtcNow(), draft, guild),
            OnlyFor = draft.OnlyFor,
            Nonce = draft.Nonce,
        };
        store.Put(message);
        if (message.OnlyFor is null)
            guild.Channel(draft.ChannelId)!["last_message_id"] = id;
        Announce("MESSAGE_CREATE", message);
        return message;
    }

    public StoredMessage Edit(StoredMessage message, JsonObject payload, IReadOnlyList<string> pings) =>
        Replace(message, MessageJson.Edited(message.Json, payload, pings, clock.GetUtcNow(), guild));

    public StoredMessage Crosspost(StoredMessage message)
    {
        var crossposted = message.Json.Copy();
        crossposted["flags"] = message.Flags | MessageFlags.Crossposted;
        return Replace(message, crossposted);
    }

    public void Remove(StoredMessage message)
    {
        store.Delete(message);
        var gone = new JsonObject { ["id"] = message.Id, ["channel_id"] = message.ChannelId };
        page.Publish("message_delete", gone, user => Sees(user, message));
        if (message.OnlyFor is not null || !Sees(Seed.ApplicationId, message))
            return;
        gone["guild_id"] = Seed.GuildId;
        gateway.Dispatch("MESSAGE_DELETE", gone, Intents.GuildMessages);
    }

    public bool Sees(string user, StoredMessage message) =>
        message.OnlyFor is { } only ? only == user : guild.May(user, guild.Channel(message.ChannelId)!, Permissions.ViewChannel);

    StoredMessage Replace(StoredMessage message, JsonObject json)
    {
        var replaced = message with { Json = json };
        store.Put(replaced);
        Announce("MESSAGE_UPDATE", replaced);
        return replaced;
    }

    void Announce(string name, StoredMessage message)
    {
        page.Publish(name == "MESSAGE_CREATE" ? "message_create" : "message_update", message.Json, user => Sees(user, message));
        if (message.OnlyFor is null && Sees(Seed.ApplicationId, message))
            gateway.Dispatch(name, MessageEvent.For(message, guild), Intents.GuildMessages);
    }
}
