using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>The bot's own reactions; nobody else here has any. https://discord.com/developers/docs/resources/message#create-reaction</summary>
sealed class ReactionsApi(World world)
{
    const int Most = 20;

    public Answer CreateReaction(Call call)
    {
        var message = Message(call, Permissions.ReadMessageHistory | Permissions.AddReactions);
        var reactions = message.Json.Objects("reactions").ToList();
        if (reactions.Exists(reaction => IsFor(reaction, Emoji(call))))
            return Answer.NoContent;
        if (reactions.Count >= Most)
            throw DiscordError.TooManyReactions();
        world.Board.React(message, [.. reactions, Reaction(Emoji(call))]);
        return Answer.NoContent;
    }

    public Answer DeleteOwnReaction(Call call)
    {
        var message = Message(call, Permissions.ReadMessageHistory);
        world.Board.React(message, [.. message.Json.Objects("reactions").Where(reaction => !IsFor(reaction, Emoji(call)))]);
        return Answer.NoContent;
    }

    StoredMessage Message(Call call, ulong permissions)
    {
        var channel = Access.Channel(call, world, permissions);
        if (ChannelType.IsThread(channel) && Threads.IsArchived(channel))
            throw DiscordError.ThreadArchived();
        return Access.Message(call, world, channel);
    }

    /// <summary>A character, or <c>name:id</c>.</summary>
    static JsonObject Emoji(Call call)
    {
        var parts = call.Route("emoji").Split(':');
        // Letters are no emoji: they are what is left when somebody forgot to encode one.
        if (parts[0].Length == 0 || (parts.Length == 1 && char.IsAsciiLetter(parts[0][0])))
            throw DiscordError.UnknownEmoji();
        return new JsonObject { ["id"] = parts.ElementAtOrDefault(1), ["name"] = parts[0] };
    }

    static bool IsFor(JsonObject reaction, JsonObject emoji) => JsonNode.DeepEquals(reaction["emoji"], emoji);

    static JsonObject Reaction(JsonObject emoji) => new()
    {
        ["emoji"] = emoji,
        ["count"] = 1,
        ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = 1 },
        ["burst_colors"] = new JsonArray(),
        ["me_burst"] = false,
        ["me"] = true,
    };
}
