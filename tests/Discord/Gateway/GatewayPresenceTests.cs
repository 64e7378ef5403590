namespace Discord.Tests.Gateway;

public sealed class GatewayPresenceTests
{
    [Fact]
    public async Task Initial_presence_is_part_of_Identify()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Client.SetPresence("the news");
        gateway.Listen();
        var connection = await gateway.AcceptAsync();
        await connection.HelloAsync();
        Assert.Contains("""[{"name":"the news","type":3}]""", await connection.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presence_updates_are_four_seconds_apart_and_only_the_latest_is_sent()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();

        gateway.Client.SetPresence("1 story");
        Assert.Contains("1 story", await connection.ReceiveAsync(), StringComparison.Ordinal);
        gateway.Client.SetPresence("2 stories");
        await gateway.Clock.WaitAsync(4, 4);
        gateway.Client.SetPresence("3 stories");
        gateway.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Contains("3 stories", await connection.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presence_set_while_disconnected_is_sent_after_resuming()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();
        connection.Abort();
        await gateway.Clock.WaitAsync(0.75, 0.75);
        gateway.Client.SetPresence("12 stories");
        gateway.Clock.Advance(TimeSpan.FromSeconds(0.75));

        connection = await gateway.AcceptAsync();
        await connection.HelloAsync();
        Assert.StartsWith("""{"op":6""", await connection.ReceiveAsync(), StringComparison.Ordinal);
        await connection.SendAsync("""{"op":0,"t":"RESUMED","s":2,"d":{}}""");
        Assert.Contains("12 stories", await connection.ReceiveAsync(), StringComparison.Ordinal);
    }
}
