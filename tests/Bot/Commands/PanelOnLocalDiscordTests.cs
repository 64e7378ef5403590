using System.Text.Json;
using Desk.Channels;
using LocalDiscord.Guilds;

namespace Bot.Tests.Commands;

/// <summary>Menus, buttons and forms as a moderator uses them, through Discord and back.</summary>
public class PanelOnLocalDiscordTests
{
    [Fact]
    public async Task Moderator_sets_up_a_channel_with_the_panel()
    {
        await using var desk = await OpenAsync();
        var panel = (await desk.InteractAsync("""{"as": "moderator", "command": "/channel edit channel:#news"}""")).GetProperty("message");

        var chosen = await UseAsync(desk, panel, "select", "mode", """, "values": ["daily"]""");
        var modal = (await UseAsync(desk, panel, "press", "numbers")).GetProperty("modal");
        var filled = await SubmitAsync(desk, modal, """{"type": 4, "custom_id": "least-outlets", "value": "2"}""");

        Assert.Contains("delivery: daily digest", Description(chosen));
        Assert.Equal("Numbers", modal.GetProperty("title").GetString());
        Assert.Contains("minimum outlets: 2", Description(filled));
        Assert.Equal(panel.GetProperty("id").GetString(), filled.GetProperty("message").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Invalid_answer_gets_a_note_beside_the_panel()
    {
        await using var desk = await OpenAsync();
        var panel = (await desk.InteractAsync("""{"as": "moderator", "command": "/channel edit channel:#news"}""")).GetProperty("message");
        var modal = (await UseAsync(desk, panel, "press", "times")).GetProperty("modal");

        var answer = await SubmitAsync(
            desk,
            modal,
            """{"type": 4, "custom_id": "quiet", "value": "always"}""",
            """{"type": 3, "custom_id": "digest-on", "values": ["monday"]}""");

        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        Assert.StartsWith("Nothing was changed:\n- Quiet hours \"always\" isn't a time range.", message.GetProperty("content").GetString());
        Assert.Equal(64, message.GetProperty("flags").GetInt32());
    }

    [Fact]
    public async Task Setup_panel_works_after_a_restart()
    {
        await using var desk = await OpenAsync();
        var panel = await desk.InteractAsync("""{"as": "moderator", "command": "/channel setup channel:#general"}""");
        var chosen = await SetUpAsync(desk, panel, "topics", "harbour");
        chosen = await SetUpAsync(desk, chosen, "ping-role", Seed.BotRoleId);
        chosen = await SetUpAsync(desk, chosen, "channel", Seed.AnnouncementsChannelId);

        await desk.RestartAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        var done = await SetUpAsync(desk, chosen, "start");

        var added = await desk.Get<SubscriptionStore>().OfChannelAsync(Seed.AnnouncementsChannelId, TestContext.Current.CancellationToken);
        Assert.Contains("now gets news. I'll post the latest story now.", LaidOut.Text(done));
        Assert.Contains("✗ **Mention @everyone, @here, and All Roles", LaidOut.Text(done));
        Assert.Equal(panel.GetProperty("message").GetProperty("id").GetString(), done.GetProperty("message").GetProperty("id").GetString());
        Assert.Equal(
            ("harbour", Seed.BotRoleId, Destination.Announcement),
            (added!.Rules.Topics.Single(), added.Rules.Pings.Single().Role, added.Destination));
    }

    static Task<JsonElement> SetUpAsync(DeskOnLocalDiscord desk, JsonElement panel, string part, params IReadOnlyList<string> values) =>
        LaidOut.UseAsync(
            desk,
            panel,
            values is [] ? "press" : "select",
            LaidOut.CustomIds(panel).Single(id => id.EndsWith($":={part}", StringComparison.Ordinal)),
            values);

    [Fact]
    public async Task Export_carries_its_file()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "moderator", "command": "/channel export"}""");

        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        Assert.Equal("channels.yaml", message.GetProperty("attachments")[0].GetProperty("filename").GetString());
    }

    [Fact]
    public async Task Missing_permissions_are_named_and_the_channel_is_added()
    {
        await using var desk = await OpenAsync();

        var answer = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#rules"}""");

