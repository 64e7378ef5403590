namespace LocalDiscord.Tests.Gateway;

public sealed class ResumeTests
{
    [Fact]
    public async Task Resumed_session_gets_missed_events_in_order()
    {
        await using var discord = await TestDiscord.StartAsync();
        var lost = await discord.ReadyBotAsync();
        lost.Drop();
        await discord.SendAsync("""{"content":"1"}""");
        await discord.SendAsync("""{"content":"2"}""");

        var bot = await ResumeAsync(discord, lost.SessionId, lost.Sequence);

        Assert.Equal("1", (await bot.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
        Assert.Equal("2", (await bot.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
        await bot.EventAsync("RESUMED");
        await discord.SendAsync("""{"content":"3"}""");
        Assert.Equal("3", (await bot.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
    }

    [Fact]
    public async Task Session_closed_with_1000_cannot_be_resumed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var left = await discord.ReadyBotAsync();
        await left.CloseAsync(1000);

        var bot = await ResumeAsync(discord, left.SessionId, left.Sequence);

        Assert.Equal("""{"op":9,"d":false,"s":null,"t":null}""", (await bot.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task Session_closed_with_another_code_can_be_resumed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var left = await discord.ReadyBotAsync();
        await left.CloseAsync(4200);

        var bot = await ResumeAsync(discord, left.SessionId, left.Sequence);

        await bot.EventAsync("RESUMED");
    }

    [Fact]
    public async Task Session_expires_after_a_few_minutes()
    {
        await using var discord = await TestDiscord.StartAsync();
        var left = await discord.ReadyBotAsync();
        await left.CloseAsync(4200);
        discord.Clock.Advance(TimeSpan.FromMinutes(6));

        var bot = await ResumeAsync(discord, left.SessionId, left.Sequence);

        Assert.Equal(9, (await bot.NextAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task Resume_beyond_the_last_event_is_closed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var left = await discord.ReadyBotAsync();

        var bot = await ResumeAsync(discord, left.SessionId, left.Sequence + 1);

        Assert.Equal(4007, await bot.ClosedAsync());
    }

    [Fact]
    public async Task Connection_can_identify_after_an_invalid_session()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await ResumeAsync(discord, "unknown", 1);
        await bot.NextAsync();

        await bot.IdentifyAsync();

        await bot.EventAsync("READY");
    }

    [Fact]
    public async Task Session_with_a_live_connection_moves_to_the_one_that_resumes_it()
    {
        await using var discord = await TestDiscord.StartAsync();
        var first = await discord.ReadyBotAsync();

        var second = await ResumeAsync(discord, first.SessionId, first.Sequence);
        await second.EventAsync("RESUMED");
        await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal("hi", (await second.EventAsync("MESSAGE_CREATE"))["content"]!.ToString());
        Assert.Equal(4000, await first.ClosedAsync());
    }

    [Fact]
    public async Task Interaction_waits_for_a_bot_that_can_still_resume()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"ping","description":"Ping"}]""");
        var lost = await discord.ReadyBotAsync();
        await lost.CloseAsync(4200);

        var seen = discord.UseAsync("""{"command":"/ping"}""");
        var bot = await ResumeAsync(discord, lost.SessionId, lost.Sequence);
        var arrived = await bot.NextAsync();
        // The two may also arrive the other way around.
        if (arrived["t"]!.ToString() == "RESUMED")
            arrived = await bot.NextAsync();
        var interaction = arrived["d"]!;
        await discord.ApiAsync(
            "POST", $"interactions/{interaction["id"]}/{interaction["token"]}/callback", """{"type":4,"data":{"content":"Pong"}}""",
            token: null);

        Assert.Equal("Pong", (await seen).Json["message"]!["content"]!.ToString());
    }

    static async Task<ScriptedBot> ResumeAsync(TestDiscord discord, string sessionId, long sequence)
    {
        var bot = await discord.ConnectAsync();
        await bot.NextAsync();
        await bot.ResumeAsync(sessionId, sequence);
        return bot;
    }
}
