using LocalDiscord.Guilds;
using LocalDiscord.Rules;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/user</summary>
sealed class UsersApi(ChannelDirectory directory, DirectMessages directMessages)
{
    public ApiResponse GetUser(ApiRequest request) => directory.HasUser(request.Route("user"))
        ? ApiResponse.Ok(directory.User(request.Route("user")))
        : throw DiscordError.UnknownUser();

    public ApiResponse CreateDm(ApiRequest request)
    {
        var user = request.Body["recipient_id"]?.ToString()
            ?? throw FormErrors.Single("recipient_id", "BASE_TYPE_REQUIRED", "This field is required");
        if (!directory.HasUser(user) || user == Seed.ApplicationId)
            throw DiscordError.InvalidRecipient();
        return ApiResponse.Ok(directMessages.With(user));
    }
}
