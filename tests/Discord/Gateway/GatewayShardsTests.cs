using Discord.Gateway;

namespace Discord.Tests.Gateway;

public sealed class GatewayShardsTests
{
    [Fact]
    public async Task Shards_identify_in_order_five_seconds_apart()
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
    public async Task Max_concurrency_shards_identify_at_the_same_time()
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
    public async Task Connection_that_fails_before_Identify_gives_its_turn_to_the_next_shard()
    {
        await using var gateway = await GatewayFixture.StartAsync(with: options => options with { Shards = "2" });
        gateway.Listen();

        (await gateway.AcceptAsync()).Abort();

        await IdentifyAsync(gateway, "[1,2]");
    }

    [Fact]
    public async Task All_shards_share_one_stream_and_resume_independently()
    {
        await using var gateway = await GatewayFixture.StartAsync(with: options => options with { Shards = "2" });
        gateway.MaxConcurrency = 2;
        gateway.Listen();
        var (one, other) = (await gateway.AcceptReadyAsync(), await gateway.AcceptReadyAsync());

        await other.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"12"}}""");
        Assert.IsType<GuildCreated>(await gateway.NextAsync());
        one.Abort();
        await gateway.Clock.PassAsync(0.75);
        Assert.Equal("/resume?v=10&encoding=json", (await gateway.AcceptAsync()).Address);
        await other.SendAsync("""{"op":0,"t":"GUILD_CREATE","s":3,"d":{"id":"13"}}""");
        Assert.IsType<GuildCreated>(await gateway.NextAsync());
    }

    [Fact]
    public async Task Fatal_close_of_one_shard_stops_all()
    {
        await using var gateway = await GatewayFixture.StartAsync(with: options => options with { Shards = "2" });
        gateway.MaxConcurrency = 2;
        gateway.Listen();
        var (one, other) = (await gateway.AcceptReadyAsync(), await gateway.AcceptReadyAsync());

        await one.CloseAsync(4011);

        Assert.Equal("closed 1000", await other.ReceiveAsync());
        var fault = await Assert.ThrowsAsync<DiscordGatewayException>(() => gateway.Listening);
        Assert.Contains("Set Discord:Shards to auto", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_shard_setting_ends_the_stream()
    {
        await using var gateway = await GatewayFixture.ListenAsync(with: options => options with { Shards = "many" });
        await Assert.ThrowsAsync<FormatException>(() => gateway.Listening);
    }

    static async Task IdentifyAsync(GatewayFixture gateway, string shard)
    {
        var connection = await gateway.AcceptAsync();
        await connection.HelloAsync();
        Assert.Equal(shard, ShardOf(await connection.ReceiveAsync()));
    }

    static string ShardOf(string identify)
    {
        Assert.StartsWith("""{"op":2""", identify, StringComparison.Ordinal);
        return System.Text.Json.JsonElement.Parse(identify).GetProperty("d").GetProperty("shard").GetRawText();
    }
}
