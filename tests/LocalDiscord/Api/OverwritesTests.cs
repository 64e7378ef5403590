using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class OverwritesTests
{
    const string Path = $"channels/{Seed.GeneralChannelId}/permissions";
    const string SilenceMembers = """{"type":0,"deny":"2048"}""";

    [Fact]
    public async Task Bot_with_Manage_Roles_can_set_and_remove_an_overwrite()
    {
        await using var discord = await StartAsync();
        var bot = await discord.ReadyBotAsync();

        var closed = await discord.ApiAsync("PUT", $"{Path}/{Seed.GuildId}", SilenceMembers);
        var told = await bot.EventAsync("CHANNEL_UPDATE");
        var refused = await discord.PageAsync("POST", "channels/general/messages", """{"as":"member","content":"hi"}""");
        var opened = await discord.ApiAsync("DELETE", $"{Path}/{Seed.GuildId}");
        var written = await discord.PageAsync("POST", "channels/general/messages", """{"as":"member","content":"hi"}""");

        Assert.Equal((204, 400, 204, 200), (closed.Status, refused.Status, opened.Status, written.Status));
        Assert.Equal(
            $$"""{"id":"{{Seed.GuildId}}","type":0,"allow":"0","deny":"2048"}""",
            told["permission_overwrites"]!.AsArray()[^1]!.ToJsonString());
    }

    [Fact]
    public async Task Overwrites_need_Manage_Roles()
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(50013, (await discord.ApiAsync("PUT", $"{Path}/{Seed.GuildId}", SilenceMembers)).Code);
    }

    [Fact]
    public async Task Bot_cannot_grant_permissions_that_it_does_not_have()
    {
        await using var discord = await StartAsync();
        var manageMessages = $$"""{"type":0,"allow":"{{Permissions.ManageMessages}}"}""";

        var refused = await discord.ApiAsync("PUT", $"{Path}/{Seed.GuildId}", manageMessages);
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_MESSAGES"]}""");
        var allowed = await discord.ApiAsync("PUT", $"{Path}/{Seed.GuildId}", manageMessages);

        Assert.Equal((50013, 204), (refused.Code, allowed.Status));
    }

    [Fact]
    public async Task Bot_with_an_overwrite_for_Manage_Roles_can_grant_any_permission()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["MANAGE_ROLES"]}""");

        Assert.Equal(
            204,
            (await discord.ApiAsync("PUT", $"{Path}/{Seed.GuildId}", $$"""{"type":0,"allow":"{{Permissions.ManageMessages}}"}""")).Status);
    }

    [Theory]
    [InlineData("PUT", "1", """{"type":0}""", 10011)]
    [InlineData("PUT", "1", """{"type":1}""", 10013)]
    [InlineData("PUT", Seed.GuildId, "{}", 50035)]
    [InlineData("PUT", Seed.GuildId, """{"type":0,"deny":"many"}""", 50035)]
    [InlineData("DELETE", Seed.MemberId, null, 10009)]
    public async Task Invalid_overwrite_is_rejected(string method, string id, string? body, int code)
    {
        await using var discord = await StartAsync();

        Assert.Equal(code, (await discord.ApiAsync(method, $"{Path}/{id}", body)).Code);
    }

    [Fact]
    public async Task Thread_has_no_overwrites_of_its_own()
    {
        await using var discord = await StartAsync();
        var thread = (await discord.ApiAsync("POST", $"channels/{Seed.GeneralChannelId}/threads", """{"name":"talk","type":11}"""))["id"];

        Assert.Equal(50024, (await discord.ApiAsync("PUT", $"channels/{thread}/permissions/{Seed.GuildId}", SilenceMembers)).Code);
    }

    static async Task<TestDiscord> StartAsync()
    {
        var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_ROLES"]}""");
        return discord;
    }
}
