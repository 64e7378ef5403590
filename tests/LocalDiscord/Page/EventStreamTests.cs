using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Page;

public sealed class EventStreamTests
{
    [Fact]
    public async Task Page_gets_events_as_they_happen()
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var events = discord.EventsAsync("member").GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.Equal("""bot {"online":false}""", await NextAsync(events));
        var bot = await discord.ReadyBotAsync();
        Assert.Equal("""bot {"online":true}""", await NextAsync(events));
        var sent = await discord.SendAsync("""{"content":"hi"}""");
        Assert.Equal($"message_create {sent.Text}", await NextAsync(events));
        var edited = await discord.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}", """{"content":"ho"}""");
        Assert.Equal($"message_update {edited.Text}", await NextAsync(events));
        await discord.ApiAsync("DELETE", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}");
        Assert.Equal($$"""message_delete {"id":"{{sent["id"]}}","channel_id":"{{Seed.GeneralChannelId}}"}""", await NextAsync(events));
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        Assert.Equal("commands {}", await NextAsync(events));
        await bot.CloseAsync(1000);
        Assert.Equal("""bot {"online":false}""", await NextAsync(events));
    }

    [Fact]
    public async Task Page_gets_no_events_of_other_users()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);
        await using var member = discord.EventsAsync("member").GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await using var moderator = discord.EventsAsync("moderator").GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await NextAsync(member);
        await NextAsync(moderator);

        await discord.ExchangeAsync(
            bot, """{"as":"member","command":"/latest"}""", """{"type":4,"data":{"content":"for one","flags":64}}""");
        await discord.SendAsync("""{"content":"for all"}""");

        Assert.Contains("for one", await NextAsync(member), StringComparison.Ordinal);
        Assert.Contains("for all", await NextAsync(moderator), StringComparison.Ordinal);
    }

    static async Task<string> NextAsync(IAsyncEnumerator<string> events)
    {
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        return events.Current;
    }
}
