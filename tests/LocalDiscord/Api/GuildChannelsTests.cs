using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class GuildChannelsTests
{
    const string Channels = $"guilds/{Seed.GuildId}/channels";

    [Fact]
    public async Task Bot_with_Manage_Channels_can_create_a_channel()
    {
        await using var discord = await StartAsync("""{"role":"News Desk","allow":["MANAGE_CHANNELS"]}""");
        var bot = await discord.ReadyBotAsync();

        var made = await discord.ApiAsync("POST", Channels, """{"name":"Storm Watch","topic":"Wind and water."}""");

        Assert.Equal((201, "0", "storm-watch", "Wind and water."), (made.Status, made["type"], made["name"], made["topic"]));
        Assert.Equal(made["id"], (await bot.EventAsync("CHANNEL_CREATE"))["id"]!.ToString());
        Assert.Equal(200, (await discord.SendAsync("""{"content":"hi"}""", made["id"])).Status);
        Assert.Equal(made["id"], (await discord.ApiAsync("GET", Channels)).Json.AsArray()[^1]!["id"]!.ToString());
    }

    [Fact]
    public async Task Creating_a_channel_needs_Manage_Channels()
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(50013, (await discord.ApiAsync("POST", Channels, """{"name":"storm-watch"}""")).Code);
    }

    [Fact]
    public async Task New_channel_in_a_category_gets_its_overwrites()
    {
        await using var discord = await StartAsync($$"""{"channel":"{{Seed.NewsroomCategoryId}}","allow":["MANAGE_CHANNELS"]}""");

        var made = await discord.ApiAsync("POST", Channels, $$"""{"name":"storm-watch","parent_id":"{{Seed.NewsroomCategoryId}}"}""");

        Assert.Equal((201, Seed.NewsroomCategoryId), (made.Status, made["parent_id"]));
        Assert.Equal([Seed.ApplicationId], made.Json["permission_overwrites"]!.AsArray().Select(one => one!["id"]!.ToString()));
    }

    [Fact]
    public async Task Tags_of_a_new_forum_get_ids()
    {
        await using var discord = await StartAsync("""{"role":"News Desk","allow":["MANAGE_CHANNELS"]}""");

        var forum = await discord.ApiAsync("POST", Channels, """{"name":"reports","type":15,"available_tags":[{"name":"Storm"}]}""");
        var tag = forum.Json["available_tags"]![0]!;
        var post = await discord.ApiAsync(
            "POST", $"channels/{forum["id"]}/threads",
            $$$"""{"name":"Headline","applied_tags":["{{{tag["id"]}}}"],"message":{"content":"Summary"}}""");

        Assert.Equal((201, "Storm", 201), (forum.Status, tag["name"]!.ToString(), post.Status));
    }

    [Theory]
    [InlineData("{}", "name BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"x","type":2}""", "type BASE_TYPE_CHOICES")]
    [InlineData("""{"name":"x","parent_id":"1"}""", "parent_id CHANNEL_PARENT_INVALID")]
    [InlineData($$"""{"name":"x","parent_id":"{{Seed.GeneralChannelId}}"}""", "parent_id CHANNEL_PARENT_INVALID_TYPE")]
    [InlineData("""{"name":"x","permission_overwrites":[{"id":"1","type":2}]}""", "permission_overwrites.0.type BASE_TYPE_CHOICES")]
    public async Task Invalid_channel_is_rejected_with_the_field(string body, string problem)
    {
        await using var discord = await StartAsync("""{"role":"News Desk","allow":["MANAGE_CHANNELS"]}""");

        Assert.Equal([problem], (await discord.ApiAsync("POST", Channels, body)).Problems);
    }

    [Fact]
    public async Task Guild_can_have_five_hundred_channels()
    {
        await using var discord = await StartAsync("""{"role":"News Desk","allow":["MANAGE_CHANNELS"]}""");
        for (var i = 8; i < 500; i++)
            Assert.Equal(201, (await discord.ApiAsync("POST", Channels, $$"""{"name":"c{{i}}"}""")).Status);

        Assert.Equal(30013, (await discord.ApiAsync("POST", Channels, """{"name":"one-more"}""")).Code);
    }

    static async Task<TestDiscord> StartAsync(string fault)
    {
        var discord = await TestDiscord.StartAsync();
        Assert.Equal(204, (await discord.PageAsync("POST", "faults", fault)).Status);
        return discord;
    }
}
