using Discord.Models;
using Discord.Rest;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class DiscordRestTests
{
    static readonly Snowflake Channel = new(42);
    static readonly CreateMessage Post = new() { Content = "hi", Nonce = "d1", EnforceNonce = true };
    static readonly InteractionResponse Pong = new() { Type = InteractionResponseType.Pong };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_has_the_token_user_agent_and_JSON()
    {
        await using var discord = await StartAsync(Answer(200, Posted));

        var message = await discord.Rest.CreateMessageAsync(Channel, Post, Ct);

        Assert.Equal(new Snowflake(100), message.Id);
        Assert.Equal(
            new("POST /api/v10/channels/42/messages", "Bot hush", "DiscordBot (https://github.com/news-desk/news-desk, 0.1)",
                "application/json",
                """{"content":"hi","nonce":"d1","enforce_nonce":true,"allowed_mentions":{"parse":[]}}"""),
            Assert.Single(discord.Requests));
    }

    [Fact]
    public async Task Interaction_routes_do_not_send_the_bot_token()
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
    public async Task Second_request_waits_until_the_bucket_has_reset_for_fifty_milliseconds()
    {
        await using var discord = await StartAsync(
            Answer(
                200, Posted,
                ("X-RateLimit-Bucket", "b"), ("X-RateLimit-Limit", "1"),
                ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "4.5")),
            Answer(200, Posted));
        await discord.Rest.CreateMessageAsync(Channel, Post, Ct);

        var second = discord.Rest.CreateMessageAsync(Channel, Post, Ct);
        await discord.Clock.PassAsync(4.55);

        await second;
        discord.AssertAllAnswered();
    }

    [Theory]
    [InlineData("a route", 2.55, """{"message":"You are being rate limited.","retry_after":2.5,"global":false}""",
        "Retry-After: 2; X-RateLimit-Scope: user; X-RateLimit-Bucket: b; X-RateLimit-Remaining: 0; X-RateLimit-Reset-After: 2.5")]
    [InlineData("all routes", 3.05, """{"message":"You are being rate limited.","retry_after":2.57,"global":true}""",
        "Retry-After: 3; X-RateLimit-Global: true; X-RateLimit-Scope: global")]
    [InlineData("a shared resource with the real wait in the body", 36.55,
        """{"message":"The resource is being rate limited.","retry_after":36.5,"global":false,"code":20028}""",
        "Retry-After: 1; X-RateLimit-Scope: shared; X-RateLimit-Remaining: 9")]
    [InlineData("a proxy", 7.05, "<html>slow down</html>", "Retry-After: 7")]
    [InlineData("a proxy without headers", 5, "", "")]
    public async Task Waits_for_every_kind_of_rate_limit(string kind, double seconds, string body, string headers)
    {
        var named = headers.Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Select(header => header.Split(": "))
            .Select(pair => (pair[0], pair[1]));
        await using var discord = await StartAsync(Answer(429, body, [.. named]), Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(Channel, Post, Ct);
        await discord.Clock.PassAsync(seconds);

        Assert.Equal(new Snowflake(100), (await sending).Id);
        discord.AssertAllAnswered();
        Assert.Contains("rate limited", Assert.Single(discord.Log.Lines), StringComparison.Ordinal);
        Assert.NotEmpty(kind);
    }

    [Fact]
    public async Task Rate_limit_that_exceeds_the_timeout_is_thrown()
    {
        await using var discord = await StartAsync(
            Answer(429, """{"message":"The resource is being rate limited.","retry_after":1336.57}""", ("X-RateLimit-Scope", "shared")));

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => discord.Rest.CreateMessageAsync(Channel, Post, Ct));

        Assert.Equal("POST /channels/42/messages: 429 Rate limited. Try again in 1337 s.", fault.Message);
        Assert.Equal(TimeSpan.FromMilliseconds(1_336_620), fault.RetryAfter);
    }

    [Fact]
    public async Task Retries_server_errors_with_backoff()
    {
        await using var discord = await StartAsync(Answer(500, """{"message":"Internal","code":0}"""), Answer(502), Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(Channel, Post, Ct);
        await discord.Clock.PassAsync(0.5, 1);
        await discord.Clock.PassAsync(1, 2);

        Assert.Equal(new Snowflake(100), (await sending).Id);
        discord.AssertAllAnswered();
    }

    [Fact]
    public async Task Gives_up_after_five_attempts()
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
    public async Task Retries_a_lost_response_with_an_enforced_nonce()
    {
        await using var discord = await StartAsync(Fault, Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(Channel, Post, Ct);
        await discord.Clock.PassAsync(0.5, 1);

        Assert.Equal(new Snowflake(100), (await sending).Id);
    }

    [Fact]
    public async Task Does_not_retry_a_lost_response_without_a_nonce()
    {
        await using var discord = await StartAsync(Fault, Answer(200, Posted));

        var fault = await Assert.ThrowsAsync<HttpRequestException>(
            () => discord.Rest.CreateMessageAsync(Channel, Post with { EnforceNonce = false }, Ct));

        Assert.StartsWith("POST /channels/42/messages: 127.0.0.1 did not respond (", fault.Message, StringComparison.Ordinal);
        Assert.Single(discord.Requests);
        await discord.Rest.CreateMessageAsync(Channel, Post, Ct);
    }

    [Fact]
    public async Task Gives_up_an_interaction_response_after_three_seconds()
    {
        await using var discord = await StartAsync(Silence);

        var answering = discord.Rest.CreateInteractionResponseAsync(new(7), "tok", Pong, Ct);
        await discord.Clock.PassAsync(3);

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => answering);
        Assert.StartsWith("POST /interactions/7/…/callback: 127.0.0.1 did not respond", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Canceled_request_releases_its_lease()
    {
        using var cancel = new CancellationTokenSource();
        await using var discord = await StartAsync(
            async context =>
            {
                await cancel.CancelAsync();
                await Silence(context);
            },
            Answer(200, Posted));

        var canceled = discord.Rest.CreateMessageAsync(Channel, Post, cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        await discord.Rest.CreateMessageAsync(Channel, Post, Ct);
    }

    [Fact]
    public async Task Exceptions_and_logs_contain_no_secrets()
    {
        await using var discord = await StartAsync(Answer(500), Answer(404, """{"message":"Unknown interaction","code":10062}"""));

        var answering = discord.Rest.CreateInteractionResponseAsync(new(7), "s3cret", Pong, Ct);
        await discord.Clock.PassAsync(0.5, 1);

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => answering);
        Assert.Equal(
            "POST /interactions/7/…/callback: 404 Unknown interaction (10062). Respond to interactions within 3 seconds. "
            + "Defer the response if it can take longer.",
            fault.Message);
        Assert.All([fault.ToString(), .. discord.Log.Lines], text =>
        {
            Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
        });
    }
}