        Assert.Contains("now gets news on every topic", LaidOut.Text(answer));
        Assert.Contains("## Almost ready", LaidOut.Text(answer));
        Assert.Contains("✗ **Send Messages**, to post stories", LaidOut.Text(answer));
        Assert.Contains("Until then, no story is lost", LaidOut.Text(answer));
    }

    [Fact]
    public async Task Warning_stays_until_the_permission_is_there()
    {
        await using var desk = await OpenAsync();
        await desk.CauseAsync("""{"channel": "news", "deny": ["EMBED_LINKS"]}""");
        var panel = (await desk.InteractAsync("""{"as": "moderator", "command": "/channel edit channel:#news"}""")).GetProperty("message");

        var changed = await UseAsync(desk, panel, "select", "mode", """, "values": ["daily"]""");
        await desk.CauseAsync("""{"channel": "news", "allow": ["EMBED_LINKS"]}""");
        var allowed = await UseAsync(desk, changed.GetProperty("message"), "select", "mode", """, "values": ["hourly"]""");
        await desk.CauseAsync("""{"channel": "news", "deny": ["EMBED_LINKS"]}""");
        var denied = await UseAsync(desk, allowed.GetProperty("message"), "select", "mode", """, "values": ["weekly"]""");

        const string warning = "I'm missing a permission for this. Give me Embed Links";
        Assert.Contains(warning, panel.GetProperty("embeds")[0].GetProperty("description").GetString());
        Assert.Contains(warning, Description(changed));
        Assert.DoesNotContain(warning, Description(allowed));
        Assert.Contains(warning, Description(denied));
    }

    [Fact]
    public async Task Ping_is_added_in_a_form_and_warns_of_a_role_that_the_bot_may_not_mention()
    {
        await using var desk = await OpenAsync();
        var panel = await desk.InteractAsync("""{"as": "moderator", "command": "/channel edit channel:#news"}""");
        var pings = await LaidOut.UseAsync(desk, panel, "press", LaidOut.CustomIds(panel).Single(id => id.StartsWith("pings:")));
        var form = await LaidOut.UseAsync(desk, pings, "press", LaidOut.CustomIds(pings).Single());

        var added = await SubmitAsync(
            desk,
            form.GetProperty("modal"),
            $$"""{"type": 6, "custom_id": "role", "values": ["{{Seed.BotRoleId}}"]}""",
            """{"type": 3, "custom_id": "topics", "values": ["harbour"]}""",
            """{"type": 4, "custom_id": "outlets", "value": "2"}""",
            """{"type": 4, "custom_id": "heat", "value": ""}""");

        Assert.Contains($"<@&{Seed.BotRoleId}> · Harbour · from 2 outlets", LaidOut.Text(added));
        Assert.Contains($"⚠ I need **Mention @everyone, @here, and All Roles", LaidOut.Text(added));
        Assert.Equal(
            pings.GetProperty("message").GetProperty("id").GetString(), added.GetProperty("message").GetProperty("id").GetString());
        var again = await desk.InteractAsync("""{"as": "moderator", "command": "/channel edit channel:#news"}""");
        Assert.Contains("Mention @everyone", Description(again));
    }

    static async Task<DeskOnLocalDiscord> OpenAsync()
    {
        var desk = await DeskOnLocalDiscord.OpenAsync();
        await desk.StartWithNewsChannelAsync();
        return desk;
    }

    static Task<JsonElement> UseAsync(DeskOnLocalDiscord desk, JsonElement message, string how, string part, string more = "")
    {
        var id = DeskOnLocalDiscord.CustomId(message, part);
        var messageId = message.GetProperty("id").GetRawText();
        return desk.InteractAsync(
            $$$"""{"as": "moderator", "{{{how}}}": {"message": {{{messageId}}}, "custom_id": "{{{id}}}"{{{more}}} }}""");
    }

    static Task<JsonElement> SubmitAsync(DeskOnLocalDiscord desk, JsonElement modal, params IEnumerable<string> fields)
    {
        var customId = modal.GetProperty("custom_id").GetRawText();
        var labels = string.Join(", ", fields.Select(field => $$"""{"type": 18, "component": {{field}}}"""));
        return desk.InteractAsync($$$"""
            {"as": "moderator", "submit": {"custom_id": {{{customId}}}, "components": [{{{labels}}}]}}
            """);
    }

    static string Description(JsonElement answer)
    {
        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        return message.GetProperty("embeds")[0].GetProperty("description").GetString()!;
    }
}
