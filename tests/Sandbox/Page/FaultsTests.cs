namespace Sandbox.Tests.Page;

public sealed class FaultsTests
{
    [Fact]
    public async Task A_dropped_bot_resumes_where_it_was()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var lost = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "faults", """{"gateway":"drop"}""");
        await discord.SendAsync("""{"content":"missed"}""");
        var bot = await discord.ConnectAsync();
        await bot.NextAsync();
        await bot.ResumeAsync(lost.SessionId, lost.Sequence);

        Assert.Equal("missed", (await bot.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
    }

    [Theory]
    [InlineData("heartbeat", """{"op":1,"d":null,"s":null,"t":null}""")]
    [InlineData("reconnect", """{"op":7,"d":null,"s":null,"t":null}""")]
    [InlineData("invalidate", """{"op":9,"d":false,"s":null,"t":null}""")]
    public async Task The_gateway_says_what_it_is_told_to(string fault, string frame)
    {
        await using var discord = await LocalDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "faults", $$"""{"gateway":"{{fault}}"}""");

        Assert.Equal(frame, (await bot.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task A_request_fails_as_often_as_it_was_asked_to()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"api":"create-message","status":502,"times":2}""");

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
            statuses.Add((await discord.SendAsync("""{"content":"hi"}""")).Status);

        Assert.Equal([502, 502, 200], statuses);
        Assert.Single((await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_message_that_its_nonce_finds()
    {
        await using var discord = await LocalDiscord.StartAsync();
        const string body = """{"content":"once","nonce":"d-1","enforce_nonce":true}""";
        await discord.PageAsync("POST", "faults", """{"api":"create-message","after":true}""");

        var lost = await discord.SendAsync(body);
        await discord.SendAsync(body);

        Assert.Equal(500, lost.Status);
        Assert.Single((await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray());
    }

    [Theory]
    [InlineData("user", "3", "user", null, """{"message":"You are being rate limited.","retry_after":2.5,"global":false,"code":0}""")]
    [InlineData("global", "3", "global", "true", """{"message":"You are being rate limited.","retry_after":2.5,"global":true,"code":0}""")]
    [InlineData("shared", "1", "shared", null, """{"message":"The resource is being rate limited.","retry_after":2.5,"global":false,"code":20028}""")]
    [InlineData("proxy", "3", null, null, "error code: 1015")]
    public async Task Too_many_requests_come_in_four_kinds(string scope, string retryAfter, string? scopeHeader, string? global, string body)
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", $$"""{"api":"create-message","status":429,"scope":"{{scope}}","retry_after":2.5}""");

        var reply = await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal((429, retryAfter, body), (reply.Status, reply.Headers["Retry-After"], reply.Text));
        Assert.Equal((scopeHeader, global), (reply.Headers.GetValueOrDefault("X-RateLimit-Scope"), reply.Headers.GetValueOrDefault("X-RateLimit-Global")));
    }

    [Fact]
    public async Task A_slow_answer_comes_when_its_time_has_come()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"api":"create-message","delay":30}""");

        var slow = discord.SendAsync("""{"content":"hi"}""");
        Assert.Equal(200, (await discord.ApiAsync("GET", "users/@me")).Status);
        Assert.False(slow.IsCompleted);
        // The clock may be moved before the server looks at it: then it is moved once more.
        do
            discord.Clock.Advance(TimeSpan.FromSeconds(30));
        while (await Task.WhenAny(slow, discord.ApiAsync("GET", "users/@me")) != slow);

        Assert.Equal(200, (await slow).Status);
    }

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 1)]
    public async Task A_broken_connection_gives_no_answer(string after, int messages)
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", $$"""{"api":"create-message","drop":true,"after":{{after}}}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => discord.SendAsync("""{"content":"hi"}"""));

        Assert.Equal(messages, (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray().Count);
    }

    [Fact]
    public async Task A_session_may_be_invalid_and_yet_resumable()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "faults", """{"gateway":"invalidate","resumable":true}""");
        await bot.NextAsync();
        var resumed = await discord.ConnectAsync();
        await resumed.NextAsync();
        await resumed.ResumeAsync(bot.SessionId, bot.Sequence);

        await resumed.EventAsync("RESUMED");
    }

    [Fact]
    public async Task A_heartbeat_may_stay_without_an_answer()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "faults", """{"gateway":"silence"}""");

        await bot.SendAsync("""{"op":1,"d":null}""");
        await bot.SendAsync("""{"op":1,"d":null}""");
        await bot.NextAsync();
        await discord.SendAsync("""{"content":"hi"}""");

        await bot.EventAsync("MESSAGE_CREATE");
    }

    [Fact]
    public async Task Events_may_come_twice()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "faults", """{"gateway":"duplicate"}""");

        await discord.SendAsync("""{"content":"1"}""");
        await discord.SendAsync("""{"content":"2"}""");

        Assert.Equal(["1", "1", "2"], await ContentsAsync(bot, 3));
    }

    [Fact]
    public async Task Events_may_come_in_another_order()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "faults", """{"gateway":"reorder"}""");

        for (var i = 1; i <= 3; i++)
            await discord.SendAsync($$"""{"content":"{{i}}"}""");

        Assert.Equal(["2", "1", "3"], await ContentsAsync(bot, 3));
    }

    [Theory]
    [InlineData("{}", "Say what shall fail: gateway, api, channel or role.")]
    [InlineData("""{"api":"nothing"}""", "There is no \"nothing\". Known: gateway, self, user, commands, guild, channel, read-messages, create-message, edit-message, delete-message, crosspost, thread, direct-message, reaction, pin, interaction-callback, webhook, any.")]
    [InlineData("""{"role":"Harbour master","allow":["MANAGE_ROLES"]}""", "There is no role \"Harbour master\".")]
    [InlineData("""{"role":"News Desk"}""", "Say what shall happen to the role: deny or allow.")]
    [InlineData("""{"role":"News Desk","deny":["SING"]}""", "There is no permission \"SING\". Write it as Discord's documentation does: SEND_MESSAGES.")]
    [InlineData("""{"api":"self","status":404}""", "A fault has a status of 429, or of 500 to 599.")]
    [InlineData("""{"api":"self","times":0}""", "A fault happens 1 to 1000 times.")]
    [InlineData("""{"api":"self","status":429,"scope":"mine"}""", "There is no scope \"mine\". Known: user, shared, global, proxy.")]
    [InlineData("""{"gateway":"strike"}""", "The gateway has no fault \"strike\". Known: drop, duplicate, heartbeat, invalidate, reconnect, reorder, silence.")]
    public async Task A_fault_that_does_not_exist_is_refused(string body, string error)
    {
        await using var discord = await LocalDiscord.StartAsync();

        Assert.Equal(error, (await discord.PageAsync("POST", "faults", body))["error"]);
    }

    [Fact]
    public async Task What_is_still_to_come_is_told()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "faults", """{"api":"create-message","status":502,"times":3}""");
        await discord.PageAsync("POST", "faults", """{"api":"any","drop":true}""");
        await discord.PageAsync("POST", "faults", """{"gateway":"silence","times":2}""");
        await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal("""[{"api":"create-message","status":502,"times":2},{"api":"any","drop":true,"times":1},{"gateway":"silence","times":2}]""",
            (await discord.PageAsync("GET", "faults")).Json.ToJsonString());
    }

    static async Task<IReadOnlyList<string>> ContentsAsync(ScriptedBot bot, int count)
    {
        var contents = new List<string>();
        for (var i = 0; i < count; i++)
            contents.Add((await bot.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
        return contents;
    }
}
