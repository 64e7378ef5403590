using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Page;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>Posts, edits and removes messages, and tells everybody who may see it: bots over the gateway, people on the page.</summary>
sealed class MessageBoard(Places places, MessageStore store, ChannelBoard channels, Snowflakes ids, TimeProvider clock, GatewayHub gateway, PageEvents page)
{
    public StoredMessage Post(MessageDraft draft)
    {
        var id = draft.Id ?? ids.Next();
        var message = new StoredMessage
        {
            Json = MessageJson.New(id, clock.GetUtcNow(), draft, places),
            OnlyFor = draft.OnlyFor,
            Nonce = draft.Nonce,
        };
        store.Put(message);
        if (message.OnlyFor is null)
            channels.Wrote(places.Channel(draft.ChannelId)!, message);
        Announce("MESSAGE_CREATE", message);
        return message;
    }

    public StoredMessage Edit(StoredMessage message, JsonObject payload, IReadOnlyList<string> pings) =>
        Replace(message, MessageJson.Edited(message.Json, payload, pings, clock.GetUtcNow(), places));

    public StoredMessage Crosspost(StoredMessage message)
    {
        var crossposted = message.Json.Copy();
        crossposted["flags"] = message.Flags | MessageFlags.Crossposted;
        return Replace(message, crossposted);
    }

    /// <summary>The message gets its thread, and the thread a first message that points back to it.</summary>
    public void StartedThread(StoredMessage message, JsonObject thread)
    {
        var started = message.Json.Copy();
        started["flags"] = message.Flags | MessageFlags.HasThread;
        started["thread"] = thread.DeepClone();
        Replace(message, started);
        Post(new MessageDraft
        {
            ChannelId = thread.Text("id")!,
            AuthorId = thread.Text("owner_id")!,
            Payload = [],
            Type = MessageType.ThreadStarter,
            Extra = new JsonObject
            {
                ["message_reference"] = ReplyTo.Reference(message.Id, places.Channel(message.ChannelId)!),
                ["referenced_message"] = started.DeepClone(),
            },
        });
    }

    public void Remove(StoredMessage message)
    {
        store.Delete(message);
        var gone = new JsonObject { ["id"] = message.Id, ["channel_id"] = message.ChannelId };
        if (places.Channel(message.ChannelId) is { } thread && message.OnlyFor is null && ChannelType.IsThread(thread))
            Threads.Count(thread, message, by: -1);
        page.Publish("message_delete", gone, user => Sees(user, message));
        if (message.OnlyFor is not null || !Sees(Seed.ApplicationId, message))
            return;
        if (GuildOf(message) is { } guildId)
            gone["guild_id"] = guildId;
        gateway.Dispatch("MESSAGE_DELETE", gone, Intent(message), GuildOf(message));
    }

    /// <summary>One event for all of them.</summary>
    public void RemoveAll(JsonObject channel, IReadOnlyList<StoredMessage> messages)
    {
        foreach (var message in messages)
        {
            store.Delete(message);
            page.Publish("message_delete", new JsonObject { ["id"] = message.Id, ["channel_id"] = message.ChannelId }, user => Sees(user, message));
        }

        var gone = new JsonObject { ["ids"] = Json.ArrayOf(messages.Select(message => message.Id)), ["channel_id"] = channel.Text("id"), ["guild_id"] = channel.Text("guild_id") };
        gateway.Dispatch("MESSAGE_DELETE_BULK", gone, Intents.GuildMessages, channel.Text("guild_id"));
    }

    public void Pin(StoredMessage message, bool pinned)
    {
        var json = message.Json.Copy();
        json["pinned"] = pinned;
        Replace(message, json);
    }

    /// <summary>A reaction is no edit: bots that want to know have an intent for it, and nobody here uses it.</summary>
    public void React(StoredMessage message, IReadOnlyList<JsonObject> reactions)
    {
        var json = message.Json.Copy();
        json["reactions"] = Json.ArrayOf(reactions);
        var reacted = message with { Json = json };
        store.Put(reacted);
        page.Publish("message_update", json, user => Sees(user, reacted));
    }

    public bool Sees(string user, StoredMessage message) =>
        message.OnlyFor is { } only ? only == user : places.May(user, places.Channel(message.ChannelId), Permissions.ViewChannel);

    string? GuildOf(StoredMessage message) => places.Channel(message.ChannelId)?.Text("guild_id");

    long Intent(StoredMessage message) => GuildOf(message) is null ? Intents.DirectMessages : Intents.GuildMessages;

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
            gateway.Dispatch(name, MessageEvent.For(message, places), Intent(message), GuildOf(message));
    }
}
