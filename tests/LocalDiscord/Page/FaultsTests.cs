using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Page;

public sealed class FaultsTests
{
    [Fact]
    public async Task Dropped_bot_can_resume()
    {
        await using var discord = await TestDiscord.StartAsync();
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
    public async Task Gateway_fault_sends_its_opcode(string fault, string frame)
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "faults", $$"""{"gateway":"{{fault}}"}""");

        Assert.Equal(frame, (await bot.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task Request_fails_as_many_times_as_planned()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"api":"create-message","status":502,"times":2}""");

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
            statuses.Add((await discord.SendAsync("""{"content":"hi"}""")).Status);

        Assert.Equal([502, 502, 200], statuses);
        Assert.Single((await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task Message_with_a_lost_response_is_found_by_its_nonce()
    {
        await using var discord = await TestDiscord.StartAsync();
        const string body = """{"content":"once","nonce":"d-1","enforce_nonce":true}""";
        await discord.PageAsync("POST", "faults", """{"api":"create-message","after":true}""");

        var lost = await discord.SendAsync(body);
        await discord.SendAsync(body);

        Assert.Equal(500, lost.Status);
        Assert.Single((await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray());
    }

    [Theory]
    [InlineData(
        "user", """{"message":"You are being rate limited.","retry_after":2.5,"global":false,"code":0}""",
        "Retry-After: 3; X-RateLimit-Limit: 5; X-RateLimit-Remaining: 0; X-RateLimit-Reset: 1785931202.500; "
        + "X-RateLimit-Reset-After: 2.500; X-RateLimit-Scope: user")]
    [InlineData(
        "global", """{"message":"You are being rate limited.","retry_after":2.5,"global":true,"code":0}""",
        "Retry-After: 3; X-RateLimit-Global: true; X-RateLimit-Scope: global")]
    [InlineData(
        "shared", """{"message":"The resource is being rate limited.","retry_after":2.5,"global":false,"code":20028}""",
        "Retry-After: 3; X-RateLimit-Limit: 5; X-RateLimit-Remaining: 4; X-RateLimit-Reset: 1785931205.000; "
        + "X-RateLimit-Reset-After: 5.000; X-RateLimit-Scope: shared")]
    public async Task Rate_limit_fault_has_the_documented_headers_of_its_scope(string scope, string body, string headers)
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        await discord.PageAsync("POST", "faults", $$"""{"api":"create-message","status":429,"scope":"{{scope}}","retry_after":2.5}""");

        var reply = await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal((429, body), (reply.Status, reply.Text));
        Assert.Equal(headers, LimitsOf(reply));
    }

    [Fact]
    public async Task Header_of_a_rate_limit_can_differ_from_its_body()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync(
            "POST", "faults",
            """{"api":"create-message","status":429,"scope":"shared","retry_after":2.5,"retry_after_header":1}""");

        var reply = await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal(("1", "2.5"), (reply.Headers["Retry-After"], reply["retry_after"]));
    }

    [Theory]
    [InlineData("""{"status":429,"body":"error code: 1015","content_type":"text/plain","headers":{"Retry-After":"3"}}""", "Retry-After: 3")]
    [InlineData("""{"status":429,"body":"<p>slow</p>"}""", "")]
    [InlineData("""{"status":403,"body":"<p>no</p>"}""", "")]
    public async Task Proxy_sends_none_of_the_rate_limit_headers(string fault, string headers)
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        await discord.PageAsync("POST", "faults", fault.Insert(1, "\"api\":\"create-message\","));

        Assert.Equal(headers, LimitsOf(await discord.SendAsync("""{"content":"hi"}""")));
    }

    [Fact]
    public async Task Error_of_Discord_has_the_rate_limit_headers()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        await discord.PageAsync("POST", "faults", """{"api":"create-message","status":403,"code":50013}""");

        Assert.Equal("4", (await discord.SendAsync("""{"content":"hi"}""")).Headers["X-RateLimit-Remaining"]);
    }

    [Theory]
    [InlineData("""{"status":403,"body":"<p>no</p>"}""", 403, "text/html", "<p>no</p>")]
    [InlineData("""{"status":401,"body":{"error":"login"}}""", 401, "application/json", """{"error":"login"}""")]
    [InlineData("""{"status":200,"body":"{\"id\":","content_type":"application/json"}""", 200, "application/json", """{"id":""")]
    [InlineData("""{"status":404,"body":"gone","content_type":"text/plain"}""", 404, "text/plain", "gone")]
    [InlineData("""{"status":200,"body":""}""", 200, null, "")]
    [InlineData("""{"status":204,"body":""}""", 204, null, "")]
    [InlineData("""{"status":403,"code":50013}""", 403, "application/json",
        """{"message":"403: A fault that was asked for","code":50013}""")]
    public async Task Somebody_else_can_answer_with_any_status_and_body(string fault, int status, string? contentType, string body)
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", fault.Insert(1, "\"api\":\"create-message\","));

        var reply = await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal((status, contentType, body), (reply.Status, reply.ContentType, reply.Text));
        Assert.Empty((await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task Somebody_else_can_send_headers()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync(
            "POST", "faults", """{"api":"create-message","status":307,"body":"","headers":{"X-Portal":"http://portal.example/"}}""");

        Assert.Equal("http://portal.example/", (await discord.SendAsync("""{"content":"hi"}""")).Headers["X-Portal"]);
    }

    [Fact]
    public async Task Request_can_be_carried_out_before_somebody_else_answers()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"api":"create-message","status":403,"body":"no","after":true}""");

        Assert.Equal(403, (await discord.SendAsync("""{"content":"hi"}""")).Status);
        Assert.Single((await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task Delayed_response_is_sent_after_the_delay()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"api":"create-message","delay":30}""");

        var slow = discord.SendAsync("""{"content":"hi"}""");
        Assert.Equal(200, (await discord.ApiAsync("GET", "users/@me")).Status);
        Assert.False(slow.IsCompleted);
        // If the clock moves before the server starts its delay, it has to move again.
        do
            discord.Clock.Advance(TimeSpan.FromSeconds(30));
        while (await Task.WhenAny(slow, discord.ApiAsync("GET", "users/@me")) != slow);

        Assert.Equal(200, (await slow).Status);
    }

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 1)]
    public async Task Dropped_connection_sends_no_response(string after, int messages)
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", $$"""{"api":"create-message","drop":true,"after":{{after}}}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => discord.SendAsync("""{"content":"hi"}"""));

        Assert.Equal(messages, (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray().Count);
    }

    [Fact]
    public async Task Invalid_session_can_be_resumable()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "faults", """{"gateway":"invalidate","resumable":true}""");
        await bot.NextAsync();
        var resumed = await discord.ConnectAsync();
        await resumed.NextAsync();
        await resumed.ResumeAsync(bot.SessionId, bot.Sequence);

