using System.Globalization;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/message#create-reaction</summary>
sealed class ReactionsApi(Access access, ChannelDirectory directory, ReactionService reactions)
{
    const int DefaultUsers = 25, MostUsers = 100;

    public ApiResponse CreateReaction(ApiRequest request)
    {
        reactions.Add(Message(request, Permissions.ReadMessageHistory), Seed.ApplicationId, EmojiOf(request));
        return ApiResponse.NoContent;
    }

    public ApiResponse DeleteOwnReaction(ApiRequest request)
    {
        reactions.Remove(Message(request, Permissions.ReadMessageHistory), Seed.ApplicationId, EmojiOf(request));
        return ApiResponse.NoContent;
    }

    public ApiResponse DeleteUserReaction(ApiRequest request)
    {
        reactions.Remove(Message(request, Permissions.ManageMessages), request.Route("user"), EmojiOf(request));
        return ApiResponse.NoContent;
    }

    public ApiResponse DeleteAllReactions(ApiRequest request)
    {
        reactions.RemoveAll(Message(request, Permissions.ManageMessages));
        return ApiResponse.NoContent;
    }

    public ApiResponse DeleteAllReactionsForEmoji(ApiRequest request)
    {
        reactions.RemoveAll(Message(request, Permissions.ManageMessages), EmojiOf(request));
        return ApiResponse.NoContent;
    }

    /// <summary>The users who reacted with an emoji, by id.</summary>
    public ApiResponse GetReactions(ApiRequest request)
    {
        var emoji = EmojiOf(request);
        var message = access.Message(request, access.Channel(request, Permissions.ReadMessageHistory));
        var (limit, after) = Page(request);
        var users = message.Reactions.Where(one => one.Emoji == emoji).Select(one => Snowflakes.Parse(one.UserId))
            .Where(id => id > after).Order().Take(limit);
        return ApiResponse.Ok(Json.ArrayOf(users.Select(id => directory.User(id.ToString(CultureInfo.InvariantCulture)))));
    }

    static (int Limit, ulong After) Page(ApiRequest request)
    {
        var errors = new FormErrors();
        var limit = (int)errors.QueryWhole(request, "limit", 1, MostUsers, DefaultUsers);
        var after = errors.QueryId(request, "after") ?? 0;
        errors.ThrowIfAny();
        return (limit, after);
    }

    StoredMessage Message(ApiRequest request, ulong permissions)
    {
        var channel = access.Channel(request, permissions);
        if (ChannelType.IsThread(channel) && Threads.IsArchived(channel))
            throw DiscordError.ThreadArchived();
        return access.Message(request, channel);
    }

    static Emoji EmojiOf(ApiRequest request) => Emoji.Parse(request.Route("emoji")) ?? throw DiscordError.UnknownEmoji();
}
