namespace Sandbox.Tests.Gateway;

public sealed class ResumeTests
{
    [Fact]
    public async Task A_resumed_bot_gets_what_it_missed_in_order()
    {
        await using var discord = await LocalDiscord.StartAsync();
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
    public async Task A_session_that_was_closed_for_good_is_invalid()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var left = await discord.ReadyBotAsync();
        await left.CloseAsync(1000);

        var bot = await ResumeAsync(discord, left.SessionId, left.Sequence);

        Assert.Equal("""{"op":9,"d":false,"s":null,"t":null}""", (await bot.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task A_session_closed_with_another_code_can_be_resumed()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var left = await discord.ReadyBotAsync();
        await left.CloseAsync(4200);

        var bot = await ResumeAsync(discord, left.SessionId, left.Sequence);

        await bot.EventAsync("RESUMED");
    }

    [Fact]
    public async Task A_session_waits_some_minutes_only()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var left = await discord.ReadyBotAsync();
        await left.CloseAsync(4200);
        discord.Clock.Advance(TimeSpan.FromMinutes(6));

        var bot = await ResumeAsync(discord, left.SessionId, left.Sequence);

        Assert.Equal(9, (await bot.NextAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task More_than_was_sent_cannot_have_been_seen()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var left = await discord.ReadyBotAsync();

        var bot = await ResumeAsync(discord, left.SessionId, left.Sequence + 1);

        Assert.Equal(4007, await bot.ClosedAsync());
    }

    [Fact]
    public async Task After_an_invalid_session_the_same_connection_may_identify()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var bot = await ResumeAsync(discord, "unknown", 1);
        await bot.NextAsync();

        await bot.IdentifyAsync();

        await bot.EventAsync("READY");
    }

    static async Task<ScriptedBot> ResumeAsync(LocalDiscord discord, string sessionId, long sequence)
    {
        var bot = await discord.ConnectAsync();
        await bot.NextAsync();
        await bot.ResumeAsync(sessionId, sequence);
        return bot;
    }
}
