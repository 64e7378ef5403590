using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class UsersApiTests
{
    [Theory]
    [InlineData("", 3, "null")]
    [InlineData("?with_counts=true", 3, "5")]
    [InlineData("?limit=2", 2, "null")]
    [InlineData($"?before={Seed.GuildId}&limit=1", 1, "null")]
    [InlineData($"?after={Seed.GuildId}", 0, "null")]
    public async Task Guilds_of_the_bot_are_listed_in_pages_and_with_counts(string query, int count, string members)
    {
        await using var discord = await TestDiscord.StartAsync(new LocalDiscordOptions { Guilds = 3, RateLimits = false });

        var guilds = (await discord.ApiAsync("GET", "users/@me/guilds" + query)).Json.AsArray();

        Assert.Equal(count, guilds.Count);
        var home = guilds.FirstOrDefault(guild => guild!["id"]!.ToString() == Seed.GuildId);
        Assert.Equal(members, home?["approximate_member_count"]?.ToString() ?? "null");
    }

    [Fact]
    public async Task Guild_has_counts_when_they_are_asked_for()
    {
        await using var discord = await TestDiscord.StartAsync();

        var guild = await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}?with_counts=true");
        var plain = await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}");

        Assert.Equal(("5", "1"), (guild["approximate_member_count"], guild["approximate_presence_count"]));
        Assert.Null(plain.Json["approximate_member_count"]);
    }

    [Fact]
    public async Task User_is_found_by_id()
    {
        await using var discord = await TestDiscord.StartAsync();

        var user = await discord.ApiAsync("GET", $"users/{Seed.MemberId}");

        Assert.Equal((200, Seed.MemberId, "mira"), (user.Status, user["id"], user["username"]));
        Assert.Equal(10013, (await discord.ApiAsync("GET", "users/1")).Code);
    }
}
