using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class UsersApiTests : IDisposable
{
    const string Pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC";

    readonly string folder = Directory.CreateTempSubdirectory("local-discord").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

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

    [Fact]
    public async Task Bot_changes_its_name_and_is_told_of_it()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        var changed = await discord.ApiAsync("PATCH", "users/@me", """{"username":"Evening Desk"}""");

        Assert.Equal((200, "Evening Desk"), (changed.Status, changed["username"]));
        Assert.Equal("Evening Desk", (await bot.EventAsync("USER_UPDATE"))["username"]!.ToString());
        Assert.Equal("Evening Desk", (await discord.SendAsync("""{"content":"hi"}""")).Json["author"]!["username"]!.ToString());
    }

    [Theory]
    [InlineData("""{"username":"x"}""", "username BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"avatar":"picture"}""", "avatar IMAGE_INVALID")]
    public async Task Invalid_name_or_avatar_is_rejected_with_its_place(string json, string problem)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal([problem], (await discord.ApiAsync("PATCH", "users/@me", json)).Problems);
    }

    [Fact]
    public async Task Name_and_avatar_survive_a_restart()
    {
        var state = Path.Combine(folder, "state.jsonl");
        string avatar;
        await using (var before = await TestDiscord.StartAsync(stateFile: state))
            avatar = (await before.ApiAsync("PATCH", "users/@me", $$"""{"username":"Evening Desk","avatar":"{{Pixel}}"}"""))["avatar"];

        await using var discord = await TestDiscord.StartAsync(stateFile: state);
        var user = await discord.ApiAsync("GET", "users/@me");

        Assert.StartsWith("a_", avatar, StringComparison.Ordinal);
        Assert.Equal(("Evening Desk", avatar), (user["username"], user["avatar"]));
    }
}
