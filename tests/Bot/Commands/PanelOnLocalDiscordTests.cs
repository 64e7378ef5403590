using System.Text.Json;

namespace Bot.Tests.Commands;

/// <summary>Menus, buttons and forms as a moderator uses them, through Discord and back.</summary>
public class PanelOnLocalDiscordTests
{
    [Fact]
    public async Task A_moderator_sets_up_a_channel_with_the_panel()
    {
        await using var desk = await OpenAsync();
        var panel = (await desk.InteractAsync("""{"as": "moderator", "command": "/channel edit channel:#news"}""")).GetProperty("message");

        var chosen = await UseAsync(desk, panel, "select", "mode", """, "values": ["daily"]""");
        var modal = (await UseAsync(desk, panel, "press", "numbers")).GetProperty("modal");
        var filled = await desk.InteractAsync($$$$"""
            {"as": "moderator", "submit": {"custom_id": {{{{modal.GetProperty("custom_id").GetRawText()}}}}, "components": [{"type": 18, "component": {"type": 4, "custom_id": "least-outlets", "value": "2"}}]}}
            """);

        Assert.Contains("mode: daily", Description(chosen));
        Assert.Equal("Numbers", modal.GetProperty("title").GetString());
        Assert.Contains("least outlets: 2", Description(filled));
        Assert.Equal(panel.GetProperty("id").GetString(), filled.GetProperty("message").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_mistake_in_a_form_is_told_beside_the_panel()
    {
        await using var desk = await OpenAsync();
        var panel = (await desk.InteractAsync("""{"as": "moderator", "command": "/channel edit channel:#news"}""")).GetProperty("message");
        var modal = (await UseAsync(desk, panel, "press", "times")).GetProperty("modal");

        var answer = await desk.InteractAsync($$$$"""
            {"as": "moderator", "submit": {"custom_id": {{{{modal.GetProperty("custom_id").GetRawText()}}}}, "components": [{"type": 18, "component": {"type": 4, "custom_id": "quiet", "value": "always"}},
              {"type": 18, "component": {"type": 3, "custom_id": "digest-on", "values": ["monday"]}}]}}
            """);

        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        Assert.StartsWith("Nothing is changed:\n- quiet \"always\" are not hours.", message.GetProperty("content").GetString());
        Assert.Equal(64, message.GetProperty("flags").GetInt32());
    }

    [Fact]
    public async Task The_export_carries_its_file()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "moderator", "command": "/channel export"}""");

        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        Assert.Equal("channels.yaml", message.GetProperty("attachments")[0].GetProperty("filename").GetString());
    }

    [Fact]
    public async Task What_the_bot_may_not_do_in_a_channel_is_named()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#rules"}""");

        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        Assert.Matches("^I can't post in <#[0-9]+>. Give me .*Send Messages", message.GetProperty("content").GetString());
    }

    static async Task<DeskOnLocalDiscord> OpenAsync()
    {
        var desk = await DeskOnLocalDiscord.OpenAsync();
        desk.Write("a.md", "Boat", "topics: [Harbour]");
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news latest:0"}""");
        return desk;
    }

    static Task<JsonElement> UseAsync(DeskOnLocalDiscord desk, JsonElement message, string how, string part, string more = "")
    {
        var id = message.GetProperty("components").EnumerateArray()
            .SelectMany(row => row.GetProperty("components").EnumerateArray())
            .Select(component => component.GetProperty("custom_id").GetString()!)
            .Single(id => id.EndsWith($":={part}", StringComparison.Ordinal));
        return desk.InteractAsync($$$"""{"as": "moderator", "{{{how}}}": {"message": {{{message.GetProperty("id").GetRawText()}}}, "custom_id": "{{{id}}}"{{{more}}} }}""");
    }

    static string Description(JsonElement answer)
    {
        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        return message.GetProperty("embeds")[0].GetProperty("description").GetString()!;
    }
}
