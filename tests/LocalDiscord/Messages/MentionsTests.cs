using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Messages;

public sealed class MentionsTests
{
    const string Text = $"<@{Seed.MemberId}> <@{Seed.ModeratorId}> <@&{Seed.ModeratorRoleId}> @everyone";

    [Theory]
    [InlineData("null", "mira tove", Seed.ModeratorRoleId)]
    [InlineData("""{"parse":[]}""", "", "")]
    [InlineData("""{"parse":["users"]}""", "mira tove", "")]
    [InlineData($$"""{"users":["{{Seed.MemberId}}"]}""", "mira", "")]
    [InlineData($$"""{"parse":["users"],"roles":["{{Seed.ModeratorRoleId}}"]}""", "mira tove", Seed.ModeratorRoleId)]
    public async Task Only_allowed_mentions_ping(string allowed, string users, string roles)
    {
        await using var discord = await TestDiscord.StartAsync();

        var sent = await discord.SendAsync($$"""{"content":"{{Text}}","allowed_mentions":{{allowed}}}""");

        Assert.Equal(users, string.Join(' ', sent.Json["mentions"]!.AsArray().Select(user => user!["username"])));
        Assert.Equal(roles, string.Join(' ', sent.Json["mention_roles"]!.AsArray().Select(role => role!.ToString())));
    }

    [Fact]
    public async Task Pinging_everyone_needs_its_permission()
    {
        await using var discord = await TestDiscord.StartAsync();

        var bot = await discord.SendAsync("""{"content":"@everyone"}""");
        var moderator = await discord.PageAsync("POST", "channels/general/messages", """{"as":"moderator","content":"@everyone"}""");

        Assert.Equal(("false", "true"), (bot["mention_everyone"], moderator["mention_everyone"]));
    }

    [Fact]
    public async Task Interaction_answer_pings_only_users_by_default()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"ping","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);

        var (seen, _) = await discord.ExchangeAsync(bot, """{"command":"/ping"}""", $$$"""{"type":4,"data":{"content":"{{{Text}}}"}}""");

        var message = seen.Json["message"]!;
        Assert.Equal((2, 0), (message["mentions"]!.AsArray().Count, message["mention_roles"]!.AsArray().Count));
    }

    [Fact]
    public async Task Mention_in_a_text_display_pings()
    {
        await using var discord = await TestDiscord.StartAsync();

        var sent = await discord.SendAsync(
            $$"""{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"<@{{Seed.MemberId}}>"}]}]}""");

        Assert.Equal("mira", sent.Json["mentions"]![0]!["username"]!.ToString());
    }
}
