using System.IO.Compression;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Gateway;

public sealed class EventTests
{
    [Fact]
    public async Task Message_event_has_guild_member_and_nonce()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await discord.SendAsync("""{"content":"hi","nonce":"n-1"}""");
        var created = await bot.EventAsync("MESSAGE_CREATE");

        Assert.Equal(
            (Seed.GuildId, "n-1", "hi"), (created["guild_id"]!.ToString(), created["nonce"]!.ToString(), created["content"]!.ToString()));
        Assert.Null(created["member"]!["user"]);
    }

    [Fact]
    public async Task Edit_and_delete_events_are_sent_in_order()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        var path = $"channels/{Seed.GeneralChannelId}/messages/{(await discord.SendAsync("""{"content":"hi"}"""))["id"]}";

        await discord.ApiAsync("PATCH", path, """{"content":"ho"}""");
        await discord.ApiAsync("DELETE", path);

        await bot.EventAsync("MESSAGE_CREATE");
        Assert.Equal("ho", (await bot.EventAsync("MESSAGE_UPDATE"))["content"]!.ToString());
        Assert.Equal(["id", "channel_id", "guild_id"], (await bot.EventAsync("MESSAGE_DELETE")).AsObject().Select(field => field.Key));
        Assert.Equal(5, bot.Sequence);
    }

    [Fact]
    public async Task Message_events_need_their_intent()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync(intents: 1);

        await discord.SendAsync("""{"content":"hi"}""");

        await AssertNothingMoreAsync(bot);
    }

    [Fact]
    public async Task Bot_gets_no_events_of_channels_that_it_cannot_see()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "channels/archive/messages", """{"as":"member","content":"secret"}""");

        await AssertNothingMoreAsync(bot);
    }

    [Theory]
    [InlineData("good morning", "")]
    [InlineData($"<@{Seed.ApplicationId}> good morning", $"<@{Seed.ApplicationId}> good morning")]
    public async Task Messages_of_others_have_no_content_unless_they_mention_the_bot(string content, string seen)
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "channels/general/messages", $$"""{"as":"member","content":"{{content}}"}""");

        Assert.Equal(seen, (await bot.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
    }

    [Fact]
    public async Task All_sessions_get_the_same_events()
    {
        await using var discord = await TestDiscord.StartAsync();
        var one = await discord.ReadyBotAsync();
        var other = await discord.ReadyBotAsync();

        await discord.SendAsync("""{"content":"hi"}""");

        Assert.True(JsonNode.DeepEquals(await one.EventAsync("MESSAGE_CREATE"), await other.EventAsync("MESSAGE_CREATE")));
    }

    [Fact]
    public async Task Compressed_connection_is_one_zlib_stream()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync("?v=10&encoding=json&compress=zlib-stream");
        var compressed = new MemoryStream();
        await using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);

        var hello = await NextAsync();
        await bot.IdentifyAsync();
        var ready = await NextAsync();

        Assert.Equal(("10", "READY"), (hello["op"]!.ToString(), ready["t"]!.ToString()));

        async Task<JsonNode> NextAsync()
        {
            var bytes = await bot.NextBytesAsync();
            Assert.Equal([0, 0, 0xFF, 0xFF], bytes.Span[^4..].ToArray());
            compressed.SetLength(0);
            compressed.Write(bytes.Span);
            compressed.Position = 0;
            var buffer = new byte[1 << 16];
            var length = await zlib.ReadAtLeastAsync(
                buffer, buffer.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
            return JsonNode.Parse(buffer.AsSpan(0, length))!;
        }
    }

    [Fact]
    public async Task Connection_can_be_one_zstd_stream()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync("?v=10&encoding=json&compress=zstd-stream");
        var compressed = new MemoryStream();
        await using var zstd = new ZstdSharp.DecompressionStream(compressed, checkEndOfStream: false);

        var hello = await NextAsync();
        await bot.IdentifyAsync();
        var ready = await NextAsync();

        Assert.Equal(("10", "READY"), (hello["op"]!.ToString(), ready["t"]!.ToString()));

        async Task<JsonNode> NextAsync()
        {
            compressed.SetLength(0);
            compressed.Write((await bot.NextBytesAsync()).Span);
            compressed.Position = 0;
            var buffer = new byte[1 << 16];
            var length = await zstd.ReadAtLeastAsync(
                buffer, buffer.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
            return JsonNode.Parse(buffer.AsSpan(0, length))!;
        }
    }

    [Fact]
    public async Task Ephemeral_messages_arrive_like_direct_messages()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 513);
        var direct = await discord.ReadyBotAsync(intents: 1 | (1 << 12));

        await discord.ExchangeAsync(bot, """{"command":"/latest"}""", """{"type":4,"data":{"content":"psst","flags":64}}""");

        await direct.EventAsync("INTERACTION_CREATE");
        var message = await direct.EventAsync("MESSAGE_CREATE");
        Assert.Equal("psst", message["content"]!.ToString());
        Assert.Null(message["guild_id"] ?? message["member"]);
        await AssertNothingMoreAsync(bot);
    }

    [Fact]
    public async Task Typing_is_sent_to_bots_with_its_intent()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync(intents: 1 | (1 << 11));

        await discord.ApiAsync("POST", $"channels/{Seed.GeneralChannelId}/typing");

        var typing = await bot.EventAsync("TYPING_START");
        Assert.Equal(Seed.ApplicationId, typing["member"]!["user"]!["id"]!.ToString());
        Assert.Equal(
            (Seed.GeneralChannelId, Seed.ApplicationId, 1785931200, Seed.GuildId),
            ((string?)typing["channel_id"], (string?)typing["user_id"], (long)typing["timestamp"]!, (string?)typing["guild_id"]));
    }

    [Fact]
    public async Task New_follower_is_a_webhook()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_WEBHOOKS"]}""");
        var bot = await discord.ReadyBotAsync(intents: 1 | (1 << 5));

        for (var i = 0; i < 2; i++)
        {
            await discord.ApiAsync(
                "POST", $"channels/{Seed.AnnouncementsChannelId}/followers", $$"""{"webhook_channel_id":"{{Seed.GeneralChannelId}}"}""");
        }

        Assert.Equal(
            $$"""{"guild_id":"{{Seed.GuildId}}","channel_id":"{{Seed.GeneralChannelId}}"}""",
            (await bot.EventAsync("WEBHOOKS_UPDATE")).ToJsonString());
        await AssertNothingMoreAsync(bot);
    }

    [Theory]
    [InlineData(1L << 12, true)]
    [InlineData(1L, false)]
    public async Task Pins_in_direct_messages_have_the_intent_of_those(long intents, bool isSent)
    {
        await using var discord = await TestDiscord.StartAsync();
        var channel = (await discord.ApiAsync("POST", "users/@me/channels", $$"""{"recipient_id":"{{Seed.MemberId}}"}"""))["id"];
        var message = (await discord.SendAsync("""{"content":"hi"}""", channel))["id"];
        var bot = await discord.ReadyBotAsync(intents);

        await discord.ApiAsync("PUT", $"channels/{channel}/messages/pins/{message}");

        if (isSent)
        {
            await bot.EventAsync("MESSAGE_UPDATE");
            Assert.Null((await bot.EventAsync("CHANNEL_PINS_UPDATE"))["guild_id"]);
        }

        await AssertNothingMoreAsync(bot);
    }

    static async Task AssertNothingMoreAsync(ScriptedBot bot)
    {
        await bot.SendAsync("""{"op":1,"d":null}""");
        Assert.Equal(11, (await bot.NextAsync())["op"]!.GetValue<int>());
    }
}
