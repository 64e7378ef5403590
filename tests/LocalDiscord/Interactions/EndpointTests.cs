using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Interactions;

public sealed class EndpointTests
{
    const string Use = """{"command":"/latest"}""";

    [Fact]
    public async Task User_sees_the_response_of_the_endpoint()
    {
        await using var discord = await StartAsync();
        await using var bot = await EndpointBot.RegisteredAsync(discord);

        var seen = await discord.UseAsync(Use);
        var interaction = await bot.NextAsync();

        Assert.Equal("here", seen.Json["message"]!["content"]!.ToString());
        Assert.True(seen.Json["elapsed_ms"]!.GetValue<double>() > 0);
        Assert.Equal(
            ("2", "latest", Seed.GuildId),
            (interaction["type"]!.ToString(), interaction["data"]!["name"]!.ToString(), interaction["guild_id"]!.ToString()));
    }

    [Fact]
    public async Task Interactions_for_the_endpoint_are_not_sent_to_the_gateway()
    {
        await using var discord = await StartAsync();
        var onGateway = await discord.ReadyBotAsync();
        await using var bot = await EndpointBot.RegisteredAsync(discord);
        bot.Answer = _ => Task.FromResult((200, "application/json", """{"type":4,"data":{"content":"hidden","flags":64}}"""));

        await discord.UseAsync(Use);
        await discord.SendAsync("""{"content":"next"}""");

        Assert.Equal("next", (await onGateway.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
    }

    [Fact]
    public async Task Removing_the_endpoint_sends_interactions_to_the_gateway_again()
    {
        await using var discord = await StartAsync();
        var onGateway = await discord.ReadyBotAsync(intents: 0);
        await using var bot = await EndpointBot.RegisteredAsync(discord);

        var application = await discord.ApiAsync("PATCH", "applications/@me", """{"interactions_endpoint_url":null}""");
        await discord.ExchangeAsync(onGateway, Use, """{"type":4,"data":{"content":"here"}}""");

        Assert.Equal((200, "null"), (application.Status, application["interactions_endpoint_url"]));
    }

    [Fact]
    public async Task Endpoint_can_respond_with_202_and_use_the_callback_route()
    {
        await using var discord = await StartAsync();
        await using var bot = await EndpointBot.RegisteredAsync(discord);
        bot.Answer = _ => Task.FromResult((202, "text/plain", ""));

        var seen = discord.UseAsync(Use);
        var interaction = await bot.NextAsync();
        await discord.AnswerAsync(interaction, """{"type":5}""");
        await discord.ApiAsync("PATCH", interaction.Original(), """{"content":"at last"}""", token: null);

        Assert.Equal("at last", (await seen).Json["message"]!["content"]!.ToString());
    }

    [Fact]
    public async Task Response_after_the_callback_is_ignored()
    {
        await using var discord = await StartAsync();
        await using var bot = await EndpointBot.RegisteredAsync(discord);
        bot.Answer = async interaction =>
        {
            await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"first"}}""");
            return (200, "application/json", """{"type":4,"data":{"content":"second"}}""");
        };

        Assert.Equal("first", (await discord.UseAsync(Use)).Json["message"]!["content"]!.ToString());
    }

    [Fact]
    public async Task Endpoint_can_respond_with_files()
    {
        await using var discord = await StartAsync();
        await using var bot = await EndpointBot.RegisteredAsync(discord);
        bot.Answer = _ => Task.FromResult((200, "multipart/form-data; boundary=cut", string.Join("\r\n",
            "--cut", "Content-Disposition: form-data; name=\"payload_json\"", "", """{"type":4,"data":{"content":"a file"}}""",
            "--cut", "Content-Disposition: form-data; name=\"files[0]\"; filename=\"tides.csv\"", "", "high,low", "--cut--", "")));

        var message = (await discord.UseAsync(Use)).Json["message"]!;

        Assert.Equal(("a file", "tides.csv"), (message["content"]!.ToString(), message["attachments"]![0]!["filename"]!.ToString()));
    }

    [Fact]
    public async Task Endpoint_that_does_not_respond_is_504_after_three_seconds()
    {
        await using var discord = await StartAsync();
        await using var bot = await EndpointBot.RegisteredAsync(discord);
        var never = new TaskCompletionSource<(int, string, string)>();
        bot.Answer = _ => never.Task;

        var seen = discord.UseAsync(Use);
        await bot.NextAsync();
        discord.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((504, "The bot did not answer within 3 seconds."), ((await seen).Status, (await seen)["error"]));
        never.SetCanceled(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(500, "application/json", "{}", "The bot's endpoint responded with 500 instead of 200 or 202.")]
    [InlineData(200, "application/json", "[]", "The bot's endpoint responded with 200, but without a JSON object.")]
    [InlineData(200, "text/plain", """{"type":4}""", "The bot's endpoint responded with 200, but without a JSON object.")]
    [InlineData(
        200, "application/json", """{"type":8}""",
        """Discord rejects the response of the bot's endpoint: {"message":"Invalid Form Body","code":50035,"errors":{"type":"""
        + """{"_errors":[{"code":"BASE_TYPE_CHOICES","message":"Value must be one of {4, 5, 9}."}]}}}""")]
    [InlineData(
        200, "multipart/form-data; boundary=cut", "nothing of the kind",
        "The bot's endpoint sent a multipart body that can't be read: Unexpected end of Stream, the content may have already been read "
        + "by another component. ")]
    public async Task Invalid_endpoint_response_is_reported(int status, string contentType, string body, string error)
    {
        await using var discord = await StartAsync();
        await using var bot = await EndpointBot.RegisteredAsync(discord);
        bot.Answer = _ => Task.FromResult((status, contentType, body));

        var reply = await discord.UseAsync(Use);

        Assert.Equal((504, error), (reply.Status, reply["error"]));
    }

