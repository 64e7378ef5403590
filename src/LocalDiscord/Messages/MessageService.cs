using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>Posts, edits and deletes messages, and tells bots and users who may see them.</summary>
sealed class MessageService(
    ChannelDirectory directory, MessageStore store, ChannelService channels, Snowflakes ids, TimeProvider clock, EventBus events)
{
    public StoredMessage Post(MessageDraft draft)
    {
        var id = draft.Id ?? ids.Next();
        var message = new StoredMessage
        {
            Json = MessageJson.New(id, clock.GetUtcNow(), draft, directory),
            OnlyFor = draft.OnlyFor,
            Nonce = draft.Nonce,
        };
        store.Put(message);
        if (message.OnlyFor is null)
            channels.MessagePosted(directory.Channel(draft.ChannelId)!, message.Json);
        Announce("MESSAGE_CREATE", message);
        return message;
    }

    public StoredMessage Edit(StoredMessage message, JsonObject payload, IReadOnlyList<string> pings) =>
        Replace(message, MessageJson.Edited(message.Json, payload, pings, clock.GetUtcNow(), directory));

    public StoredMessage Crosspost(StoredMessage message)
    {
        var crossposted = message.Json.Copy();
        crossposted["flags"] = message.Flags | MessageFlags.Crossposted;
        return Replace(message, crossposted);
    }

    /// <summary>A copy of a message that was deleted: nothing of it is left but this text.</summary>
    public void SourceDeleted(StoredMessage copy, string text)
    {
        var left = copy.Json.Copy();
        left["content"] = text;
        left["embeds"] = new JsonArray();
        left["attachments"] = new JsonArray();
        left["flags"] = copy.Flags | MessageFlags.SourceMessageDeleted;
        left["edited_timestamp"] = Timestamps.Write(clock.GetUtcNow());
        Replace(copy, left);
    }

    /// <summary>Links a message and the thread that was started from it; the thread's first message refers back to it.</summary>
    public void StartThread(StoredMessage message, JsonObject thread)
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
                ["message_reference"] = ReplyTo.Reference(message.Id, directory.Channel(message.ChannelId)!),
                ["referenced_message"] = started.DeepClone(),
            },
        });
    }

    public void Delete(StoredMessage message)
    {
        store.Delete(message);
        var deleted = new JsonObject { ["id"] = message.Id, ["channel_id"] = message.ChannelId };
        if (directory.Channel(message.ChannelId) is { } thread && message.OnlyFor is null && ChannelType.IsThread(thread))
            Threads.Count(thread, message.Json, by: -1);
        events.SendToUsers("message_delete", deleted, user => Sees(user, message));
        if (message.OnlyFor is null && !Sees(Seed.ApplicationId, message))
            return;
        var guild = message.OnlyFor is null ? directory.Channel(message.ChannelId)?.Text("guild_id") : null;
        if (guild is not null)
            deleted["guild_id"] = guild;
        events.SendToBots("MESSAGE_DELETE", deleted, guild is null ? Intents.DirectMessages : Intents.GuildMessages, guild);
    }

    /// <summary>Bots get one event for all of these messages.</summary>
    public void DeleteAll(JsonObject channel, IReadOnlyList<StoredMessage> messages)
    {
        foreach (var message in messages)
        {
            store.Delete(message);
            var deleted = new JsonObject { ["id"] = message.Id, ["channel_id"] = message.ChannelId };
            events.SendToUsers("message_delete", deleted, user => Sees(user, message));
        }

        var all = new JsonObject
        {
            ["ids"] = Json.ArrayOf(messages.Select(message => message.Id)),
            ["channel_id"] = channel.Text("id"),
            ["guild_id"] = channel.Text("guild_id"),
        };
        events.SendToBots("MESSAGE_DELETE_BULK", all, Intents.GuildMessages, channel.Text("guild_id"));
    }

    public void Pin(StoredMessage message, bool pinned)
    {
        var json = message.Json.Copy();
        json["pinned"] = pinned;
        Replace(message, json);
    }

    public bool Sees(string user, StoredMessage message) => message.OnlyFor is { } only
        ? only == user
        : directory.HasPermission(user, directory.Channel(message.ChannelId), Permissions.ViewChannel);

    StoredMessage Replace(StoredMessage message, JsonObject json)
    {
        var replaced = message with { Json = json };
        store.Put(replaced);
        Announce("MESSAGE_UPDATE", replaced);
        return replaced;
    }

    void Announce(string name, StoredMessage message)
    {
        var userEvent = name == "MESSAGE_CREATE" ? "message_create" : "message_update";
        events.SendToUsers(userEvent, message.For, user => Sees(user, message));
        if (message.OnlyFor is not null || Sees(Seed.ApplicationId, message))
            events.SendToBots(MessageEvent.For(name, message, directory));
    }
}
