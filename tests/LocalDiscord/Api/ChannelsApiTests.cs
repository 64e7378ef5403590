using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class ChannelsApiTests
{
    [Fact]
    public async Task Deleted_channel_is_returned_and_gone()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_CHANNELS"]}""");

        var deleted = await discord.ApiAsync("DELETE", $"channels/{Seed.RulesChannelId}");
        var gone = await discord.ApiAsync("GET", $"channels/{Seed.RulesChannelId}");

        Assert.Equal((200, "rules", 404), (deleted.Status, deleted["name"], gone.Status));
    }

    [Fact]
    public async Task Direct_message_channel_is_opened_once()
    {
        await using var discord = await TestDiscord.StartAsync();

        var first = await OpenAsync(discord, Seed.MemberId);
        var again = await OpenAsync(discord, Seed.MemberId);

        Assert.Equal((200, "1", first["id"]), (first.Status, first["type"], again["id"]));
        Assert.Equal(Seed.MemberId, first.Json["recipients"]![0]!["id"]!.ToString());
    }

    [Theory]
    [InlineData(Seed.ApplicationId)]
    [InlineData("1")]
    public async Task Direct_messages_to_invalid_recipients_are_rejected(string user)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(50033, (await OpenAsync(discord, user)).Code);
    }

    [Fact]
    public async Task Direct_message_events_need_their_intent_and_have_no_guild()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync(intents: 1 | (1 << 12));
        var channel = (await OpenAsync(discord, Seed.MemberId))["id"];

        await discord.PageAsync("POST", $"channels/{channel}/messages", """{"as":"member","content":"hello"}""");
        var told = await bot.EventAsync("MESSAGE_CREATE");

        Assert.Equal(("hello", "1"), (told["content"]!.ToString(), told["channel_type"]!.ToString()));
        Assert.Null(told["guild_id"]);
    }

    [Fact]
    public async Task Direct_messages_are_visible_to_their_recipient_only()
    {
        await using var discord = await TestDiscord.StartAsync();
        var channel = (await OpenAsync(discord, Seed.MemberId))["id"];

        await discord.SendAsync("""{"content":"for one"}""", channel);

        Assert.Single((await discord.PageAsync("GET", $"channels/{channel}/messages?as=member")).Json.AsArray());
        Assert.Equal(400, (await discord.PageAsync("GET", $"channels/{channel}/messages?as=moderator")).Status);
    }

    [Fact]
    public async Task Direct_message_to_a_user_who_blocks_them_is_rejected()
    {
        await using var discord = await TestDiscord.StartAsync();
        var nils = (await OpenAsync(discord, Seed.ReservedMemberId))["id"];
        var mira = (await discord.PageAsync("POST", "direct-messages", """{"as":"member","accept":false}"""))["id"];

        var toNils = await discord.SendAsync("""{"content":"hi"}""", nils);
        var toMira = await discord.SendAsync("""{"content":"hi"}""", mira);

        Assert.Equal((403, 50007, 50007), (toNils.Status, toNils.Code, toMira.Code));
    }

    [Fact]
    public async Task Followers_get_a_copy_of_each_published_message()
    {
        await using var discord = await TestDiscord.StartAsync();
        var follow = await discord.PageAsync("POST", "channels/announcements/followers", $$"""{"as":"moderator","channel":"general"}""");
        var message = await discord.SendAsync("""{"content":"big news"}""", Seed.AnnouncementsChannelId);

        await discord.ApiAsync("POST", $"channels/{Seed.AnnouncementsChannelId}/messages/{message["id"]}/crosspost");
        var copy = (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json[0]!;

        Assert.Equal(
            ("big news", "2", follow["webhook_id"]),
            (copy["content"]!.ToString(), copy["flags"]!.ToString(), copy["webhook_id"]!.ToString()));
        Assert.Equal(message["id"], copy["message_reference"]!["message_id"]!.ToString());
        Assert.Equal("Harbour Gazette #announcements", copy["author"]!["username"]!.ToString());
    }

    [Fact]
    public async Task Edit_of_a_published_message_reaches_the_copies()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "channels/announcements/followers", """{"as":"moderator","channel":"general"}""");
        var sent = await discord.SendAsync("""{"content":"big news"}""", Seed.AnnouncementsChannelId);
        var path = $"channels/{Seed.AnnouncementsChannelId}/messages/{sent["id"]}";
        await discord.ApiAsync("POST", path + "/crosspost");

        await discord.ApiAsync("PATCH", path, """{"content":"bigger news"}""");
        var copies = (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray();

        Assert.Equal(("bigger news", "2"), (copies.Single()!["content"]!.ToString(), copies[0]!["flags"]!.ToString()));
    }

    [Fact]
    public async Task Copy_of_a_published_message_loses_its_components()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "channels/announcements/followers", """{"as":"moderator","channel":"general"}""");
        var sent = await discord.SendAsync(
            """{"flags":32768,"components":[{"type":10,"content":"big news"}]}""", Seed.AnnouncementsChannelId);
        var path = $"channels/{Seed.AnnouncementsChannelId}/messages/{sent["id"]}";

        await discord.ApiAsync("POST", path + "/crosspost");
        var copy = await CopyAsync(discord);
        await discord.ApiAsync("PATCH", path, """{"flags":32768,"components":[{"type":10,"content":"bigger news"}]}""");
        var edited = await CopyAsync(discord);

        Assert.Equal(("", "[]", "2"), copy);
        Assert.Equal(copy, edited);
    }

    [Fact]
    public async Task Copy_of_a_published_embed_loses_only_its_buttons()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "channels/announcements/followers", """{"as":"moderator","channel":"general"}""");
        var sent = await discord.SendAsync(
            """
            {"content":"big news","components":[{"type":1,"components":[{"type":2,"style":5,"label":"Read","url":"https://example.org"}]}]}
            """,
            Seed.AnnouncementsChannelId);

        await discord.ApiAsync("POST", $"channels/{Seed.AnnouncementsChannelId}/messages/{sent["id"]}/crosspost");

        Assert.Equal(("big news", "[]", "2"), await CopyAsync(discord));
    }

    [Fact]
    public async Task Deleted_original_leaves_a_note_in_its_copies()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "channels/announcements/followers", """{"as":"moderator","channel":"general"}""");
        var sent = await discord.SendAsync("""{"embeds":[{"title":"big news"}]}""", Seed.AnnouncementsChannelId);
        var path = $"channels/{Seed.AnnouncementsChannelId}/messages/{sent["id"]}";
        await discord.ApiAsync("POST", path + "/crosspost");

        await discord.ApiAsync("DELETE", path);
        var copy = (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json[0]!;

        Assert.Equal(("[Original Message Deleted]", "[]", "10"),
            (copy["content"]!.ToString(), copy["embeds"]!.ToJsonString(), copy["flags"]!.ToString()));
    }

    [Fact]
    public async Task Fourth_edit_of_a_published_message_in_an_hour_is_rate_limited_and_others_are_not()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        var published = await discord.SendAsync("""{"content":"0"}""", Seed.AnnouncementsChannelId);
        var other = await discord.SendAsync("""{"content":"0"}""", Seed.AnnouncementsChannelId);
        await discord.ApiAsync("POST", $"channels/{Seed.AnnouncementsChannelId}/messages/{published["id"]}/crosspost");

        var (edits, others) = (new List<Reply>(), new List<Reply>());
        for (var i = 1; i <= 4; i++)
        {
            edits.Add(await EditAsync(published, i));
            others.Add(await EditAsync(other, i));
            discord.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal([200, 200, 200, 429], edits.Select(edit => edit.Status));
        Assert.Equal(("20028", "2700", "shared", "1"),
            (edits[^1]["code"], edits[^1]["retry_after"], edits[^1].Headers["X-RateLimit-Scope"], edits[^1].Headers["Retry-After"]));
        Assert.All(others, edit => Assert.Equal(200, edit.Status));
        discord.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(200, (await EditAsync(published, 5)).Status);

        Task<Reply> EditAsync(Reply message, int text) => discord.ApiAsync(
            "PATCH", $"channels/{Seed.AnnouncementsChannelId}/messages/{message["id"]}", $$"""{"content":"{{text}}"}""");
    }

    [Fact]
    public async Task Following_ends_with_its_webhook_and_the_copies_stay()
    {
        await using var discord = await TestDiscord.StartAsync();
        var follow = await discord.PageAsync("POST", "channels/announcements/followers", """{"as":"moderator","channel":"general"}""");
        await PublishAsync(discord, "one");

        var refused = await discord.ApiAsync("DELETE", $"webhooks/{follow["webhook_id"]}");
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["MANAGE_WEBHOOKS"]}""");
        var deleted = await discord.ApiAsync("DELETE", $"webhooks/{follow["webhook_id"]}");
        var twice = await discord.ApiAsync("DELETE", $"webhooks/{follow["webhook_id"]}");
        await PublishAsync(discord, "two");

        var copies = (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray();
        Assert.Equal((50013, 204, 10015), (refused.Code, deleted.Status, twice.Code));
        Assert.Equal(["one"], copies.Select(copy => copy!["content"]!.ToString()));
        Assert.Empty((await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/webhooks")).Json.AsArray());
    }

    static async Task PublishAsync(TestDiscord discord, string content)
    {
        var sent = await discord.SendAsync($$"""{"content":"{{content}}"}""", Seed.AnnouncementsChannelId);
        await discord.ApiAsync("POST", $"channels/{Seed.AnnouncementsChannelId}/messages/{sent["id"]}/crosspost");
    }

    [Fact]
    public async Task Following_needs_Manage_Webhooks_in_the_target_channel()
    {
        await using var discord = await TestDiscord.StartAsync();
        const string path = $"channels/{Seed.AnnouncementsChannelId}/followers";
        const string body = $$"""{"webhook_channel_id":"{{Seed.GeneralChannelId}}"}""";

        var refused = await discord.ApiAsync("POST", path, body);
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["MANAGE_WEBHOOKS"]}""");
        var allowed = await discord.ApiAsync("POST", path, body);

        Assert.Equal((50013, 200, Seed.AnnouncementsChannelId), (refused.Code, allowed.Status, allowed["channel_id"]));
    }

    [Fact]
    public async Task Eleventh_crosspost_of_an_hour_is_rate_limited_without_a_warning_in_the_headers()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        var replies = new List<Reply>();
        for (var i = 0; i < 11; i++)
        {
            var message = await discord.SendAsync("""{"content":"news"}""", Seed.AnnouncementsChannelId);
            replies.Add(await discord.ApiAsync("POST", $"channels/{Seed.AnnouncementsChannelId}/messages/{message["id"]}/crosspost"));
            discord.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        var refused = replies[^1];

        Assert.All(replies.Take(10), reply => Assert.Equal((200, "5"), (reply.Status, reply.Headers["X-RateLimit-Limit"])));
        Assert.Equal((429, "shared", "1"), (refused.Status, refused.Headers["X-RateLimit-Scope"], refused.Headers["Retry-After"]));
        Assert.Equal(("3550", "20028"), (refused["retry_after"], refused["code"]));
    }

    [Fact]
    public async Task Deleting_a_channel_deletes_its_threads()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = (await discord.ApiAsync("POST", $"channels/{Seed.GeneralChannelId}/threads", """{"name":"talk","type":11}"""))["id"];
        var bot = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "faults", """{"channel":"general","delete":true}""");

        Assert.Equal(thread, (await bot.EventAsync("THREAD_DELETE"))["id"]!.ToString());
        Assert.Equal(Seed.GeneralChannelId, (await bot.EventAsync("CHANNEL_DELETE"))["id"]!.ToString());
        Assert.Equal(10003, (await discord.SendAsync("""{"content":"hi"}""")).Code);
    }

    [Theory]
    [InlineData("SEND_MESSAGES", 50013)]
    [InlineData("VIEW_CHANNEL", 50001)]
    public async Task Bot_gets_an_event_when_it_loses_a_permission(string permission, int code)
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "faults", $$"""{"channel":"news","deny":["{{permission}}"]}""");

        Assert.Equal(Seed.NewsChannelId, (await bot.EventAsync("CHANNEL_UPDATE"))["id"]!.ToString());
        Assert.Equal(code, (await discord.SendAsync("""{"content":"hi"}""", Seed.NewsChannelId)).Code);
    }

    static Task<Reply> OpenAsync(TestDiscord discord, string user) =>
        discord.ApiAsync("POST", "users/@me/channels", $$"""{"recipient_id":"{{user}}"}""");

    static async Task<(string Content, string Components, string Flags)> CopyAsync(TestDiscord discord)
    {
        var copy = (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json[0]!;
        return (copy["content"]!.ToString(), copy["components"]!.ToJsonString(), copy["flags"]!.ToString());
    }
}
