using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class CommandPermissionsTests
{
    const string Commands = $"applications/{Seed.ApplicationId}/guilds/{Seed.GuildId}/commands";

    [Theory]
    [InlineData($$"""{"id":"{{Seed.MemberId}}","type":2,"permission":false}""", "Mira may not, the moderator may", false, true)]
    [InlineData($$"""{"id":"{{Seed.GuildId}}","type":1,"permission":false}""", "nobody may", false, false)]
    [InlineData(
        $$"""{"id":"{{Seed.GuildId}}","type":1,"permission":false},{"id":"{{Seed.ModeratorRoleId}}","type":1,"permission":true}""",
        "editors may", false, true)]
    [InlineData($$"""{"id":"{{Seed.GeneralChannelId}}","type":3,"permission":false}""", "not there", false, false)]
    [InlineData("""{"id":"1214123237466701826","type":3,"permission":false}""", "not anywhere", false, false)]
    public async Task Moderator_can_restrict_a_command(string permissions, string meaning, bool member, bool moderator)
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");

        await discord.PageAsync("PUT", "command-permissions", $$"""{"command":"latest","permissions":[{{permissions}}]}""");

        Assert.Equal((meaning, member, moderator), (meaning, await MayAsync(discord, "member"), await MayAsync(discord, "moderator")));
        Assert.True(await MayAsync(discord, Seed.OwnerId));
    }

    [Fact]
    public async Task Command_permissions_are_sent_as_an_event_and_can_be_read()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"d"}]""");
        var bot = await discord.ReadyBotAsync(intents: 0);
        var command = (await discord.ApiAsync("GET", $"applications/{Seed.ApplicationId}/commands")).Json[0]!["id"];

        var none = await discord.ApiAsync("GET", $"{Commands}/{command}/permissions");
        await discord.PageAsync(
            "PUT", "command-permissions",
            $$"""{"command":"latest","permissions":[{"id":"{{Seed.MemberId}}","type":2,"permission":false}]}""");
        var all = await discord.ApiAsync("GET", $"{Commands}/permissions");
        var one = await discord.ApiAsync("GET", $"{Commands}/{command}/permissions");

        Assert.Equal(10066, none.Code);
        Assert.Equal(all.Json[0]!.ToJsonString(), one.Json.ToJsonString());
        Assert.Equal(command!.ToString(), all.Json[0]!["id"]!.ToString());
        Assert.Equal(command.ToString(), (await bot.EventAsync("APPLICATION_COMMAND_PERMISSIONS_UPDATE"))["id"]!.ToString());
    }

    [Fact]
    public async Task Edit_of_a_command_keeps_its_id_and_other_fields()
    {
        await using var discord = await TestDiscord.StartAsync();
        var command = await discord.ApiAsync("POST", Commands, """{"name":"latest","description":"old"}""");

        var edited = await discord.ApiAsync("PATCH", $"{Commands}/{command["id"]}", """{"description":"new"}""");

        Assert.Equal((200, command["id"], "latest", "new"), (edited.Status, edited["id"], edited["name"], edited["description"]));
        Assert.NotEqual(command["version"], edited["version"]);
    }

    static async Task<bool> MayAsync(TestDiscord discord, string user) =>
        (await discord.PageAsync("GET", $"commands?as={user}")).Json.AsArray().Count == 1;
}