        await resumed.EventAsync("RESUMED");
    }

    [Fact]
    public async Task Heartbeats_can_be_ignored()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "faults", """{"gateway":"silence"}""");

        await bot.SendAsync("""{"op":1,"d":null}""");
        await bot.SendAsync("""{"op":1,"d":null}""");
        await bot.NextAsync();
        await discord.SendAsync("""{"content":"hi"}""");

        await bot.EventAsync("MESSAGE_CREATE");
    }

    [Fact]
    public async Task Events_can_be_duplicated()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "faults", """{"gateway":"duplicate"}""");

        await discord.SendAsync("""{"content":"1"}""");
        await discord.SendAsync("""{"content":"2"}""");

        Assert.Equal(["1", "1", "2"], await ContentsAsync(bot, 3));
    }

    [Fact]
    public async Task Events_can_be_reordered()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "faults", """{"gateway":"reorder"}""");

        for (var i = 1; i <= 3; i++)
            await discord.SendAsync($$"""{"content":"{{i}}"}""");

        Assert.Equal(["2", "1", "3"], await ContentsAsync(bot, 3));
    }

    [Theory]
    [InlineData("{}", "Specify a target: gateway, api, channel, role or privileged_intents.")]
    [InlineData(
        """{"api":"nothing"}""",
        "There is no API target \"nothing\". Use one of gateway, self, user, commands, guild, channel, read-messages, create-message, "
        + "edit-message, delete-message, crosspost, thread, direct-message, reaction, pin, interaction-callback, webhook, any.")]
    [InlineData("""{"role":"Harbour master","allow":["MANAGE_ROLES"]}""", "There is no role \"Harbour master\".")]
    [InlineData("""{"role":"News Desk"}""", "Specify what happens to the role: deny or allow.")]
    [InlineData(
        """{"role":"News Desk","deny":["SING"]}""",
        "There is no permission \"SING\". Write it as in Discord's documentation, such as SEND_MESSAGES.")]
    [InlineData("""{"api":"self","status":600}""", "status must be a whole number from 200 to 599.")]
    [InlineData("""{"api":"self","status":"403"}""", "status must be a whole number from 200 to 599.")]
    [InlineData("""{"api":"self","status":200}""", "A status below 400 needs a body, which may be empty.")]
    [InlineData("""{"api":"self","status":204,"body":"x"}""", "A response with the status 204 has no body. Set body to \"\".")]
    [InlineData("""{"api":"self","status":403,"content_type":"text/html"}""",
        "content_type and headers need a body, which may be empty.")]
    [InlineData("""{"api":"self","status":403,"body":"x","headers":{"Content-Length":"5"}}""",
        "headers must be an object of names and texts, such as {\"Location\": \"http://portal.example/\"}.")]
    [InlineData("""{"api":"self","times":0}""", "times must be 1 to 1000.")]
    [InlineData("""{"api":"self","status":429,"scope":"mine"}""", 
        "There is no scope \"mine\". Use one of user, global, shared. A proxy's answer is a status with a body.")]
    [InlineData("""{"api":"self","status":429,"after":true}""",
        "Discord never carries out a request that gets a 429. Use after with another status.")]
    [InlineData("""{"api":"self","status":429,"headers":{}}""", "content_type and headers need a body, which may be empty.")]
    [InlineData(
        """{"gateway":"strike"}""",
        "The gateway has no fault \"strike\". Use one of drop, duplicate, heartbeat, invalidate, reconnect, reorder, silence.")]
    public async Task Unknown_fault_is_rejected(string body, string error)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(error, (await discord.PageAsync("POST", "faults", body))["error"]);
    }

    [Fact]
    public async Task Pending_faults_are_listed()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.ReadyBotAsync();
        await discord.PageAsync("POST", "faults", """{"api":"create-message","status":502,"times":3}""");
        await discord.PageAsync("POST", "faults", """{"api":"any","drop":true}""");
        await discord.PageAsync("POST", "faults", """{"gateway":"silence","times":2}""");
        await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal(
            """[{"api":"create-message","status":502,"times":2},{"api":"any","drop":true,"times":1},{"gateway":"silence","times":2}]""",
            (await discord.PageAsync("GET", "faults")).Json.ToJsonString());
    }

    /// <summary>All headers about rate limits, except the bucket's hash.</summary>
    static string LimitsOf(Reply reply) => string.Join("; ", reply.Headers
        .Where(header => header.Key == "Retry-After" || header.Key.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase))
        .Where(header => header.Key != "X-RateLimit-Bucket")
        .OrderBy(header => header.Key, StringComparer.Ordinal)
        .Select(header => $"{header.Key}: {header.Value}"));

    static async Task<IReadOnlyList<string>> ContentsAsync(ScriptedBot bot, int count)
    {
        var contents = new List<string>();
        for (var i = 0; i < count; i++)
            contents.Add((await bot.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
        return contents;
    }
}
