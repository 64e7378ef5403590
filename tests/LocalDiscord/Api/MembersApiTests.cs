using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class MembersApiTests : IDisposable
{
    const string Self = $"guilds/{Seed.GuildId}/members/@me";

    /// <summary>One pixel.</summary>
    const string Gif = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    readonly string folder = Directory.CreateTempSubdirectory("local-discord").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Bot_has_a_name_and_a_picture_of_its_own_in_a_server_and_is_told()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync(intents: 1);

        var member = await discord.ApiAsync("PATCH", Self, $$"""{"nick": "The Gazette", "avatar": "data:image/gif;base64,{{Gif}}"}""");

        Assert.Equal((200, "The Gazette"), (member.Status, member["nick"]));
        Assert.StartsWith("a_", member["avatar"]);
        var told = await bot.EventAsync("GUILD_MEMBER_UPDATE");
        Assert.Equal((Seed.GuildId, "The Gazette"), (told["guild_id"]!.ToString(), told["nick"]!.ToString()));
        var stored = await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}/members/{Seed.ApplicationId}");
        Assert.Equal(member.Text, stored.Text);
    }

    [Fact]
    public async Task Name_and_picture_survive_a_restart_and_are_removed_by_null()
    {
        var file = Path.Combine(folder, "state.jsonl");
        string picture;
        await using (var before = await TestDiscord.StartAsync(stateFile: file))
        {
            var given = await before.ApiAsync("PATCH", Self, $$"""{"nick": "The Gazette", "avatar": "data:image/gif;base64,{{Gif}}"}""");
            picture = $"guilds/{Seed.GuildId}/users/{Seed.ApplicationId}/avatars/{given["avatar"]}.png";
        }

        await using var after = await TestDiscord.StartAsync(stateFile: file);
        using var http = new HttpClient { BaseAddress = after.Server.Address };
        Assert.Equal(Convert.FromBase64String(Gif), await http.GetByteArrayAsync(picture, TestContext.Current.CancellationToken));

        var removed = await after.ApiAsync("PATCH", Self, """{"avatar": null}""");
        Assert.Equal(("The Gazette", "null"), (removed["nick"], removed["avatar"]));
        Assert.Equal("null", (await after.ApiAsync("PATCH", Self, """{"nick": null}"""))["nick"]);
    }

    [Theory]
    [InlineData("""{"nick": "123456789012345678901234567890123"}""", "nick")]
    [InlineData("""{"avatar": "https://images.example/bot.png"}""", "avatar")]
    [InlineData("""{"avatar": "data:image/png;base64,bm8gcGljdHVyZQ=="}""", "avatar")]
    [InlineData("""{"avatar": "data:image/png;base64,%%%"}""", "avatar")]
    public async Task What_is_no_name_or_picture_changes_nothing(string asked, string field)
    {
        await using var discord = await TestDiscord.StartAsync();

        var refused = await discord.ApiAsync("PATCH", Self, asked);

        Assert.Equal((400, 50035), (refused.Status, refused.Code));
        Assert.StartsWith(field, Assert.Single(refused.Problems));
    }

    [Fact]
    public async Task Name_needs_Change_Nickname()
    {
        await using var discord = await TestDiscord.StartAsync();
        foreach (var role in (string[])["@everyone", "News Desk"])
            await discord.PageAsync("POST", "faults", $$"""{"role": "{{role}}", "deny": ["CHANGE_NICKNAME"]}""");

        Assert.Equal(50013, (await discord.ApiAsync("PATCH", Self, """{"nick": "The Gazette"}""")).Code);
        Assert.Equal(200, (await discord.ApiAsync("PATCH", Self, """{"avatar": null}""")).Status);
    }
}
