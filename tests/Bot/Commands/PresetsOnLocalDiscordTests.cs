using System.Text;
using System.Text.Json;
using Desk.Channels;
using LocalDiscord.Guilds;

namespace Bot.Tests.Commands;

/// <summary>Presets as a moderator saves, shares and imports them, through Discord and back.</summary>
public class PresetsOnLocalDiscordTests
{
    const string File = """
        presets:
          - preset: storm desk
            least-outlets: 4
            pings:
              - role: editors
              - role: Nobody here

        """;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preset_is_saved_in_a_form_and_replaced_from_a_file_after_a_restart()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        await desk.StartWithNewsChannelAsync();
        var panel = await desk.InteractAsync("""{"as": "moderator", "command": "/channel presets"}""");

        var saved = await SubmitAsync(
            desk,
            await PressAsync(desk, panel, "save"),
            file: null,
            """{"type": 4, "custom_id": "name", "value": "Storm desk"}""",
            $$"""{"type": 8, "custom_id": "channel", "values": ["{{Seed.NewsChannelId}}"]}""",
            """{"type": 22, "custom_id": "kept", "values": []}""");
        var asked = await SubmitAsync(
            desk, await PressAsync(desk, saved, "import"), File, """{"type": 19, "custom_id": "file", "values": ["1"]}""");
        Assert.Equal([new("Storm desk", ChannelRules.Default)], await PresetsAsync(desk));
        await desk.RestartAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        var replaced = await LaidOut.UseAsync(desk, asked, "press", LaidOut.CustomIds(asked).Single());

        Assert.Contains("Saved **Storm desk**.", LaidOut.Text(saved));
        var question = asked.GetProperty("message").GetProperty("content").GetString()!;
        Assert.Contains($"- minimum outlets: 1 → 4\n- pings: none → <@&{Seed.ModeratorRoleId}> · every story", question);
        Assert.Contains("⚠ Left out:\n- **storm desk**: the ping of Nobody here, because this server", question);
        Assert.Contains("Saved **storm desk**.", LaidOut.Text(replaced));
        var rules = new ChannelRules { LeastOutlets = 4, Pings = [new() { Role = Seed.ModeratorRoleId }] };
        Assert.Equal([new("storm desk", rules)], await PresetsAsync(desk));
    }

    [Fact]
    public async Task Export_names_the_roles_that_are_pinged()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        await desk.StartWithNewsChannelAsync();
        var rules = new ChannelRules
        {
            Pings = [new() { Role = Seed.ModeratorRoleId }, new() { Role = "77" }], Tags = [new("rail", "Trains")],
        };
        await desk.Get<PresetStore>().SaveAsync(Seed.GuildId, [new("A", rules)], seen: 0, Ct);
        var panel = await desk.InteractAsync("""{"as": "moderator", "command": "/channel presets"}""");
        panel = await LaidOut.UseAsync(desk, panel, "select", "presets:0:=choose", "A");

        var exported = (await PressAsync(desk, panel, "export A")).GetProperty("message");

        Assert.Equal("a.yaml", exported.GetProperty("attachments")[0].GetProperty("filename").GetString());
        Assert.Equal(64, exported.GetProperty("flags").GetInt32());
        var told = exported.GetProperty("content").GetString()!;
        Assert.Contains("Its roles to ping go by name: the other server needs roles of the same names.", told);
        Assert.Contains("Its forum tags go by name: forums on the other server need tags of the same names.", told);
        Assert.Contains("⚠ Left out:\n- **A**: the ping of <@&77>, because", told);
    }

    static Task<IReadOnlyList<Preset>> PresetsAsync(DeskOnLocalDiscord desk) => desk.Get<PresetStore>().OfGuildAsync(Seed.GuildId, Ct);

    static Task<JsonElement> PressAsync(DeskOnLocalDiscord desk, JsonElement panel, string part) => LaidOut.UseAsync(
        desk, panel, "press", LaidOut.CustomIds(panel).Single(id => id.EndsWith($":={part}", StringComparison.Ordinal)));

    static Task<JsonElement> SubmitAsync(DeskOnLocalDiscord desk, JsonElement answer, string? file, params IEnumerable<string> fields)
    {
        var customId = answer.GetProperty("modal").GetProperty("custom_id").GetRawText();
        var labels = string.Join(", ", fields.Select(field => $$"""{"type": 18, "component": {{field}}}"""));
        var json = $$$"""{"as": "moderator", "submit": {"custom_id": {{{customId}}}, "components": [{{{labels}}}]}}""";
        return file is null ? desk.InteractAsync(json) : desk.InteractAsync(json, Encoding.UTF8.GetBytes(file), "storm.yaml");
    }
}
