using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Guilds;

/// <summary>State that survives a restart, apart from messages.</summary>
public sealed class GuildChangeLogTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("local-discord").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Followers_survive_a_restart()
    {
        string original;
        await using (var before = await StartAsync())
        {
            await before.PageAsync("POST", "channels/announcements/followers", """{"as":"moderator","channel":"general"}""");
            original = await PublishAsync(before, "big news");
        }

        await using var discord = await StartAsync();
        await PublishAsync(discord, "more news");
        await discord.ApiAsync("PATCH", $"channels/{Seed.AnnouncementsChannelId}/messages/{original}", """{"content":"bigger news"}""");

        var copies = (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray();
        Assert.Equal(["more news", "bigger news"], copies.Select(copy => copy!["content"]!.ToString()));
        Assert.Single(copies.Select(copy => copy!["webhook_id"]!.ToString()).Distinct());
    }

    [Fact]
    public async Task Permissions_survive_a_restart()
    {
        await using (var before = await StartAsync())
        {
            await before.PageAsync("POST", "faults", """{"channel":"news","deny":["SEND_MESSAGES"]}""");
            await before.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_CHANNELS"]}""");
        }

        await using var discord = await StartAsync();

        Assert.Equal(50013, (await discord.SendAsync("""{"content":"hi"}""", Seed.NewsChannelId)).Code);
        Assert.Equal(201, (await discord.ApiAsync("POST", $"guilds/{Seed.GuildId}/channels", """{"name":"more"}""")).Status);
    }

    [Fact]
    public async Task Created_changed_and_deleted_channels_survive_a_restart()
    {
        string made;
        await using (var before = await StartAsync())
        {
            await before.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_CHANNELS"]}""");
            made = (await before.ApiAsync("POST", $"guilds/{Seed.GuildId}/channels", """{"name":"storm-watch"}"""))["id"];
            await before.SendAsync("""{"content":"wind"}""", made);
            await before.ApiAsync("PATCH", $"channels/{Seed.NewsChannelId}", """{"topic":"Only the best."}""");
            await before.PageAsync("POST", "faults", """{"channel":"rules","delete":true}""");
        }

        // Twice, because each start rewrites the file.
        await (await StartAsync()).DisposeAsync();
        await using var discord = await StartAsync();

        var channels = (await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}/channels")).Json.AsArray().Select(
            channel => channel!["name"]!.ToString());
        Assert.Equal(["Newsroom", "news", "announcements", "stories", "Community", "general", "archive", "storm-watch"], channels);
        Assert.Equal("Only the best.", (await discord.ApiAsync("GET", $"channels/{Seed.NewsChannelId}"))["topic"]);
        Assert.Single((await discord.ApiAsync("GET", $"channels/{made}/messages")).Json.AsArray());
    }

    Task<TestDiscord> StartAsync() => TestDiscord.StartAsync(stateFile: Path.Combine(folder, "state.jsonl"));

    static async Task<string> PublishAsync(TestDiscord discord, string content)
    {
        var id = (await discord.SendAsync($$"""{"content":"{{content}}"}""", Seed.AnnouncementsChannelId))["id"];
        await discord.ApiAsync("POST", $"channels/{Seed.AnnouncementsChannelId}/messages/{id}/crosspost");
        return id;
    }
}
