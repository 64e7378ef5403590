using System.Text.Json;
using LocalDiscord.Guilds;
using static System.Convert;

namespace Bot.Tests.Commands;

/// <summary><c>/channel profile</c>: the bot's name and picture in one server.</summary>
public sealed class ProfileSubcommandTests
{
    const string Gif = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    [Fact]
    public async Task Bot_takes_a_name_and_a_picture_and_gives_them_back()
    {
        await using var desk = await OpenAsync();

        Assert.Equal("I'm called **The Gazette** in this server now.", await RunAsync(desk, "name:The Gazette"));
        Assert.Equal("I have the new picture in this server now.", await RunAsync(desk, "picture:1", FromBase64String(Gif)));
        var member = await MemberAsync(desk);
        Assert.Equal("The Gazette", member.GetProperty("nick").GetString());
        Assert.NotNull(member.GetProperty("avatar").GetString());

        Assert.Equal("I have my own name and picture in this server again.", await RunAsync(desk, "reset:true"));
        member = await MemberAsync(desk);
        Assert.Equal(JsonValueKind.Null, member.GetProperty("nick").ValueKind);
        Assert.Equal(JsonValueKind.Null, member.GetProperty("avatar").ValueKind);
    }

    [Theory]
    [InlineData("R0lGPyBOby4=")]
    [InlineData("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIB")]
    public async Task File_that_is_no_picture_or_is_cut_off_changes_nothing_not_even_the_name(string file)
    {
        await using var desk = await OpenAsync();

        Assert.Equal(
            "The file is not a complete PNG, JPEG, or GIF. Save it as one of these, then attach it again.",
            await RunAsync(desk, "name:The Gazette picture:1", FromBase64String(file)));
        Assert.Equal(JsonValueKind.Null, (await MemberAsync(desk)).GetProperty("nick").ValueKind);
    }

    [Fact]
    public async Task Missing_permission_is_named()
    {
        await using var desk = await OpenAsync();
        foreach (var role in (string[])["@everyone", "News Desk"])
            await desk.CauseAsync($$"""{"role": "{{role}}", "deny": ["CHANGE_NICKNAME"]}""");

        Assert.Equal(
            "Discord refused that: Missing Permissions. Give the bot Change Nickname in that server.",
            await RunAsync(desk, "name:The Gazette"));
    }

    [Fact]
    public async Task Nothing_to_change_is_said()
    {
        await using var desk = await OpenAsync();

        Assert.Equal("Nothing to change. Set `name`, `picture`, or `reset`.", await RunAsync(desk, ""));
    }

    static async Task<DeskOnLocalDiscord> OpenAsync()
    {
        var desk = await DeskOnLocalDiscord.OpenAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        return desk;
    }

    static async Task<string> RunAsync(DeskOnLocalDiscord desk, string options, byte[]? file = null)
    {
        var json = $$"""{"as": "moderator", "command": "/channel profile {{options}}"}""";
        var answer = file is null ? await desk.InteractAsync(json) : await desk.InteractAsync(json, file, "picture");
        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        return message.GetProperty("content").GetString()!;
    }

    static Task<JsonElement> MemberAsync(DeskOnLocalDiscord desk) =>
        desk.ApiAsync($"guilds/{Seed.GuildId}/members/{Seed.ApplicationId}");
}
