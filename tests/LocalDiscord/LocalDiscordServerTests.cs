using System.Net.WebSockets;

namespace LocalDiscord.Tests;

public sealed class LocalDiscordServerTests
{
    [Fact]
    public async Task Server_listens_on_this_machine_only()
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal("127.0.0.1", discord.Server.Address.Host);
        Assert.Equal($"{discord.Server.Address}api/v10", discord.Server.ApiBase.ToString());
    }

    [Fact]
    public async Task Port_in_use_is_reported_with_a_remedy()
    {
        await using var discord = await TestDiscord.StartAsync();
        var port = discord.Server.Address.Port;

        var error = await Assert.ThrowsAsync<IOException>(() => LocalDiscordServer.StartAsync(
            new LocalDiscordOptions { Port = port }, TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.Equal(
            $"Port {port} on 127.0.0.1 is in use. Stop the other program, or choose another port (0 takes any free one).", error.Message);
    }

    [Fact]
    public async Task Server_stops_promptly_with_bots_and_pages_connected()
    {
        var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();
        await using var events = discord.EventsAsync("member").GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await events.MoveNextAsync();

        var stopped = discord.Server.DisposeAsync().AsTask();

        Assert.Equal((int)WebSocketCloseStatus.EndpointUnavailable, await bot.ClosedAsync());
        Assert.False(await events.MoveNextAsync());
        await stopped.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("api/v10/gateway")]
    [InlineData("sandbox/guilds")]
    [InlineData("")]
    public async Task Request_with_another_host_name_is_rejected(string path)
    {
        await using var discord = await TestDiscord.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(discord.Server.Address, path));
        request.Headers.Host = $"news.example:{discord.Server.Address.Port}";

        Assert.Equal(403, (await discord.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("http://news.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://127.0.0.1:1", 403)]
    [InlineData("own", 200)]
    public async Task Request_from_another_origin_is_rejected(string origin, int status)
    {
        await using var discord = await TestDiscord.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(discord.Server.Address, "sandbox/guilds"));
        request.Headers.Add("Origin", origin == "own" ? $"http://{discord.Server.Address.Authority}" : origin);

        Assert.Equal(status, (await discord.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Another_origin_cannot_connect_to_the_gateway()
    {
        await using var discord = await TestDiscord.StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://news.example");

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(
            new Uri($"ws://{discord.Server.Address.Authority}/gateway?v=10"), TestContext.Current.CancellationToken));
    }
}
