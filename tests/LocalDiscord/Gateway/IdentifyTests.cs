using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Gateway;

public sealed class IdentifyTests
{
    [Fact]
    public async Task Hello_is_sent_first()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync();

        var hello = await bot.NextAsync();

        Assert.Equal("""{"op":10,"d":{"heartbeat_interval":41250},"s":null,"t":null}""", hello.ToJsonString());
    }

    [Fact]
    public async Task Identify_is_followed_by_Ready_and_the_guild()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync();
        await bot.NextAsync();

        await bot.IdentifyAsync(more: ""","shard":[0,1]""");
        var ready = await bot.NextAsync();
        var guild = await bot.EventAsync("GUILD_CREATE");

        Assert.Equal(("READY", 1), (ready["t"]!.ToString(), ready["s"]!.GetValue<int>()));
        Assert.Equal((Seed.ApplicationId, "[0,1]"), (ready["d"]!["application"]!["id"]!.ToString(), ready["d"]!["shard"]!.ToJsonString()));
        Assert.Equal("""[{"id":"1214123237466701827","unavailable":true}]""", ready["d"]!["guilds"]!.ToJsonString());
        Assert.Equal(
            ("false", 8, Seed.ApplicationId),
            (guild["unavailable"]!.ToString(), guild["channels"]!.AsArray().Count, guild["members"]![0]!["user"]!["id"]!.ToString()));
    }

    [Theory]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"{token}","intents":131072,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"{token}","intents":32768,"properties":{}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"{token}","intents":1,"properties":{},"shard":[1,1]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"{token}","properties":{}}}""", 4002)]
    [InlineData("""{"op":2,"d":null}""", 4002)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":99}""", 4001)]
    [InlineData("""not json""", 4002)]
    [InlineData("""[1]""", 4002)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"s","seq":0}}""", 4004)]
    public async Task Invalid_Identify_is_closed_with_its_code(string frame, int code)
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync();

        await bot.SendAsync(frame.Replace("{token}", LocalDiscordServer.Token, StringComparison.Ordinal));

        Assert.Equal(code, await bot.ClosedAsync());
    }

    [Fact]
    public async Task Ready_has_an_empty_list_of_private_channels()
    {
        await using var discord = await TestDiscord.StartAsync();

        var bot = await discord.ReadyBotAsync();

        Assert.Equal("[]", bot.Ready["private_channels"]!.ToJsonString());
    }

    [Fact]
    public async Task Token_can_have_the_prefix_Bot()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync();
        await bot.NextAsync();

        await bot.IdentifyAsync(token: $"Bot {LocalDiscordServer.Token}");
        bot.Ready = await bot.EventAsync("READY");
        bot.Drop();

        var again = await discord.ConnectAsync();
        await again.NextAsync();
        await again.ResumeAsync(bot.SessionId, bot.Sequence, token: $"Bot {LocalDiscordServer.Token}");
        await again.EventAsync("GUILD_CREATE");
        await again.EventAsync("RESUMED");
    }

    [Theory]
    [InlineData("?v=9", 9)]
    [InlineData("?v=10", 10)]
    public async Task Ready_has_the_version_that_the_bot_connected_to(string query, int version)
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync(query);
        await bot.NextAsync();

        await bot.IdentifyAsync();

        Assert.Equal(version, (await bot.EventAsync("READY"))["v"]!.GetValue<int>());
    }

    [Fact]
    public async Task Gateway_is_also_at_the_root_as_on_Discord()
    {
        await using var discord = await TestDiscord.StartAsync();
        using var bot = await ScriptedBot.ConnectAsync(new Uri($"ws://{discord.Server.Address.Authority}/?v=10&encoding=json"));

        Assert.Equal(10, (await bot.NextAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task Payload_over_4096_bytes_is_closed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync();

        await bot.SendAsync($$"""{"op":1,"d":null,"pad":"{{new string('x', 4096)}}"}""");

        Assert.Equal(4002, await bot.ClosedAsync());
    }

    [Fact]
    public async Task Second_Identify_is_closed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await bot.IdentifyAsync();

        Assert.Equal(4005, await bot.ClosedAsync());
    }

    [Theory]
    [InlineData("?v=8&encoding=json", 4012)]
    [InlineData("?v=10&encoding=etf", 4002)]
    [InlineData("?v=10&encoding=json&compress=brotli", 4002)]
    public async Task Unsupported_encoding_is_closed(string query, int code)
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync(query);

        Assert.Equal(code, await bot.ClosedAsync());
    }

    [Fact]
    public async Task Shard_without_the_guild_gets_no_events_of_it()
    {
        await using var discord = await TestDiscord.StartAsync();
        var its = (int)((ulong.Parse(Seed.GuildId, null) >> 22) % 2);
        var bot = await discord.ConnectAsync();
        await bot.NextAsync();

        await bot.IdentifyAsync(more: $""","shard":[{1 - its},2]""");
        var ready = await bot.EventAsync("READY");
        await discord.SendAsync("""{"content":"hi"}""");
        await bot.SendAsync("""{"op":1,"d":1}""");

        Assert.Equal("[]", ready["guilds"]!.ToJsonString());
        Assert.Equal(11, (await bot.NextAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task Identifies_count_down_the_session_start_limit()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.ReadyBotAsync();

        var reply = await discord.ApiAsync("GET", "gateway/bot");

        Assert.Equal("999", reply.Json["session_start_limit"]!["remaining"]!.ToString());
    }
}
