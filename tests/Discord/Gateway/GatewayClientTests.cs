using Discord.Tests.Models;

namespace Discord.Tests.Gateway;

public sealed class GatewayClientTests
{
    [Fact]
    public async Task Identifies_hands_events_on_and_says_goodbye()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptAsync();
        Assert.Equal("/?v=10&encoding=json", line.Address);
        await line.HelloAsync();
        Assert.StartsWith("""{"op":2,"d":{"token":"hush","intents":1""", await line.ReceiveAsync(), StringComparison.Ordinal);

        await line.SendAsync($$$"""{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{{{Examples.SlashCommand}}}}""");
        Assert.Equal("feed", Assert.IsType<InteractionCreated>(await gateway.NextAsync()).Interaction.Data!.Name);

        await gateway.StopAsync();
        Assert.Equal("closed 1000", await line.ReceiveAsync());
        await gateway.Listening;
    }

    [Fact]
    public async Task Events_come_compressed_when_that_is_wanted_and_each_connection_starts_afresh()
    {
        await using var gateway = await GatewayFixture.ListenAsync(with: options => options with { Compress = true });
        for (var connection = 1; connection <= 2; connection++)
        {
            var line = await gateway.AcceptAsync();
            Assert.Equal("/?v=10&encoding=json&compress=zlib-stream", line.Address);
            await line.HelloAsync(compress: true);
            Assert.StartsWith("""{"op":2""", await line.ReceiveAsync(), StringComparison.Ordinal);

            await line.SendCompressedAsync("""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"12","name":"Demo"}}""");
            await line.SendCompressedAsync("""{"op":0,"t":"GUILD_DELETE","s":3,"d":{"id":"12"}}""");
            Assert.IsType<GuildCreated>(await gateway.NextAsync());
            Assert.IsType<GuildDeleted>(await gateway.NextAsync());

            line.Abort();
            await gateway.Clock.PassAsync(5);
        }
    }

    [Fact]
    public async Task A_gateway_that_does_not_compress_is_understood_as_well()
    {
        await using var gateway = await GatewayFixture.ListenAsync(with: options => options with { Compress = true });
        await gateway.AcceptReadyAsync();
    }

    [Fact]
    public async Task Beats_while_the_consumer_is_busy()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var stop = new CancellationTokenSource();
        await using var events = gateway.Client.EventsAsync(stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = events.MoveNextAsync();
        var line = await gateway.AcceptAsync();
        await line.HelloAsync();
        await line.ReceiveAsync();
        await line.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":1,"d":{"id":"12"}}""");
        Assert.True(await first);

        await gateway.Clock.PassAsync(10);
        Assert.Equal("""{"op":1,"d":1}""", await line.ReceiveAsync());
        await line.SendAsync("""{"op":1,"d":null}""");
        Assert.Equal("""{"op":1,"d":1}""", await line.ReceiveAsync());
        await line.SendAsync("""{"op":11}""");
        await line.SendAsync("""{"op":1,"d":null}""");
        await line.ReceiveAsync();
        await gateway.Clock.PassAsync(20);
        Assert.Equal("""{"op":1,"d":1}""", await line.ReceiveAsync());

        await stop.CancelAsync();
        line.Abort();
    }

    [Fact]
    public async Task Cancelling_ends_the_stream_whatever_still_waits_in_it()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        using var stop = new CancellationTokenSource();
        await using var events = gateway.Client.EventsAsync(stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = events.MoveNextAsync();
        var line = await gateway.AcceptAsync();
        await line.HelloAsync();
        await line.ReceiveAsync();
        await line.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":1,"d":{"id":"12"}}""");
        Assert.True(await first);
        await line.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"13"}}""");
        await line.SendAsync("""{"op":1,"d":null}""");
        Assert.Equal("""{"op":1,"d":2}""", await line.ReceiveAsync());

        await stop.CancelAsync();
        Assert.Equal("closed 1000", await line.ReceiveAsync());
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task Resumes_after_a_drop()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();
        line.Abort();
        await gateway.Clock.PassAsync(0.75);

        line = await gateway.AcceptAsync();
        Assert.Equal("/resume?v=10&encoding=json", line.Address);
        await line.HelloAsync();
        Assert.Equal("""{"op":6,"d":{"token":"hush","session_id":"6f1c","seq":1}}""", await line.ReceiveAsync());
        await line.SendAsync("""{"op":0,"t":"RESUMED","s":2,"d":{}}""");
        Assert.IsType<ResumedEvent>(await gateway.NextAsync());
    }

    [Fact]
    public async Task A_missed_answer_to_a_heartbeat_closes_without_ending_the_session()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();
        await gateway.Clock.PassAsync(10);
        await line.ReceiveAsync();
        await gateway.Clock.PassAsync(20);

        Assert.Equal("closed 4200", await line.ReceiveAsync());
        await gateway.Clock.PassAsync(0.75);
        Assert.Equal("/resume?v=10&encoding=json", (await gateway.AcceptAsync()).Address);
    }

    [Fact]
    public async Task An_invalid_session_starts_over_after_five_seconds()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();
        await line.SendAsync("""{"op":9,"d":false}""");
        Assert.Equal("closed 4200", await line.ReceiveAsync());
        await gateway.Clock.PassAsync(5);

        line = await gateway.AcceptAsync();
        Assert.Equal("/?v=10&encoding=json", line.Address);
        await line.HelloAsync();
        Assert.StartsWith("""{"op":2""", await line.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fatal_close_says_what_to_do()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptAsync();
        await line.HelloAsync();
        await line.ReceiveAsync();
        await line.CloseAsync(4004);

        var fault = await Assert.ThrowsAsync<DiscordGatewayException>(() => gateway.Listening);
        Assert.Equal(GatewayCloseCode.AuthenticationFailed, fault.Code);
        Assert.Equal(
            "Discord closed the gateway: 4004 Authentication failed. Copy the bot's token again from the developer portal and set Discord:Token in the settings, or DISCORD__TOKEN in the environment.",
            fault.Message);
    }

    [Fact]
    public async Task A_token_that_is_refused_ends_the_stream()
    {
        await using var gateway = await GatewayFixture.ListenAsync(sessionsLeft: null);
        Assert.Contains("DISCORD__TOKEN", (await Assert.ThrowsAsync<DiscordApiException>(() => gateway.Listening)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_new_sessions_when_those_of_today_are_used_up()
    {
        await using var gateway = await GatewayFixture.ListenAsync(sessionsLeft: 0);
        await gateway.Clock.PassAsync(3600);
        await gateway.AcceptReadyAsync();
    }

    [Fact]
    public async Task A_frame_may_be_long_and_come_in_parts()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();
        var channels = string.Join(",", Enumerable.Range(1, 5000).Select(id => $$"""{"id":"{{id}}","type":0,"name":"channel-{{id}}"}"""));
        await line.SendInPartsAsync($$$"""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"12","name":"Demo","channels":[{{{channels}}}]}}""");

        Assert.Equal(5000, Assert.IsType<GuildCreated>(await gateway.NextAsync()).Guild.Channels.Count);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_logged_and_the_next_one_arrives()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();
        await line.SendAsync("""{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"id":"7","token":"s3cret"}}""");
        await line.SendAsync("""{"op":0,"t":"GUILD_DELETE","s":3,"d":{"id":"12"}}""");

        Assert.Equal(new GuildDeleted(new(12), Unavailable: false), await gateway.NextAsync());
        Assert.Contains(gateway.Log.Lines, text => text.StartsWith("Error: Gateway: event INTERACTION_CREATE (2) could not be read", StringComparison.Ordinal));
        Assert.DoesNotContain(gateway.Log.Lines, text => text.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interaction_that_comes_twice_is_handed_on_once()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();
        for (var sequence = 2; sequence <= 3; sequence++)
            await line.SendAsync($$$"""{"op":0,"t":"INTERACTION_CREATE","s":{{{sequence}}},"d":{{{Examples.SlashCommand}}}}""");
        await line.SendAsync("""{"op":0,"t":"GUILD_DELETE","s":4,"d":{"id":"12"}}""");

        Assert.IsType<InteractionCreated>(await gateway.NextAsync());
        Assert.IsType<GuildDeleted>(await gateway.NextAsync());
    }

    [Fact]
    public async Task A_frame_that_is_no_json_is_a_broken_line()
    {
        await using var gateway = await GatewayFixture.ListenAsync();
        var line = await gateway.AcceptReadyAsync();
        await line.SendAsync("{");
        await gateway.Clock.PassAsync(0.75);
        Assert.Equal("/resume?v=10&encoding=json", (await gateway.AcceptAsync()).Address);
    }
}
