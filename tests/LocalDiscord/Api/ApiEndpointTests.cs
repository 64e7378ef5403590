using System.Buffers.Text;
using System.Text;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class ApiEndpointTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bot something-else")]
    [InlineData(LocalDiscordServer.Token)]
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
    [InlineData("POST", "users/@me")]
    [InlineData("DELETE", "gateway")]
    [InlineData("PUT", $"channels/{Seed.NewsChannelId}/messages")]
    public async Task Known_route_with_another_method_is_not_allowed(string method, string path)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.ApiAsync(method, path);

        Assert.Equal((405, """{"message":"405: Method Not Allowed","code":0}"""), (reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("v9", 200)]
    [InlineData("v10", 200)]
    [InlineData("v11", 400)]
    [InlineData("v8", 400)]
    [InlineData("v5", 400)]
    [InlineData("", 400)]
    public async Task Versions_9_and_10_are_served(string version, int status)
    {
        await using var discord = await TestDiscord.StartAsync();
        var address = new Uri(discord.Server.Address, $"api/{version}/gateway");

        var reply = await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

        Assert.Equal(status, reply.Status);
        if (status == 400)
            Assert.Equal("""{"message":"Invalid API version","code":50041}""", reply.Text);
    }

    [Fact]
    public async Task Call_is_logged_without_its_version()
    {
        await using var discord = await TestDiscord.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(discord.Server.Address, "api/v9/gateway"));

        await discord.SendAsync(request);

        var call = (await discord.PageAsync("GET", "calls")).Json[0]!;
        Assert.Equal(("/gateway", "/gateway"), (call["route"]!.ToString(), call["path"]!.ToString()));
    }

    [Fact]
    public async Task Response_names_the_proxy_that_Discord_stands_behind()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"api":"gateway","status":502,"body":"<html>"}""");

        Assert.False((await discord.ApiAsync("GET", "gateway")).Headers.ContainsKey("Via"));
        Assert.Equal("1.1 google", (await discord.ApiAsync("GET", "gateway")).Headers["Via"]);
    }

    [Fact]
    public void Token_has_the_shape_of_a_real_one()
    {
        var parts = LocalDiscordServer.Token.Split('.');

        Assert.Equal(Seed.ApplicationId, Encoding.ASCII.GetString(Base64Url.DecodeFromChars(parts[0])));
        Assert.Equal((4, 38), (Base64Url.DecodeFromChars(parts[1]).Length, parts[2].Length));
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
