using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>Adds and removes reactions, and tells bots and users about them.</summary>
sealed class ReactionService(ChannelDirectory directory, MessageStore store, MessageService messages, EventBus events)
{
    const int MostEmoji = 20;

    /// <exception cref="DiscordException">
    /// There are too many emoji already, or the user may only use those that others have used: 30010 or 50013.
    /// </exception>
    public StoredMessage Add(StoredMessage message, string userId, Emoji emoji)
    {
        if (message.Reactions.Contains(new(userId, emoji)))
            return message;
        var channel = directory.Channel(message.ChannelId)!;
        var used = message.Reactions.Select(one => one.Emoji).ToHashSet();
        if (!used.Contains(emoji) && !directory.HasPermission(userId, channel, Permissions.AddReactions))
            throw DiscordError.MissingPermissions();
        if (!used.Contains(emoji) && used.Count >= MostEmoji)
            throw DiscordError.TooManyReactions();
        var reacted = Save(message, [.. message.Reactions, new(userId, emoji)]);
        var added = One(message, userId, emoji);
        added["message_author_id"] = message.AuthorId;
        added["burst_colors"] = new JsonArray();
        if (directory.GuildOf(channel)?.Member(userId) is { } member)
            added["member"] = member.DeepClone();
        Tell("MESSAGE_REACTION_ADD", message, added);
        return reacted;
    }

    public StoredMessage Remove(StoredMessage message, string userId, Emoji emoji)
    {
        if (!message.Reactions.Contains(new(userId, emoji)))
            return message;
        var left = Save(message, [.. message.Reactions.Where(one => one != new Reaction(userId, emoji))]);
        Tell("MESSAGE_REACTION_REMOVE", message, One(message, userId, emoji));
        return left;
    }

    public void RemoveAll(StoredMessage message)
    {
        Save(message, []);
        Tell("MESSAGE_REACTION_REMOVE_ALL", message, Place(message));
    }

    public void RemoveAll(StoredMessage message, Emoji emoji)
    {
        if (message.Reactions.All(one => one.Emoji != emoji))
            throw DiscordError.UnknownEmoji();
        Save(message, [.. message.Reactions.Where(one => one.Emoji != emoji)]);
        var removed = Place(message);
        removed["emoji"] = emoji.ToJson();
        Tell("MESSAGE_REACTION_REMOVE_EMOJI", message, removed);
    }

    StoredMessage Save(StoredMessage message, IReadOnlyList<Reaction> reactions)
    {
        var saved = message.With(reactions);
        store.Put(saved);
        events.SendToUsers("message_update", saved.For, user => messages.Sees(user, saved));
        return saved;
    }

    void Tell(string name, StoredMessage message, JsonObject data)
    {
        if (message.OnlyFor is not null || !messages.Sees(Seed.ApplicationId, message))
            return;
        var guild = data.Text("guild_id");
        events.SendToBots(name, data, guild is null ? Intents.DirectMessageReactions : Intents.GuildMessageReactions, guild);
    }

    JsonObject One(StoredMessage message, string userId, Emoji emoji)
    {
        var one = Place(message);
        one["user_id"] = userId;
        one["emoji"] = emoji.ToJson();
        one["burst"] = false;
        one["type"] = 0;
        return one;
    }

    JsonObject Place(StoredMessage message)
    {
        var place = new JsonObject { ["channel_id"] = message.ChannelId, ["message_id"] = message.Id };
        if (directory.Channel(message.ChannelId)!.Text("guild_id") is { } guild)
            place["guild_id"] = guild;
        return place;
    }
}
