namespace Discord.Tests.Gateway;

public sealed class GatewayShardsTests
{
    [Fact]
    public async Task Shards_identify_in_order_and_five_seconds_apart()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.RecommendedShards = 3;
        gateway.Listen();

        for (var shard = 0; shard < 3; shard++)
        {
            if (shard > 0)
                await gateway.Clock.PassAsync(5);
            await IdentifyAsync(gateway, $"[{shard},3]");
        }
    }

    [Fact]
    public async Task As_many_shards_as_Discord_allows_identify_side_by_side()
    {
        await using var gateway = await GatewayFixture.StartAsync(with: options => options with { Shards = "4-7/8" });
        gateway.MaxConcurrency = 2;
        gateway.Listen();

        var (one, other) = (await gateway.AcceptAsync(), await gateway.AcceptAsync());
        await one.HelloAsync();
        await other.HelloAsync();
        string[] first = [ShardOf(await one.ReceiveAsync()), ShardOf(await other.ReceiveAsync())];
        Assert.Equal(["[4,8]", "[5,8]"], first.Order());
        await gateway.Clock.PassAsync(5);
        await gateway.AcceptAsync();
    }

    [Fact]
    public async Task A_connection_that_fails_before_it_identified_lets_the_next_shard_in()
    {
        await using var gateway = await GatewayFixture.StartAsync(with: options => options with { Shards = "2" });
        gateway.Listen();

        (await gateway.AcceptAsync()).Abort();

        await IdentifyAsync(gateway, "[1,2]");
    }

    [Fact]
    public async Task The_events_of_all_shards_are_one_stream_and_each_resumes_by_itself()
    {
        await using var gateway = await GatewayFixture.StartAsync(with: options => options with { Shards = "2" });
        gateway.MaxConcurrency = 2;
        gateway.Listen();
        var (one, other) = (await gateway.AcceptReadyAsync(), await gateway.AcceptReadyAsync());

        await other.SendAsync("""{"op":0,"t":"GUILD_DELETE","s":2,"d":{"id":"12"}}""");
        Assert.IsType<GuildDeleted>(await gateway.NextAsync());
        one.Abort();
        await gateway.Clock.PassAsync(0.75);
        Assert.Equal("/resume?v=10&encoding=json", (await gateway.AcceptAsync()).Address);
        await other.SendAsync("""{"op":0,"t":"GUILD_DELETE","s":3,"d":{"id":"13"}}""");
        Assert.IsType<GuildDeleted>(await gateway.NextAsync());
    }

    [Fact]
    public async Task A_shard_that_cannot_go_on_ends_all()
    {
        await using var gateway = await GatewayFixture.StartAsync(with: options => options with { Shards = "2" });
        gateway.MaxConcurrency = 2;
        gateway.Listen();
        var (one, other) = (await gateway.AcceptReadyAsync(), await gateway.AcceptReadyAsync());

        await one.CloseAsync(4011);

        Assert.Equal("closed 1000", await other.ReceiveAsync());
        var fault = await Assert.ThrowsAsync<DiscordGatewayException>(() => gateway.Listening);
        Assert.Contains("set Discord:Shards to auto", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_name_no_shards_say_what_to_write()
    {
        await using var gateway = await GatewayFixture.ListenAsync(with: options => options with { Shards = "many" });
        await Assert.ThrowsAsync<FormatException>(() => gateway.Listening);
    }

    static async Task IdentifyAsync(GatewayFixture gateway, string shard)
    {
        var line = await gateway.AcceptAsync();
        await line.HelloAsync();
        Assert.Equal(shard, ShardOf(await line.ReceiveAsync()));
    }

    static string ShardOf(string identify)
    {
        Assert.StartsWith("""{"op":2""", identify, StringComparison.Ordinal);
        return System.Text.Json.JsonElement.Parse(identify).GetProperty("d").GetProperty("shard").GetRawText();
    }
}
