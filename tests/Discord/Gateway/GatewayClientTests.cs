using Discord.Gateway;
using Discord.Rest;
using Discord.Tests.Models;

namespace Discord.Tests.Gateway;

public sealed class GatewayClientTests
{
    [Fact]
    public async Task Identifies_delivers_events_and_closes_when_canceled()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptAsync();
        Assert.Equal("/?v=10&encoding=json", connection.Address);
        await connection.HelloAsync();
        Assert.StartsWith("""{"op":2,"d":{"token":"hush","intents":1""", await connection.ReceiveAsync(), StringComparison.Ordinal);

        await connection.SendAsync($$$"""{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{{{Examples.SlashCommand}}}}""");
        Assert.Equal("feed", Assert.IsType<InteractionCreated>(await gateway.NextAsync()).Interaction.Data!.Name);

        await gateway.StopAsync();
        Assert.Equal("closed 1000", await connection.ReceiveAsync());
        await gateway.Listening;
    }

    [Fact]
    public async Task Each_connection_has_its_own_compression()
    {
        await using var gateway = await GatewayFixture.ListenAsync(with: options => options with { Compress = true });
        for (var count = 1; count <= 2; count++)
        {
            var connection = await gateway.AcceptAsync();
            Assert.Equal("/?v=10&encoding=json&compress=zlib-stream", connection.Address);
            await connection.HelloAsync(compress: true);
            Assert.StartsWith("""{"op":2""", await connection.ReceiveAsync(), StringComparison.Ordinal);

            await connection.SendCompressedAsync("""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"12","name":"Demo"}}""");
            await connection.SendCompressedAsync("""{"op":0,"t":"GUILD_CREATE","s":3,"d":{"id":"12"}}""");
            Assert.IsType<GuildCreated>(await gateway.NextAsync());
            Assert.IsType<GuildCreated>(await gateway.NextAsync());

            connection.Abort();
            await gateway.Clock.PassAsync(5);
        }
    }

    [Fact]
    public async Task Reads_plain_text_although_compression_was_requested()
    {
        await using var gateway = await GatewayFixture.ListenAsync(with: options => options with { Compress = true });
        await gateway.AcceptReadyAsync();
    }

    [Fact]
    public async Task Sends_heartbeats_while_the_consumer_is_busy()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var stop = new CancellationTokenSource();
        await using var events = gateway.Client.EventsAsync(stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var connection = await FirstEventAsync(gateway, events);

        await gateway.Clock.PassAsync(10);
        Assert.Equal("""{"op":1,"d":1}""", await connection.ReceiveAsync());
        await connection.SendAsync("""{"op":1,"d":null}""");
        Assert.Equal("""{"op":1,"d":1}""", await connection.ReceiveAsync());
        await connection.SendAsync("""{"op":11}""");
        await connection.SendAsync("""{"op":1,"d":null}""");
        await connection.ReceiveAsync();
        await gateway.Clock.PassAsync(20);
        Assert.Equal("""{"op":1,"d":1}""", await connection.ReceiveAsync());

        await stop.CancelAsync();
        connection.Abort();
    }

    [Fact]
    public async Task Cancellation_ends_the_stream_and_discards_waiting_events()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var stop = new CancellationTokenSource();
        await using var events = gateway.Client.EventsAsync(stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var connection = await FirstEventAsync(gateway, events);
        await connection.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"13"}}""");
        await connection.SendAsync("""{"op":1,"d":null}""");
        Assert.Equal("""{"op":1,"d":2}""", await connection.ReceiveAsync());

        await stop.CancelAsync();
        Assert.Equal("closed 1000", await connection.ReceiveAsync());
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task Resumes_after_the_connection_broke()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();
        connection.Abort();
        await gateway.Clock.PassAsync(0.75);

        connection = await gateway.AcceptAsync();
        Assert.Equal("/resume?v=10&encoding=json", connection.Address);
        await connection.HelloAsync();
        Assert.Equal("""{"op":6,"d":{"token":"hush","session_id":"6f1c","seq":1}}""", await connection.ReceiveAsync());
        await connection.SendAsync("""{"op":0,"t":"RESUMED","s":2,"d":{}}""");
        await connection.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":3,"d":{"id":"12"}}""");
        Assert.IsType<GuildCreated>(await gateway.NextAsync());
    }

    [Fact]
    public async Task Missing_heartbeat_ACK_closes_the_connection_and_keeps_the_session()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();
        await gateway.Clock.PassAsync(10);
        await connection.ReceiveAsync();
        await gateway.Clock.PassAsync(20);

        Assert.Equal("closed 4200", await connection.ReceiveAsync());
        await gateway.Clock.PassAsync(0.75);
        Assert.Equal("/resume?v=10&encoding=json", (await gateway.AcceptAsync()).Address);
    }

    [Fact]
    public async Task Invalid_session_starts_over_after_five_seconds()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();
        await connection.SendAsync("""{"op":9,"d":false}""");
        Assert.Equal("closed 4200", await connection.ReceiveAsync());
        await gateway.Clock.PassAsync(5);

        connection = await gateway.AcceptAsync();
        Assert.Equal("/?v=10&encoding=json", connection.Address);
        await connection.HelloAsync();
        Assert.StartsWith("""{"op":2""", await connection.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fatal_close_code_ends_the_stream_and_says_what_to_do()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptAsync();
        await connection.HelloAsync();
        await connection.ReceiveAsync();
        await connection.CloseAsync(4004);

        var fault = await Assert.ThrowsAsync<DiscordGatewayException>(() => gateway.Listening);
        Assert.Equal(GatewayCloseCode.AuthenticationFailed, fault.Code);
        Assert.Equal(
            "Discord closed the gateway: 4004 Authentication failed. Copy the bot's token from the developer portal again "
            + "and set Discord:Token in the settings or DISCORD__TOKEN in the environment.",
            fault.Message);
    }

    [Fact]
    public async Task Rejected_token_ends_the_stream()
    {
        await using var gateway = await GatewayFixture.ListenAsync(sessionsLeft: null);
        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => gateway.Listening);
        Assert.Contains("DISCORD__TOKEN", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_pages_in_place_of_the_address_to_end()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        foreach (var status in (int[])[200, 401, 403, 404, 302, 200, 400])
            gateway.Pages.Enqueue(status);

        gateway.Listen();
        for (var longest = 1; longest <= 8; longest *= 2)
            await gateway.Clock.PassAsync(longest / 2.0, longest);
        // The request gave up after five attempts; the client did not.
        await gateway.Clock.PassAsync(0.5, 1);
        await gateway.Clock.PassAsync(0.5, 1);
        await gateway.Clock.PassAsync(1, 2);

        await gateway.AcceptReadyAsync();
    }

    [Fact]
    public async Task Waits_when_the_daily_session_limit_is_reached()
    {
        await using var gateway = await GatewayFixture.ListenAsync(sessionsLeft: 0);
        await gateway.Clock.PassAsync(3600);
        await gateway.AcceptReadyAsync();
    }

    [Fact]
    public async Task Reads_long_messages_in_several_frames()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();
        var channels = string.Join(",", Enumerable.Range(1, 5000).Select(id => $$"""{"id":"{{id}}","type":0,"name":"channel-{{id}}"}"""));
        await connection.SendInPartsAsync(
            $$$"""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"12","name":"Demo","channels":[{{{channels}}}]}}""");

        Assert.Equal(5000, Assert.IsType<GuildCreated>(await gateway.NextAsync()).Guild.Channels.Count);
    }

    [Fact]
    public async Task Unreadable_event_is_logged_and_skipped()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();
        await connection.SendAsync("""{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"id":"7","token":"s3cret"}}""");
        await connection.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":3,"d":{"id":"12"}}""");

        Assert.IsType<GuildCreated>(await gateway.NextAsync());
        Assert.Contains(
            gateway.Log.Lines,
            text => text.StartsWith("Error: Gateway: skipped the unreadable event INTERACTION_CREATE (2)", StringComparison.Ordinal));
        Assert.DoesNotContain(gateway.Log.Lines, text => text.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Repeated_interaction_is_delivered_once()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();
        for (var sequence = 2; sequence <= 3; sequence++)
            await connection.SendAsync($$$"""{"op":0,"t":"INTERACTION_CREATE","s":{{{sequence}}},"d":{{{Examples.SlashCommand}}}}""");
        await connection.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":4,"d":{"id":"12"}}""");

        Assert.IsType<InteractionCreated>(await gateway.NextAsync());
        Assert.IsType<GuildCreated>(await gateway.NextAsync());
    }

    [Fact]
    public async Task Resumes_after_a_payload_that_is_not_JSON()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var connection = await gateway.AcceptReadyAsync();
        await connection.SendAsync("{");
        await gateway.Clock.PassAsync(0.75);
        Assert.Equal("/resume?v=10&encoding=json", (await gateway.AcceptAsync()).Address);
    }

    /// <summary>Connects, and returns when the consumer has the first event. The consumer asks for no other by itself.</summary>
    static async Task<ServerConnection> FirstEventAsync(GatewayFixture gateway, IAsyncEnumerator<GatewayEvent> events)
    {
        var first = events.MoveNextAsync();
        var connection = await gateway.AcceptAsync();
        await connection.HelloAsync();
        await connection.ReceiveAsync();
        await connection.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":1,"d":{"id":"12"}}""");
        Assert.True(await first);
        return connection;
    }
}
