namespace Discord.Tests.Gateway;

public sealed class GatewayPresenceTests
{
    [Fact]
    public async Task The_first_presence_comes_with_the_identify()
    {
        await using var gateway = await GatewayFixture.ListenAsync(with: options => options with { Presence = "the news" });
        var line = await gateway.AcceptAsync();
        await line.HelloAsync();
        Assert.Contains("""[{"name":"the news","type":3}]""", await line.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presences_are_four_seconds_apart_and_only_the_newest_counts()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();

        gateway.Client.SetPresence("1 story");
        Assert.Contains("1 story", await line.ReceiveAsync(), StringComparison.Ordinal);
        gateway.Client.SetPresence("2 stories");
        await gateway.Clock.WaitAsync(4, 4);
        gateway.Client.SetPresence("3 stories");
        gateway.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Contains("3 stories", await line.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presence_that_was_wanted_while_the_line_was_dead_is_shown_after_resuming()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();
        line.Abort();
        await gateway.Clock.WaitAsync(0.75, 0.75);
        gateway.Client.SetPresence("12 stories");
        gateway.Clock.Advance(TimeSpan.FromSeconds(0.75));

        line = await gateway.AcceptAsync();
        await line.HelloAsync();
        Assert.StartsWith("""{"op":6""", await line.ReceiveAsync(), StringComparison.Ordinal);
        await line.SendAsync("""{"op":0,"t":"RESUMED","s":2,"d":{}}""");
        Assert.Contains("12 stories", await line.ReceiveAsync(), StringComparison.Ordinal);
    }
}
