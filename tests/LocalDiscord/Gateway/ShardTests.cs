using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Gateway;

public sealed class ShardTests
{
    [Fact]
    public async Task Each_guild_belongs_to_one_shard()
    {
        await using var discord = await TestDiscord.StartAsync(
            new LocalDiscordOptions { Guilds = 40, ChannelsPerGuild = 3, Shards = 2, MaxConcurrency = 2 });
        var limits = (await discord.ApiAsync("GET", "gateway/bot")).Json;

        var guilds = new List<string>();
        for (var shard = 0; shard < 2; shard++)
        {
            var bot = await discord.ConnectAsync();
            await bot.NextAsync();
            await bot.IdentifyAsync(intents: 1, more: $$""","shard":[{{shard}},2]""");
            foreach (var _ in (await bot.EventAsync("READY"))["guilds"]!.AsArray())
                guilds.Add((await bot.EventAsync("GUILD_CREATE"))["id"]!.ToString());
        }

        Assert.Equal(("2", "2"), (limits["shards"]!.ToString(), limits["session_start_limit"]!["max_concurrency"]!.ToString()));
        Assert.Equal((40, 40), (guilds.Count, guilds.Distinct().Count()));
    }

    [Fact]
    public async Task Shards_with_the_same_key_identify_five_seconds_apart()
    {
        await using var discord = await TestDiscord.StartAsync(new LocalDiscordOptions { MaxConcurrency = 2 });
        var first = await discord.ConnectAsync();
        var third = await discord.ConnectAsync();
        await first.NextAsync();
        await third.NextAsync();
        await first.IdentifyAsync(intents: 0, more: ""","shard":[0,3]""");
        await first.EventAsync("READY");

        await third.IdentifyAsync(intents: 0, more: ""","shard":[2,3]""");
        var refused = await third.NextAsync();
        discord.Clock.Advance(TimeSpan.FromSeconds(5));
        await third.IdentifyAsync(intents: 0, more: ""","shard":[2,3]""");

        Assert.Equal("""{"op":9,"d":false,"s":null,"t":null}""", refused.ToJsonString());
        await third.EventAsync("READY");
    }

    [Fact]
    public async Task Load_test_guilds_have_channels_of_each_kind()
    {
        await using var discord = await TestDiscord.StartAsync(new LocalDiscordOptions
        {
            Guilds = 2, ChannelsPerGuild = 2, ForumsPerGuild = 1, AnnouncementChannelsPerGuild = 1,
        });
        var guild = (await discord.ApiAsync("GET", "users/@me/guilds")).Json.AsArray()
            .Select(guild => guild!["id"]!.ToString()).Single(id => id != Seed.GuildId);

        var channels = (await discord.ApiAsync("GET", $"guilds/{guild}/channels")).Json.AsArray();
        var post = await discord.ApiAsync(
            "POST", $"channels/{channels[2]!["id"]}/threads", """{"name":"Tide","message":{"content":"hi"}}""");

        Assert.Equal(
            ["news-1 0", "news-2 0", "forum-1 15", "announcements-1 5"],
            channels.Select(channel => $"{channel!["name"]} {channel["type"]}"));
        Assert.Equal(201, post.Status);
    }

    [Fact]
    public async Task Load_test_guilds_accept_messages()
    {
        await using var discord = await TestDiscord.StartAsync(
            new LocalDiscordOptions { Guilds = 1000, ChannelsPerGuild = 10, RateLimits = false });
        var guilds = (await discord.ApiAsync("GET", "users/@me/guilds?limit=200")).Json.AsArray();

        var channels = (await discord.ApiAsync("GET", $"guilds/{guilds[0]!["id"]}/channels")).Json.AsArray();
        var sent = await discord.SendAsync("""{"content":"hi"}""", channels[^1]!["id"]!.ToString());

        Assert.Equal((200, 10, 200), (guilds.Count, channels.Count, sent.Status));
    }

    [Fact]
    public async Task Direct_messages_go_to_shard_0()
    {
        await using var discord = await TestDiscord.StartAsync(new LocalDiscordOptions { MaxConcurrency = 2 });
        var shards = new List<ScriptedBot>();
        for (var shard = 0; shard < 2; shard++)
        {
            shards.Add(await discord.ConnectAsync());
            await shards[^1].NextAsync();
            await shards[^1].IdentifyAsync(intents: 4096, more: $$""","shard":[{{shard}},2]""");
            await shards[^1].EventAsync("READY");
        }

        var channel = await discord.PageAsync("POST", "direct-messages", """{"as":"member"}""");
        await discord.PageAsync("POST", $"channels/{channel["id"]}/messages", """{"as":"member","content":"hi"}""");
        await shards[1].SendAsync("""{"op":1,"d":1}""");

        await shards[0].EventAsync("MESSAGE_CREATE");
        Assert.Equal(11, (await shards[1].NextAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task Only_the_shard_of_the_guild_gets_its_messages()
    {
        await using var discord = await TestDiscord.StartAsync(
            new LocalDiscordOptions { Guilds = 3, ChannelsPerGuild = 1, MaxConcurrency = 2 });
        var shards = new List<ScriptedBot>();
        for (var shard = 0; shard < 2; shard++)
        {
            shards.Add(await discord.ConnectAsync());
            await shards[^1].NextAsync();
            await shards[^1].IdentifyAsync(intents: 512, more: $$""","shard":[{{shard}},2]""");
            await shards[^1].EventAsync("READY");
        }

        foreach (var guild in (await discord.ApiAsync("GET", "users/@me/guilds")).Json.AsArray()
            .Where(guild => guild!["id"]!.ToString() != Seed.GuildId))
            await discord.SendAsync(
                $$"""{"content":"{{guild!["name"]}}"}""",
                (await discord.ApiAsync("GET", $"guilds/{guild["id"]}/channels")).Json[0]!["id"]!.ToString());

        Assert.NotEqual(
            (await shards[0].EventAsync("MESSAGE_CREATE"))["content"]!.ToString(),
            (await shards[1].EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
    }
}
