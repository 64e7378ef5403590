namespace LocalDiscord.Tests.Gateway;

public sealed class PrivilegedIntentTests
{
    const long Content = 1 << 15;
    const long Presences = 1 << 8;

    static readonly LocalDiscordOptions Privileged = new() { RateLimits = false, PrivilegedIntents = true };

    [Fact]
    public async Task Granted_intent_shows_the_content_of_messages()
    {
        await using var discord = await TestDiscord.StartAsync(Privileged);
        var reading = await discord.ReadyBotAsync(513 | Content);
        var plain = await discord.ReadyBotAsync();

        await discord.PageAsync("POST", "channels/general/messages", """{"as":"member","content":"good morning"}""");

        Assert.Equal(
            ("good morning", ""),
            (
                (await reading.EventAsync("MESSAGE_CREATE"))["content"]!.ToString(),
                (await plain.EventAsync("MESSAGE_CREATE"))["content"]!.ToString()));
    }

    [Fact]
    public async Task Intents_can_be_granted_and_withdrawn_while_the_server_runs()
    {
        await using var discord = await TestDiscord.StartAsync();

        await discord.PageAsync("POST", "faults", """{"privileged_intents":true}""");
        var granted = await discord.ReadyBotAsync(513 | Content);
        var flags = (await discord.ApiAsync("GET", "applications/@me"))["flags"];
        await discord.PageAsync("POST", "faults", """{"privileged_intents":false}""");
        var refused = await discord.ConnectAsync();
        await refused.IdentifyAsync(513 | Content);

        Assert.Equal(flags, granted.Ready["application"]!["flags"]!.ToString());
        Assert.Equal($"{(1 << 13) | (1 << 15) | (1 << 19)}", flags);
        Assert.Equal(4014, await refused.ClosedAsync());
    }

    [Fact]
    public async Task Presence_intent_lists_the_members_of_a_guild()
    {
        await using var discord = await TestDiscord.StartAsync(Privileged);
        var bot = await discord.ConnectAsync();
        await bot.NextAsync();

        await bot.IdentifyAsync(1 | Presences);
        await bot.EventAsync("READY");

        Assert.Equal(5, (await bot.EventAsync("GUILD_CREATE"))["members"]!.AsArray().Count);
    }
}
