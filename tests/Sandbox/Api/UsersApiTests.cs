namespace Sandbox.Tests.Api;

public sealed class UsersApiTests
{
    [Fact]
    public async Task A_user_is_told_by_id()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var user = await discord.ApiAsync("GET", $"users/{Seed.MemberId}");

        Assert.Equal((200, Seed.MemberId, "mira"), (user.Status, user["id"], user["username"]));
        Assert.Equal(10013, (await discord.ApiAsync("GET", "users/1")).Code);
    }
}
