using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Page;

public sealed class PageTests
{
    [Fact]
    public async Task Page_gets_the_guild_its_users_and_the_bot()
    {
        await using var discord = await TestDiscord.StartAsync();

        var before = (await discord.PageAsync("GET", "guilds")).Json[0]!;
        await discord.ReadyBotAsync();
        var after = (await discord.PageAsync("GET", "guilds")).Json[0]!;

        Assert.Equal(
            ("Harbour Gazette", "false", "true"),
            (before["name"]!.ToString(), before["bot"]!["online"]!.ToString(), after["bot"]!["online"]!.ToString()));
        Assert.Equal(["member", "moderator"], before["users"]!.AsArray().Select(user => user!["as"]!.ToString()));
    }

    [Theory]
    [InlineData("member", "latest")]
    [InlineData("moderator", "latest channel")]
    [InlineData(Seed.ModeratorId, "latest channel")]
    [InlineData(Seed.OwnerId, "latest channel admin")]
    public async Task Users_get_the_commands_that_they_can_use(string user, string names)
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""
            [
              {"name":"latest","description":"d"},
              {"name":"channel","description":"d","default_member_permissions":"32"},
              {"name":"admin","description":"d","default_member_permissions":"0"}
            ]
            """);

        var commands = await discord.PageAsync("GET", $"commands?as={user}");

        Assert.Equal(names, string.Join(' ', commands.Json.AsArray().Select(command => command!["name"])));
    }

    [Fact]
    public async Task Messages_are_listed_oldest_first_including_ephemeral_ones_of_the_user()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);
        await discord.SendAsync("""{"content":"for all"}""");
        await discord.ExchangeAsync(
            bot, """{"as":"member","command":"/latest"}""", """{"type":4,"data":{"content":"for one","flags":64}}""");

        var member = await discord.PageAsync("GET", "channels/general/messages?as=member");
        var moderator = await discord.PageAsync("GET", $"channels/{Seed.GeneralChannelId}/messages?as=moderator");

        Assert.Equal(["for all", "for one"], member.Json.AsArray().Select(message => message!["content"]!.ToString()));
        Assert.Equal(["for all"], moderator.Json.AsArray().Select(message => message!["content"]!.ToString()));
    }

    [Theory]
    [InlineData("general", """{"as":"member","content":"hi"}""", 200, "null")]
    [InlineData("news", """{"as":"moderator","content":"hi"}""", 200, "null")]
    [InlineData("news", """{"as":"member","content":"hi"}""", 400, "You can't write in #news.")]
    [InlineData("stories", """{"as":"moderator","content":"hi"}""", 400, "You can't write in #stories.")]
    [InlineData("general", """{"as":"member","content":"  "}""", 400, "A message needs content.")]
    public async Task Users_can_write_only_where_they_have_permission(string channel, string body, int status, string error)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.PageAsync("POST", $"channels/{channel}/messages", body);

        Assert.Equal((status, error), (reply.Status, reply["error"]));
    }

    [Fact]
    public async Task Page_can_load_scripts_and_styles_from_this_server_only()
    {
        await using var discord = await TestDiscord.StartAsync();

        var page = await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, discord.Server.Address));

        Assert.Equal((200, "text/html", "no-cache"), (page.Status, page.ContentType, page.Headers["Cache-Control"]));
        Assert.StartsWith(
            "default-src 'self'; img-src * data:; style-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_file_is_not_found()
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(
            404, (await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(discord.Server.Address, "no-such.js")))).Status);
    }
}
