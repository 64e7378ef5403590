namespace LocalDiscord.Tests.Gateway;

public sealed class HeartbeatTests
{
    [Fact]
    public async Task Heartbeat_is_acknowledged_even_before_Identify()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync();
        await bot.NextAsync();

        await bot.SendAsync("""{"op":1,"d":null}""");

        Assert.Equal(11, (await bot.NextAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task Bot_without_heartbeats_is_closed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        discord.Clock.Advance(TimeSpan.FromMilliseconds(41250 * 1.5));

        Assert.Equal(4009, await bot.ClosedAsync());
    }

    [Fact]
    public async Task Bot_with_heartbeats_stays_connected()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        for (var i = 0; i < 4; i++)
        {
            discord.Clock.Advance(TimeSpan.FromMilliseconds(41250));
            await bot.SendAsync("""{"op":1,"d":2}""");
            Assert.Equal(11, (await bot.NextAsync())["op"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task More_than_120_frames_a_minute_close_the_connection()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ConnectAsync();

        for (var i = 0; i < 121; i++)
            await bot.SendAsync("""{"op":1,"d":null}""");

        Assert.Equal(4008, await bot.ClosedAsync());
    }
}
