using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Page;

public sealed class MenuCommandsTests
{
    [Fact]
    public async Task Message_command_gets_the_message()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"Related coverage","type":3}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);
        var message = await discord.PageAsync("POST", "channels/general/messages", """{"as":"moderator","content":"storm"}""");

        var (seen, interaction) = await discord.ExchangeAsync(
            bot, $$$"""{"menu":{"command":"Related coverage","message":"{{{message["id"]}}}"}}""",
            """{"type":4,"data":{"content":"three more"}}""");

        var data = interaction["data"]!;
        Assert.Equal(("3", message["id"]), (data["type"]!.ToString(), data["target_id"]!.ToString()));
        Assert.Equal("storm", data["resolved"]!["messages"]![message["id"]]!["content"]!.ToString());
        Assert.Equal(
            ("23", message["id"]),
            (seen.Json["message"]!["type"]!.ToString(), seen.Json["message"]!["interaction_metadata"]!["target_message_id"]!.ToString()));
    }

    [Fact]
    public async Task User_command_gets_the_user()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"Follows","type":2}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);

        var (_, interaction) = await discord.ExchangeAsync(
            bot, """{"menu":{"command":"Follows","user":"moderator"}}""", """{"type":4,"data":{"content":"none"}}""");

        Assert.Equal(
            ("2", "tove"),
            (interaction["data"]!["type"]!.ToString(),
                interaction["data"]!["resolved"]!["users"]![Seed.ModeratorId]!["username"]!.ToString()));
    }

    [Theory]
    [InlineData("""{"menu":{"command":"Report","message":"1"}}""", "There is no message 1.")]
    [InlineData("""{"menu":{"command":"Report"}}""", "Specify a target for the command: message or user.")]
    [InlineData("""{"menu":{"command":"Report","user":"moderator"}}""", "There is no command \"Report\" in this menu. It has Follows.")]
    public async Task Command_missing_from_the_menu_is_rejected(string action, string error)
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"Follows","type":2}]""");

        Assert.Equal(error, (await discord.UseAsync(action))["error"]);
    }

    [Fact]
    public async Task Interaction_in_direct_messages_has_a_user_and_no_guild()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);
        var channel = (await discord.PageAsync("POST", "direct-messages", """{"as":"member"}"""))["id"];

        var (seen, interaction) = await discord.ExchangeAsync(
            bot, $$"""{"channel":"{{channel}}","command":"/latest"}""", """{"type":4,"data":{"content":"hi"}}""");

        Assert.Equal(
            (Seed.MemberId, "1", "0"),
            (interaction["user"]!["id"]!.ToString(), interaction["context"]!.ToString(),
                interaction["authorizing_integration_owners"]!["0"]!.ToString()));
        Assert.Null(interaction["guild_id"]);
        Assert.Null(interaction["member"]);
        Assert.Equal("hi", seen.Json["message"]!["content"]!.ToString());
    }
}
