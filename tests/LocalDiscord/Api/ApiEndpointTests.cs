using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class ApiEndpointTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bot something-else")]
    [InlineData("local-discord")]
    public async Task Missing_or_wrong_token_is_unauthorized(string? token)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.ApiAsync("GET", "users/@me", token: token);

        Assert.Equal((401, """{"message":"401: Unauthorized","code":0}"""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task Gateway_address_needs_no_token()
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.ApiAsync("GET", "gateway", token: null);

        Assert.Equal($"ws://{discord.Server.Address.Authority}/gateway", reply["url"]);
    }

    [Fact]
    public async Task Unknown_route_is_not_found()
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.ApiAsync("GET", "stage-instances/1");

        Assert.Equal((404, """{"message":"404: Not Found","code":0}"""), (reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("""{"content": hi}""")]
    [InlineData("""{"content":"hi","content":"ho"}""")]
    [InlineData("""{"content":"half an emoji: \ud83d"}""")]
    public async Task Body_that_is_not_JSON_is_rejected_with_50109(string body)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync(body);

        Assert.Equal((400, 50109), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task User_and_application_of_the_bot_have_the_same_id()
    {
        await using var discord = await TestDiscord.StartAsync();

        var user = await discord.ApiAsync("GET", "users/@me");
        var application = await discord.ApiAsync("GET", "applications/@me");

        Assert.Equal((Seed.ApplicationId, Seed.ApplicationId, "true"), (user["id"], application["id"], user["bot"]));
    }
}
