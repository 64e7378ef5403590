namespace Sandbox.Tests.Messages;

public sealed class MentionsTests
{
    const string Text = $"<@{Seed.MemberId}> <@{Seed.ModeratorId}> <@&{Seed.ModeratorRoleId}> @everyone";

    [Theory]
    [InlineData("null", "mira tove", Seed.ModeratorRoleId)]
    [InlineData("""{"parse":[]}""", "", "")]
    [InlineData("""{"parse":["users"]}""", "mira tove", "")]
    [InlineData($$"""{"users":["{{Seed.MemberId}}"]}""", "mira", "")]
    [InlineData($$"""{"parse":["users"],"roles":["{{Seed.ModeratorRoleId}}"]}""", "mira tove", Seed.ModeratorRoleId)]
    public async Task Only_what_is_allowed_pings(string allowed, string users, string roles)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var sent = await discord.SendAsync($$"""{"content":"{{Text}}","allowed_mentions":{{allowed}}}""");

        Assert.Equal(users, string.Join(' ', sent.Json["mentions"]!.AsArray().Select(user => user!["username"])));
        Assert.Equal(roles, string.Join(' ', sent.Json["mention_roles"]!.AsArray().Select(role => role!.ToString())));
    }

    [Fact]
    public async Task Everyone_is_pinged_only_by_those_who_may()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var bot = await discord.SendAsync("""{"content":"@everyone"}""");
        var moderator = await discord.PageAsync("POST", "channels/general/messages", """{"as":"moderator","content":"@everyone"}""");

        Assert.Equal(("false", "true"), (bot["mention_everyone"], moderator["mention_everyone"]));
    }

    [Fact]
    public async Task An_answer_to_an_interaction_pings_users_only_unless_told()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"ping","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);

        var (seen, _) = await discord.ExchangeAsync(bot, """{"command":"/ping"}""", $$$"""{"type":4,"data":{"content":"{{{Text}}}"}}""");

        var message = seen.Json["message"]!;
        Assert.Equal((2, 0), (message["mentions"]!.AsArray().Count, message["mention_roles"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_mention_in_a_text_display_counts()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var sent = await discord.SendAsync($$"""{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"<@{{Seed.MemberId}}>"}]}]}""");

        Assert.Equal("mira", sent.Json["mentions"]![0]!["username"]!.ToString());
    }
}
