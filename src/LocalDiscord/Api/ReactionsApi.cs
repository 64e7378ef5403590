using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>The bot's own reactions, the only ones here. https://discord.com/developers/docs/resources/message#create-reaction</summary>
sealed class ReactionsApi(Access access, MessageService messages)
{
    const int Most = 20;

    public ApiResponse CreateReaction(ApiRequest request)
    {
        var message = Message(request, Permissions.ReadMessageHistory | Permissions.AddReactions);
        var emoji = Emoji(request);
        var reactions = message.Json.Objects("reactions").ToList();
        if (reactions.Exists(reaction => IsFor(reaction, emoji)))
            return ApiResponse.NoContent;
        if (reactions.Count >= Most)
            throw DiscordError.TooManyReactions();
        messages.React(message, [.. reactions, Reaction(emoji)]);
        return ApiResponse.NoContent;
    }

    public ApiResponse DeleteOwnReaction(ApiRequest request)
    {
        var message = Message(request, Permissions.ReadMessageHistory);
        var emoji = Emoji(request);
        messages.React(message, [.. message.Json.Objects("reactions").Where(reaction => !IsFor(reaction, emoji))]);
        return ApiResponse.NoContent;
    }

    StoredMessage Message(ApiRequest request, ulong permissions)
    {
        var channel = access.Channel(request, permissions);
        if (ChannelType.IsThread(channel) && Threads.IsArchived(channel))
            throw DiscordError.ThreadArchived();
        return access.Message(request, channel);
    }

    /// <summary>An emoji character, or <c>name:id</c>.</summary>
    static JsonObject Emoji(ApiRequest request)
    {
        var parts = request.Route("emoji").Split(':');
        // A letter means that the client forgot to URL-encode an emoji.
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
