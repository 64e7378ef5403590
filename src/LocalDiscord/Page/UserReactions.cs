using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>A user reacts to a message, or takes a reaction back.</summary>
sealed class UserReactions(PageUsers users, ChannelDirectory directory, ReactionService reactions)
{
    /// <exception cref="UserErrorException">The user can't react to that, or not with that.</exception>
    public ApiResponse Set(ApiRequest request)
    {
        var user = users.User(request.Body.IdOrName("as"));
        var message = users.Message(request.Body.IdOrName("message") ?? "", user);
        var emoji = Emoji.Parse(request.Body.Text("emoji") ?? "")
            ?? throw new UserErrorException($"\"{request.Body.Text("emoji")}\" is not an emoji.");
        if (message.OnlyFor is not null || IsArchived(directory.Channel(message.ChannelId)!))
            throw new UserErrorException("You can't react to this message.");
        var reacted = request.Body.Flag("remove") ? reactions.Remove(message, user, emoji) : reactions.Add(message, user, emoji);
        return ApiResponse.Ok(reacted.For(user));
    }

    static bool IsArchived(JsonObject channel) => ChannelType.IsThread(channel) && Threads.IsArchived(channel);
}
