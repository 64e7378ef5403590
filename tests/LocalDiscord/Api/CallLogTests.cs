using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class CallLogTests
{
    [Fact]
    public async Task Call_is_listed_with_its_request_and_response()
    {
        await using var discord = await TestDiscord.StartAsync();

        var sent = await discord.SendAsync("""{"content":"hi"}""");
        var call = (await discord.PageAsync("GET", "calls")).Json.AsArray().Single()!;

        Assert.Equal(("POST", "/channels/{channel}/messages", $"/channels/{Seed.GeneralChannelId}/messages", "200"),
            (call["method"]!.ToString(), call["route"]!.ToString(), call["path"]!.ToString(), call["status"]!.ToString()));
        Assert.Equal("""{"content":"hi"}""", call["request"]!.ToJsonString());
        Assert.Equal(sent["id"], call["response"]!["id"]!.ToString());
    }

    [Fact]
    public async Task Rejected_calls_are_listed_too()
    {
        await using var discord = await TestDiscord.StartAsync();

        await discord.ApiAsync("GET", "nowhere?limit=1");
        await discord.ApiAsync("GET", "users/@me", token: "Bot secret");
        await discord.SendAsync("{");
        var calls = (await discord.PageAsync("GET", "calls")).Json.AsArray();

        Assert.Equal(
            ["404 /nowhere?limit=1", "401 /users/@me", $"400 /channels/{Seed.GeneralChannelId}/messages"],
            calls.Select(call => $"{call!["status"]} {call["path"]}"));
        Assert.Null(calls[0]!["route"]);
        Assert.Null(calls[2]!["request"]);
    }

    [Fact]
    public async Task Calls_contain_no_token()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);

        var (_, interaction) = await discord.ExchangeAsync(bot, """{"command":"/latest"}""", """{"type":4,"data":{"content":"hi"}}""");
        var calls = await discord.PageAsync("GET", "calls");

        Assert.Contains($"/interactions/{interaction["id"]}/token/callback", calls.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(interaction["token"]!.ToString(), calls.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(LocalDiscordServer.Token, calls.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_latest_calls_are_kept()
    {
        await using var discord = await TestDiscord.StartAsync();
        for (var i = 0; i < 205; i++)
            await discord.ApiAsync("GET", $"nowhere/{i}");

        var calls = (await discord.PageAsync("GET", "calls")).Json.AsArray();

        Assert.Equal((200, "/nowhere/5", "/nowhere/204"), (calls.Count, calls[0]!["path"]!.ToString(), calls[^1]!["path"]!.ToString()));
    }

    [Fact]
    public async Task Page_gets_calls_as_they_happen()
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var events = discord.EventsAsync("member", calls: true).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await events.MoveNextAsync();

        await discord.ApiAsync("GET", "users/@me");
        await events.MoveNextAsync();

        Assert.StartsWith("api_call {", events.Current, StringComparison.Ordinal);
        Assert.Contains("\"route\":\"/users/@me\"", events.Current, StringComparison.Ordinal);
    }
}
