namespace Sandbox.Tests.Api;

public sealed class ApiEndpointTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bot something-else")]
    [InlineData("local-discord")]
    public async Task Another_token_or_none_is_unauthorised(string? token)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.ApiAsync("GET", "users/@me", token: token);

        Assert.Equal((401, """{"message":"401: Unauthorized","code":0}"""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task The_gateways_address_needs_no_token()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.ApiAsync("GET", "gateway", token: null);

        Assert.Equal($"ws://{discord.Server.Address.Authority}/gateway", reply["url"]);
    }

    [Fact]
    public async Task Unknown_routes_are_not_found()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.ApiAsync("GET", "stage-instances/1");

        Assert.Equal((404, """{"message":"404: Not Found","code":0}"""), (reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("""{"content": hi}""")]
    [InlineData("""{"content":"hi","content":"ho"}""")]
    [InlineData("""{"content":"half an emoji: \ud83d"}""")]
    public async Task A_body_that_is_not_JSON_is_50109(string body)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync(body);

        Assert.Equal((400, 50109), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_bot_knows_itself_by_one_id()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var user = await discord.ApiAsync("GET", "users/@me");
        var application = await discord.ApiAsync("GET", "applications/@me");

        Assert.Equal((Seed.ApplicationId, Seed.ApplicationId, "true"), (user["id"], application["id"], user["bot"]));
    }
}
