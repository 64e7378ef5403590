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
    [InlineData("{}", "Say what shall fail: gateway or api.")]
    [InlineData("""{"api":"nothing"}""", "There is no \"nothing\". Known: gateway, self, commands, guild, channel, read-messages, create-message, edit-message, delete-message, crosspost, interaction-callback, webhook.")]
    [InlineData("""{"api":"self","status":404}""", "A fault has a status of 500 to 599, and happens 1 to 1000 times.")]
    public async Task A_fault_that_does_not_exist_is_refused(string body, string error)
    {
        await using var discord = await LocalDiscord.StartAsync();

        Assert.Equal(error, (await discord.PageAsync("POST", "faults", body))["error"]);
    }
}
