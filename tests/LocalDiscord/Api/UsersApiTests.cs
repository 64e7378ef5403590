using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class UsersApiTests
{
    [Fact]
    public async Task User_is_found_by_id()
    {
        await using var discord = await TestDiscord.StartAsync();

        var user = await discord.ApiAsync("GET", $"users/{Seed.MemberId}");

        Assert.Equal((200, Seed.MemberId, "mira"), (user.Status, user["id"], user["username"]));
        Assert.Equal(10013, (await discord.ApiAsync("GET", "users/1")).Code);
    }
}
