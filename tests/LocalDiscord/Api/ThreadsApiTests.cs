using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class ThreadsApiTests
{
    const string Threads = $"channels/{Seed.GeneralChannelId}/threads";
    const string Posts = $"channels/{Seed.ForumChannelId}/threads";

    [Fact]
    public async Task Thread_from_a_message_has_the_id_of_the_message()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        var message = await discord.SendAsync("""{"content":"hi"}""");

        var thread = await discord.ApiAsync(
            "POST", $"channels/{Seed.GeneralChannelId}/messages/{message["id"]}/threads", """{"name":"talk"}""");

        Assert.Equal((201, message["id"], "11", Seed.GeneralChannelId), (thread.Status, thread["id"], thread["type"], thread["parent_id"]));
        await bot.EventAsync("MESSAGE_CREATE");
        Assert.True((await bot.EventAsync("THREAD_CREATE"))["newly_created"]!.GetValue<bool>());
        Assert.Equal(32, (await bot.EventAsync("MESSAGE_UPDATE"))["flags"]!.GetValue<int>());
        Assert.Equal(21, (await bot.EventAsync("MESSAGE_CREATE"))["type"]!.GetValue<int>());
    }

    [Fact]
    public async Task Thread_starter_message_is_not_counted_and_cannot_be_edited_or_deleted()
    {
        await using var discord = await TestDiscord.StartAsync();
        var message = await discord.SendAsync("""{"content":"hi"}""");
        var thread = (await discord.ApiAsync(
            "POST", $"channels/{Seed.GeneralChannelId}/messages/{message["id"]}/threads", """{"name":"talk"}"""))["id"];

        var starter = (await discord.ApiAsync("GET", $"channels/{thread}/messages")).Json.AsArray().Single()!;

        Assert.Equal(
            ("21", "", "hi"),
            (starter["type"]!.ToString(), starter["content"]!.ToString(), starter["referenced_message"]!["content"]!.ToString()));
        Assert.Equal(
            (Seed.GeneralChannelId, message["id"]),
            (starter["message_reference"]!["channel_id"]!.ToString(), starter["message_reference"]!["message_id"]!.ToString()));
        Assert.Equal("0", (await discord.ApiAsync("GET", $"channels/{thread}"))["message_count"]);
        Assert.Equal(50021, (await discord.ApiAsync("PATCH", $"channels/{thread}/messages/{starter["id"]}", """{"content":"ho"}""")).Code);
        Assert.Equal(50021, (await discord.ApiAsync("DELETE", $"channels/{thread}/messages/{starter["id"]}")).Code);
    }

    [Fact]
    public async Task Message_can_have_only_one_thread()
    {
        await using var discord = await TestDiscord.StartAsync();
        var path = $"channels/{Seed.GeneralChannelId}/messages/{(await discord.SendAsync("""{"content":"hi"}"""))["id"]}/threads";
        await discord.ApiAsync("POST", path, """{"name":"talk"}""");

        Assert.Equal(160004, (await discord.ApiAsync("POST", path, """{"name":"talk"}""")).Code);
    }

    [Theory]
    [InlineData("""{"name":"talk","type":11}""", 201)]
    [InlineData("""{"name":"talk"}""", 403)]
    [InlineData("""{"name":"talk","type":10}""", 400)]
    [InlineData("""{"name":"","type":11}""", 400)]
    [InlineData("""{"name":"talk","type":11,"auto_archive_duration":61}""", 400)]
    [InlineData("""{"name":"talk","type":11,"auto_archive_duration":null}""", 201)]
    public async Task Thread_without_a_message_is_private_by_default(string body, int status)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(status, (await discord.ApiAsync("POST", Threads, body)).Status);
    }

    [Fact]
    public async Task Forum_post_is_a_thread_with_a_first_message()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        var post = await discord.ApiAsync(
            "POST", Posts, $$$"""{"name":"Headline","applied_tags":["{{{Seed.WorldTagId}}}"],"message":{"content":"Summary"}}""");

        Assert.Equal(
            (201, post["id"], "Summary"),
            (post.Status, post.Json["message"]!["id"]!.ToString(), post.Json["message"]!["content"]!.ToString()));
        Assert.Equal([Seed.WorldTagId], post.Json["applied_tags"]!.AsArray().Select(tag => tag!.ToString()));
        Assert.Equal("0", post["message_count"]);
        await bot.EventAsync("THREAD_CREATE");
        Assert.Equal(post["id"], (await bot.EventAsync("MESSAGE_CREATE"))["channel_id"]!.ToString());
    }

    [Theory]
    [InlineData("""{"name":"Headline","applied_tags":["1"],"message":{"content":"Summary"}}""", "applied_tags.0 INVALID_FORUM_TAG")]
    [InlineData("""{"name":"Headline"}""", "message BASE_TYPE_REQUIRED")]
    public async Task Invalid_forum_post_is_rejected_with_the_field(string body, string problem)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal([problem], (await discord.ApiAsync("POST", Posts, body)).Problems);
    }

    [Fact]
    public async Task Forum_can_require_a_tag()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"channel":"stories","allow":["MANAGE_CHANNELS"]}""");
        await discord.ApiAsync("PATCH", $"channels/{Seed.ForumChannelId}", """{"flags":16}""");

        Assert.Equal(40067, (await discord.ApiAsync("POST", Posts, """{"name":"Headline","message":{"content":"Summary"}}""")).Code);
    }

    [Fact]
    public async Task Writing_in_an_archived_thread_unarchives_it()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = (await discord.ApiAsync("POST", Threads, """{"name":"talk","type":11}"""))["id"];
        await discord.ApiAsync("PATCH", $"channels/{thread}", """{"archived":true}""");
        var bot = await discord.ReadyBotAsync();

        await discord.SendAsync("""{"content":"hi"}""", thread);

        Assert.False((await bot.EventAsync("THREAD_UPDATE"))["thread_metadata"]!["archived"]!.GetValue<bool>());
        await bot.EventAsync("THREAD_MEMBER_UPDATE");
        await bot.EventAsync("MESSAGE_CREATE");
        Assert.Equal("1", (await discord.ApiAsync("GET", $"channels/{thread}"))["message_count"]);
    }

    [Fact]
    public async Task Messages_in_an_archived_thread_cannot_be_edited()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = (await discord.ApiAsync("POST", Threads, """{"name":"talk","type":11}"""))["id"];
        var message = (await discord.SendAsync("""{"content":"hi"}""", thread))["id"];
        await discord.ApiAsync("PATCH", $"channels/{thread}", """{"archived":true}""");

        Assert.Equal(50083, (await discord.ApiAsync("PATCH", $"channels/{thread}/messages/{message}", """{"content":"ho"}""")).Code);
        Assert.Equal(50083, (await discord.ApiAsync("PATCH", $"channels/{thread}", """{"name":"other"}""")).Code);
        Assert.Equal(200, (await discord.ApiAsync("PATCH", $"channels/{thread}", """{"archived":false}""")).Status);
    }

    [Fact]
    public async Task Only_moderators_can_lock_a_thread()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = (await discord.ApiAsync("POST", Threads, """{"name":"talk","type":11}"""))["id"];
        var refused = await discord.ApiAsync("PATCH", $"channels/{thread}", """{"locked":true}""");
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["MANAGE_THREADS"]}""");

        var locked = await discord.ApiAsync("PATCH", $"channels/{thread}", """{"locked":true}""");
        await discord.PageAsync("POST", "faults", """{"channel":"general","deny":["MANAGE_THREADS"]}""");

        Assert.Equal((403, 200), (refused.Status, locked.Status));
        Assert.Equal(160005, (await discord.SendAsync("""{"content":"hi"}""", thread)).Code);
    }

    [Fact]
    public async Task Writing_in_threads_needs_its_own_permission()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = (await discord.ApiAsync("POST", Threads, """{"name":"talk","type":11}"""))["id"];

        await discord.PageAsync("POST", "faults", """{"channel":"general","deny":["SEND_MESSAGES"]}""");
        var still = await discord.SendAsync("""{"content":"hi"}""", thread);
        await discord.PageAsync("POST", "faults", """{"channel":"general","deny":["SEND_MESSAGES_IN_THREADS"]}""");
        var no = await discord.SendAsync("""{"content":"hi"}""", thread);

        Assert.Equal((200, 403, 50013), (still.Status, no.Status, no.Code));
    }

    [Fact]
    public async Task Active_and_archived_threads_are_listed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var asleep = (await discord.ApiAsync("POST", Threads, """{"name":"asleep","type":11}"""))["id"];
        var awake = (await discord.ApiAsync("POST", Threads, """{"name":"awake","type":11}"""))["id"];
        await discord.ApiAsync("PATCH", $"channels/{asleep}", """{"archived":true}""");

        var active = await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}/threads/active");
        var archived = await discord.ApiAsync("GET", Threads + "/archived/public");

        Assert.Equal([awake], active.Json["threads"]!.AsArray().Select(thread => thread!["id"]!.ToString()));
        Assert.Equal([asleep], archived.Json["threads"]!.AsArray().Select(thread => thread!["id"]!.ToString()));
    }

    [Fact]
    public async Task Inactive_thread_is_archived()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = (await discord.ApiAsync("POST", Threads, """{"name":"talk","type":11,"auto_archive_duration":60}"""))["id"];
        discord.Clock.Advance(TimeSpan.FromMinutes(30));
        await discord.SendAsync("""{"content":"hi"}""", thread);

        discord.Clock.Advance(TimeSpan.FromMinutes(59));
        var awake = await discord.ApiAsync("GET", $"channels/{thread}");
        discord.Clock.Advance(TimeSpan.FromMinutes(1));
        var asleep = await discord.ApiAsync("GET", $"channels/{thread}");

        Assert.Equal(
            ("false", "true"),
            (awake.Json["thread_metadata"]!["archived"]!.ToString(), asleep.Json["thread_metadata"]!["archived"]!.ToString()));
    }

    [Fact]
    public async Task Bot_can_join_and_leave_a_thread()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = (await discord.ApiAsync("POST", Threads, """{"name":"talk","type":11}"""))["id"];

        var left = await discord.ApiAsync("DELETE", $"channels/{thread}/thread-members/%40me");
        var without = await discord.ApiAsync("GET", $"channels/{thread}");
        var joined = await discord.ApiAsync("PUT", $"channels/{thread}/thread-members/@me");
        var with = await discord.ApiAsync("GET", $"channels/{thread}");

        Assert.Equal((204, "0", "null"), (left.Status, without["member_count"], without["member"]));
        Assert.Equal((204, "1", Seed.ApplicationId), (joined.Status, with["member_count"], with.Json["member"]!["user_id"]!.ToString()));
    }

    [Fact]
    public async Task Threads_and_their_messages_survive_a_restart()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        string thread;
        await using (var before = await TestDiscord.StartAsync(stateFile: file))
        {
            thread = (await before.ApiAsync("POST", Threads, """{"name":"talk","type":11}"""))["id"];
            await before.SendAsync("""{"content":"hi"}""", thread);
        }

        await using var discord = await TestDiscord.StartAsync(stateFile: file);

        Assert.Equal("talk", (await discord.ApiAsync("GET", $"channels/{thread}"))["name"]);
        Assert.Equal("hi", (await discord.ApiAsync("GET", $"channels/{thread}/messages")).Json[0]!["content"]!.ToString());
    }
}
