namespace Sandbox.Tests.Page;

public sealed class PageTests
{
    [Fact]
    public async Task The_page_learns_of_the_guild_its_people_and_the_bot()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var before = (await discord.PageAsync("GET", "guilds")).Json[0]!;
        await discord.ReadyBotAsync();
        var after = (await discord.PageAsync("GET", "guilds")).Json[0]!;

        Assert.Equal(("Harbour Gazette", "false", "true"), (before["name"]!.ToString(), before["bot"]!["online"]!.ToString(), after["bot"]!["online"]!.ToString()));
        Assert.Equal(["member", "moderator"], before["users"]!.AsArray().Select(user => user!["as"]!.ToString()));
    }

    [Theory]
    [InlineData("member", "latest")]
    [InlineData("moderator", "latest channel")]
    [InlineData(Seed.ModeratorId, "latest channel")]
    [InlineData(Seed.OwnerId, "latest channel admin")]
    public async Task Everybody_has_the_commands_that_they_may_use(string user, string names)
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"},{"name":"channel","description":"d","default_member_permissions":"32"},{"name":"admin","description":"d","default_member_permissions":"0"}]""");

        var commands = await discord.PageAsync("GET", $"commands?as={user}");

        Assert.Equal(names, string.Join(' ', commands.Json.AsArray().Select(command => command!["name"])));
    }

    [Fact]
    public async Task Messages_are_listed_oldest_first_with_what_only_this_user_sees()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);
        await discord.SendAsync("""{"content":"for all"}""");
        await discord.ExchangeAsync(bot, """{"as":"member","command":"/latest"}""", """{"type":4,"data":{"content":"for one","flags":64}}""");

        var member = await discord.PageAsync("GET", "channels/general/messages?as=member");
        var moderator = await discord.PageAsync("GET", $"channels/{Seed.GeneralChannelId}/messages?as=moderator");

        Assert.Equal(["for all", "for one"], member.Json.AsArray().Select(message => message!["content"]!.ToString()));
        Assert.Equal(["for all"], moderator.Json.AsArray().Select(message => message!["content"]!.ToString()));
    }

    [Theory]
    [InlineData("general", """{"as":"member","content":"hi"}""", 200, "null")]
    [InlineData("news", """{"as":"moderator","content":"hi"}""", 200, "null")]
    [InlineData("news", """{"as":"member","content":"hi"}""", 400, "You cannot write in #news.")]
    [InlineData("stories", """{"as":"moderator","content":"hi"}""", 400, "You cannot write in #stories.")]
    [InlineData("general", """{"as":"member","content":"  "}""", 400, "A message needs content.")]
    public async Task People_write_where_they_may(string channel, string body, int status, string error)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.PageAsync("POST", $"channels/{channel}/messages", body);

        Assert.Equal((status, error), (reply.Status, reply["error"]));
    }

    [Fact]
    public async Task The_page_may_load_scripts_and_styles_from_here_only()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var page = await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, discord.Server.Address));

        Assert.Equal((200, "text/html", "no-cache"), (page.Status, page.ContentType, page.Headers["Cache-Control"]));
        Assert.StartsWith("default-src 'self'; img-src * data:; style-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found()
    {
        await using var discord = await LocalDiscord.StartAsync();

        Assert.Equal(404, (await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(discord.Server.Address, "no-such.js")))).Status);
    }
}