    [Fact]
    public async Task Endpoint_that_accepts_forged_signatures_is_rejected()
    {
        await using var discord = await StartAsync();
        await using var bot = await EndpointBot.StartAsync(verifiesSignatures: false);

        var refused = await bot.RegisterAsync(discord);

        Assert.Equal((400, 50035), (refused.Status, refused.Code));
        Assert.Equal(["interactions_endpoint_url APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID"], refused.Problems);
        Assert.Contains("it responded to a PING with a forged signature with 200 instead of 401", refused.Text, StringComparison.Ordinal);
        Assert.Equal("null", (await discord.ApiAsync("GET", "applications/@me"))["interactions_endpoint_url"]);
    }

    [Theory]
    [InlineData("https://news.example/interactions", "it is not on this machine")]
    [InlineData("http://127.0.0.1:1/interactions", "it did not answer a PING")]
    [InlineData("nowhere", "Not a well formed URL.")]
    public async Task Unverifiable_endpoint_is_rejected_with_the_reason(string url, string why)
    {
        await using var discord = await StartAsync();

        var refused = await discord.ApiAsync("PATCH", "applications/@me", $$"""{"interactions_endpoint_url":"{{url}}"}""");

        Assert.Equal(400, refused.Status);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_from_the_options_is_verified_before_its_first_interaction()
    {
        await using var careful = await EndpointBot.StartAsync();
        await using var discord = await StartAsync(careful.Url);
        careful.VerifyKey = (await discord.ApiAsync("GET", "applications/@me"))["verify_key"];
        await using var careless = await EndpointBot.StartAsync(verifiesSignatures: false);
        await using var another = await StartAsync(careless.Url);

        var seen = await discord.UseAsync(Use);
        var refused = await another.UseAsync(Use);

        Assert.Equal("here", seen.Json["message"]!["content"]!.ToString());
        Assert.Equal(
            (504, $"{careless.Url} could not be verified: it responded to a PING with a forged signature with 200 instead of 401."),
            (refused.Status, refused["error"]));
    }

    [Fact]
    public async Task Endpoint_from_the_options_must_be_on_this_machine()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new Uri("https://news.example/")));

        Assert.StartsWith("https://news.example/ is not on this machine.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bot_with_an_endpoint_is_online_without_the_gateway()
    {
        await using var discord = await StartAsync();
        await using var events = discord.EventsAsync("member").GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await events.MoveNextAsync();
        var before = events.Current;

        await using var bot = await EndpointBot.RegisteredAsync(discord);
        await events.MoveNextAsync();

        Assert.Equal(("bot {\"online\":false}", "bot {\"online\":true}"), (before, events.Current));
    }

    static async Task<TestDiscord> StartAsync(Uri? endpoint = null)
    {
        var discord = await TestDiscord.StartAsync(new LocalDiscordOptions { RateLimits = false, InteractionsEndpointUrl = endpoint });
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        return discord;
    }
}
