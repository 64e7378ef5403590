using LocalDiscord.Api;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>A user's direct messages with the bot.</summary>
sealed class DirectMessagesApi(PageUsers users, ChannelDirectory directory, DirectMessages directMessages)
{
    public ApiResponse List(ApiRequest request) =>
        ApiResponse.Ok(Json.ArrayOf(directory.DirectMessageChannel(users.User(request.Query("as"))) is { } channel ? [channel] : []));

    public ApiResponse Open(ApiRequest request)
    {
        var user = users.User(request.Body.IdOrName("as"));
        if (request.Body["accept"].AsBoolean(out var accepts))
            directMessages.Accept(user, accepts);
        return ApiResponse.Ok(directMessages.With(user));
    }
}
