using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/user</summary>
sealed class UsersApi(ChannelDirectory directory, DirectMessages directMessages)
{
    public ApiResponse GetUser(ApiRequest request) => directory.HasUser(request.Route("user"))
        ? ApiResponse.Ok(directory.User(request.Route("user")))
        : throw DiscordError.UnknownUser();

    public ApiResponse CreateDm(ApiRequest request)
    {
        var user = request.Body.Text("recipient_id") ?? throw FormErrors.Missing("recipient_id");
        if (!directory.HasUser(user) || user == Seed.ApplicationId)
            throw DiscordError.InvalidRecipient();
        return ApiResponse.Ok(directMessages.With(user));
    }
}
