namespace Sandbox.Api;

/// <summary>https://discord.com/developers/docs/resources/user#get-user</summary>
sealed class UsersApi(World world)
{
    public Answer GetUser(Call call) => world.Places.Knows(call.Route("user"))
        ? Answer.Ok(world.Places.User(call.Route("user")))
        : throw DiscordError.UnknownUser();
}
