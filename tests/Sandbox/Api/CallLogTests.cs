namespace Sandbox.Tests.Api;

public sealed class CallLogTests
{
    [Fact]
    public async Task Each_call_is_listed_with_what_was_asked_and_answered()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var sent = await discord.SendAsync("""{"content":"hi"}""");
        var call = (await discord.PageAsync("GET", "calls")).Json.AsArray().Single()!;

        Assert.Equal(("POST", "/channels/{channel}/messages", $"/channels/{Seed.GeneralChannelId}/messages", "200"),
            (call["method"]!.ToString(), call["route"]!.ToString(), call["path"]!.ToString(), call["status"]!.ToString()));
        Assert.Equal("""{"content":"hi"}""", call["request"]!.ToJsonString());
        Assert.Equal(sent["id"], call["response"]!["id"]!.ToString());
    }

    [Fact]
    public async Task Refused_calls_are_listed_too()
    {
        await using var discord = await LocalDiscord.StartAsync();

        await discord.ApiAsync("GET", "nowhere?limit=1");
        await discord.ApiAsync("GET", "users/@me", token: "Bot secret");
        await discord.SendAsync("{");
        var calls = (await discord.PageAsync("GET", "calls")).Json.AsArray();

        Assert.Equal(["404 /nowhere?limit=1", "401 /users/@me", $"400 /channels/{Seed.GeneralChannelId}/messages"], calls.Select(call => $"{call!["status"]} {call["path"]}"));
        Assert.Null(calls[0]!["route"]);
        Assert.Null(calls[2]!["request"]);
    }

    [Fact]
    public async Task No_token_is_shown()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);

        var (_, interaction) = await discord.ExchangeAsync(bot, """{"command":"/latest"}""", """{"type":4,"data":{"content":"hi"}}""");
        var calls = await discord.PageAsync("GET", "calls");

        Assert.Contains($"/interactions/{interaction["id"]}/token/callback", calls.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(interaction["token"]!.ToString(), calls.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxServer.Token, calls.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_latest_are_kept()
    {
        await using var discord = await LocalDiscord.StartAsync();
        for (var i = 0; i < 205; i++)
            await discord.ApiAsync("GET", $"nowhere/{i}");

        var calls = (await discord.PageAsync("GET", "calls")).Json.AsArray();

        Assert.Equal((200, "/nowhere/5", "/nowhere/204"), (calls.Count, calls[0]!["path"]!.ToString(), calls[^1]!["path"]!.ToString()));
    }

    [Fact]
    public async Task A_page_hears_of_calls_as_they_happen()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await using var events = discord.EventsAsync("member", calls: true).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await events.MoveNextAsync();

        await discord.ApiAsync("GET", "users/@me");
        await events.MoveNextAsync();

        Assert.StartsWith("api_call {", events.Current, StringComparison.Ordinal);
        Assert.Contains("\"route\":\"/users/@me\"", events.Current, StringComparison.Ordinal);
    }
}
