using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class DiscordRestTests
{
    static readonly Snowflake Channel = new(42);
    static readonly CreateMessage Post = new() { Content = "hi", Nonce = "d1", EnforceNonce = true };
    static readonly InteractionResponse Pong = new() { Type = InteractionResponseType.Pong };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_says_who_we_are_and_what_we_send()
    {
        await using var discord = await StartAsync(Answer(200, Posted));

        var message = await discord.Rest.CreateMessageAsync(Channel, Post, Ct);

        Assert.Equal(new Snowflake(100), message.Id);
        Assert.Equal(
            new("POST /api/v10/channels/42/messages", "Bot hush", "DiscordBot (https://github.com/news-desk/news-desk, 0.1)", "application/json",
                """{"content":"hi","nonce":"d1","enforce_nonce":true,"allowed_mentions":{"parse":[]}}"""),
            Assert.Single(discord.Requests));
    }

    [Fact]
    public async Task Interaction_routes_carry_their_own_right_and_not_the_bots()
    {
        await using var discord = await StartAsync(Answer(204), Answer(200, Posted), Answer(200, Posted));

        await discord.Rest.CreateInteractionResponseAsync(new(7), "tok", Pong, Ct);
        await discord.Rest.EditOriginalInteractionResponseAsync(new(1), "tok", new() { Content = "done" }, Ct);
        await discord.Rest.CreateFollowupMessageAsync(new(1), "tok", Post, Ct);

        Assert.Equal(
            [
                "POST /api/v10/interactions/7/tok/callback",
                "PATCH /api/v10/webhooks/1/tok/messages/@original",
                "POST /api/v10/webhooks/1/tok",
            ],
            discord.Requests.Select(request => request.Line));
        Assert.All(discord.Requests, request => Assert.Equal("", request.Authorization));
        Assert.DoesNotContain("nonce", discord.Requests[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_other_route_is_the_documentations()
    {
        await using var discord = await StartAsync(
            Answer(200, Posted), Answer(204), Answer(200, "[]"), Answer(200, "[]"), Answer(200, Posted), Answer(200, """{"id":"42","type":5}"""),
            Answer(200, """{"id":"3","name":"Demo"}"""), Answer(200, "[]"), Answer(200, """{"id":"1","name":"newsbot"}"""), Answer(200, "[]"), Answer(200, "[]"),
            Answer(200, """{"url":"wss://gateway.discord.gg/","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}"""));
        var rest = discord.Rest;

        await rest.EditMessageAsync(Channel, new(100), new() { Content = "" }, Ct);
        await rest.DeleteMessageAsync(Channel, new(100), Ct);
        await rest.GetChannelMessagesAsync(Channel, 50, null, Ct);
        await rest.GetChannelMessagesAsync(Channel, 50, new(100), Ct);
        await rest.GetChannelMessageAsync(Channel, new(100), Ct);
        var channel = await rest.GetChannelAsync(Channel, Ct);
        await rest.GetGuildAsync(new(3), Ct);
        await rest.GetGuildChannelsAsync(new(3), Ct);
        await rest.GetCurrentApplicationAsync(Ct);
        await rest.GetGlobalApplicationCommandsAsync(new(1), Ct);
        await rest.BulkOverwriteGlobalApplicationCommandsAsync(new(1), [new() { Name = "latest", Description = "The latest" }], Ct);
        var gateway = await rest.GetGatewayBotAsync(Ct);

        Assert.Equal(ChannelType.GuildAnnouncement, channel.Type);
        Assert.Equal(999, gateway.SessionStartLimit.Remaining);
        Assert.Equal("""[{"type":1,"name":"latest","description":"The latest"}]""", discord.Requests[10].Body);
        Assert.Equal(
            [
                "PATCH /api/v10/channels/42/messages/100",
                "DELETE /api/v10/channels/42/messages/100",
                "GET /api/v10/channels/42/messages?limit=50",
                "GET /api/v10/channels/42/messages?limit=50&before=100",
                "GET /api/v10/channels/42/messages/100",
                "GET /api/v10/channels/42",
                "GET /api/v10/guilds/3",
                "GET /api/v10/guilds/3/channels",
                "GET /api/v10/applications/@me",
                "GET /api/v10/applications/1/commands?with_localizations=true",
                "PUT /api/v10/applications/1/commands",
                "GET /api/v10/gateway/bot",
            ],
            discord.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task Waits_until_the_bucket_resets_instead_of_being_refused()
    {
        await using var discord = await StartAsync(
            Answer(200, Posted, ("X-RateLimit-Bucket", "b"), ("X-RateLimit-Limit", "1"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "4.5")),
            Answer(200, Posted));
        await discord.Rest.CreateMessageAsync(Channel, Post, Ct);

        var second = discord.Rest.CreateMessageAsync(Channel, Post, Ct);
        await discord.Clock.PassAsync(4.5);

        await second;
        discord.AssertAllAnswered();
    }

    [Theory]
    [InlineData("a route", 2.5, """{"message":"You are being rate limited.","retry_after":2.5,"global":false}""", "Retry-After: 2; X-RateLimit-Scope: user; X-RateLimit-Bucket: b")]
    [InlineData("all routes", 3, """{"message":"You are being rate limited.","retry_after":2.57,"global":true}""", "Retry-After: 3; X-RateLimit-Global: true; X-RateLimit-Scope: global")]
    [InlineData("a shared resource with the truth in the body", 36.5, """{"message":"The resource is being rate limited.","retry_after":36.5,"global":false,"code":20028}""", "Retry-After: 1; X-RateLimit-Scope: shared; X-RateLimit-Remaining: 9")]
    [InlineData("a proxy", 7, "<html>slow down</html>", "Retry-After: 7")]
    [InlineData("a proxy of few words", 5, "", "")]
    public async Task A_limit_of_any_kind_is_waited_for(string kind, double seconds, string body, string headers)
    {
        var named = headers.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(": ")).Select(pair => (pair[0], pair[1]));
        await using var discord = await StartAsync(Answer(429, body, [.. named]), Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(Channel, Post, Ct);
        await discord.Clock.PassAsync(seconds);

        Assert.Equal(new Snowflake(100), (await sending).Id);
        discord.AssertAllAnswered();
        Assert.Contains("rate limited", Assert.Single(discord.Log.Lines), StringComparison.Ordinal);
        Assert.NotEmpty(kind);
    }

    [Fact]
    public async Task A_limit_that_is_too_long_to_wait_for_is_left_to_the_caller()
    {
        await using var discord = await StartAsync(Answer(429, """{"message":"The resource is being rate limited.","retry_after":1336.57}""", ("X-RateLimit-Scope", "shared")));

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => discord.Rest.CreateMessageAsync(Channel, Post, Ct));

        Assert.Equal("POST /channels/42/messages: 429 Rate limited. Try again in 1337 s.", fault.Message);
        Assert.Equal(TimeSpan.FromSeconds(1336.57), fault.RetryAfter);
    }

    [Fact]
    public async Task Discords_own_faults_are_tried_again_after_a_while()
    {
        await using var discord = await StartAsync(Answer(500, """{"message":"Internal","code":0}"""), Answer(502), Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(Channel, Post, Ct);
        await discord.Clock.PassAsync(0.5, 1);
        await discord.Clock.PassAsync(1, 2);

        Assert.Equal(new Snowflake(100), (await sending).Id);
        discord.AssertAllAnswered();
    }

    [Fact]
    public async Task Gives_up_after_five_tries()
    {
        await using var discord = await StartAsync(Answer(503), Answer(503), Answer(503), Answer(503), Answer(503));

        var sending = discord.Rest.GetChannelAsync(Channel, Ct);
        for (var longest = 1; longest <= 8; longest *= 2)
            await discord.Clock.PassAsync(longest / 2.0, longest);

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => sending);
        Assert.Equal("GET /channels/42: 503 ServiceUnavailable.", fault.Message);
        discord.AssertAllAnswered();
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_when_the_nonce_is_enforced()
    {
        await using var discord = await StartAsync(Fault, Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(Channel, Post, Ct);
        await discord.Clock.PassAsync(0.5, 1);

        Assert.Equal(new Snowflake(100), (await sending).Id);
    }

    [Fact]
    public async Task A_lost_answer_without_a_nonce_is_not_because_that_could_post_twice()
    {
        await using var discord = await StartAsync(Fault, Answer(200, Posted));

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => discord.Rest.CreateMessageAsync(Channel, Post with { EnforceNonce = false }, Ct));

        Assert.StartsWith("POST /channels/42/messages: no answer from 127.0.0.1 (", fault.Message, StringComparison.Ordinal);
        Assert.Single(discord.Requests);
        await discord.Rest.CreateMessageAsync(Channel, Post, Ct);
    }

    [Fact]
    public async Task An_answer_to_an_interaction_is_given_up_when_it_is_too_late()
    {
        await using var discord = await StartAsync(Silence);

        var answering = discord.Rest.CreateInteractionResponseAsync(new(7), "tok", Pong, Ct);
        await discord.Clock.PassAsync(3);

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => answering);
        Assert.StartsWith("POST /interactions/7/…/callback: no answer", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_request_gives_its_turn_back()
    {
        using var cancel = new CancellationTokenSource();
        await using var discord = await StartAsync(
            async context =>
            {
                await cancel.CancelAsync();
                await Silence(context);
            },
            Answer(200, Posted));

        var cancelled = discord.Rest.CreateMessageAsync(Channel, Post, cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await discord.Rest.CreateMessageAsync(Channel, Post, Ct);
    }

    [Fact]
    public async Task No_secret_is_in_what_is_thrown_or_logged()
    {
        await using var discord = await StartAsync(Answer(500), Answer(404, """{"message":"Unknown interaction","code":10062}"""));

        var answering = discord.Rest.CreateInteractionResponseAsync(new(7), "s3cret", Pong, Ct);
        await discord.Clock.PassAsync(0.5, 1);

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => answering);
        Assert.Equal(
            "POST /interactions/7/…/callback: 404 Unknown interaction (10062). The first answer must arrive within 3 seconds. Defer when it may take longer.",
            fault.Message);
        Assert.All([fault.ToString(), .. discord.Log.Lines], text =>
        {
            Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
        });
    }
}
