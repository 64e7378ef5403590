using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class CommandsApiTests
{
    const string Path = $"applications/{Seed.ApplicationId}/commands";

    [Fact]
    public async Task Overwriting_with_the_same_list_changes_nothing()
    {
        await using var discord = await TestDiscord.StartAsync();
        const string list = """[{"name":"latest","description":"The latest"},{"name":"topic","description":"A topic"}]""";

        var first = await discord.RegisterAsync(list);
        var second = await discord.RegisterAsync(list);
        var one = await discord.ApiAsync("GET", $"{Path}/{first.Json[0]!["id"]}");

        Assert.Equal(200, first.Status);
        Assert.True(JsonNode.DeepEquals(first.Json, second.Json));
        Assert.True(JsonNode.DeepEquals(first.Json[0], one.Json));
    }

    [Fact]
    public async Task Changed_command_keeps_its_id_and_gets_a_new_version()
    {
        await using var discord = await TestDiscord.StartAsync();

        var before = (await discord.RegisterAsync("""[{"name":"latest","description":"The latest"}]""")).Json[0]!;
        var after = (await discord.RegisterAsync("""[{"name":"latest","description":"The very latest"}]""")).Json[0]!;

        Assert.Equal(before["id"]!.ToString(), after["id"]!.ToString());
        Assert.NotEqual(before["version"]!.ToString(), after["version"]!.ToString());
    }

    [Fact]
    public async Task Overwriting_removes_commands_that_are_not_in_the_list()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""[{"name":"latest","description":"The latest"},{"name":"topic","description":"A topic"}]""");

        await discord.RegisterAsync("""[{"name":"topic","description":"A topic"}]""");

        Assert.Equal(["topic"], (await discord.ApiAsync("GET", Path)).Json.AsArray().Select(command => command!["name"]!.ToString()));
    }

    [Fact]
    public async Task Creating_a_command_with_an_existing_name_replaces_it()
    {
        await using var discord = await TestDiscord.StartAsync();

        var created = await discord.ApiAsync("POST", Path, """{"name":"latest","description":"The latest"}""");
        var replaced = await discord.ApiAsync("POST", Path, """{"name":"latest","description":"Replaced"}""");

        Assert.Equal((201, 200, created["id"]), (created.Status, replaced.Status, replaced["id"]));
    }

    [Fact]
    public async Task Guild_commands_belong_to_one_guild()
    {
        await using var discord = await TestDiscord.StartAsync();

        var put = await discord.ApiAsync(
            "PUT", $"applications/{Seed.ApplicationId}/guilds/{Seed.GuildId}/commands", """[{"name":"latest","description":"Here"}]""");

        Assert.Equal(Seed.GuildId, put.Json[0]!["guild_id"]!.ToString());
        Assert.Empty((await discord.ApiAsync("GET", Path)).Json.AsArray());
    }

    [Fact]
    public async Task Deleted_command_is_unknown()
    {
        await using var discord = await TestDiscord.StartAsync();
        var created = await discord.ApiAsync("POST", Path, """{"name":"latest","description":"The latest"}""");

        var deleted = await discord.ApiAsync("DELETE", $"{Path}/{created["id"]}");

        Assert.Equal((204, 10063), (deleted.Status, (await discord.ApiAsync("GET", $"{Path}/{created["id"]}")).Code));
    }
}
