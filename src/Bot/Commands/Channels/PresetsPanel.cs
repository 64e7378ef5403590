using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The panel of <c>/channel presets</c>: a server's presets, and buttons for the selected one.</summary>
sealed class PresetsPanel(RuleFields fields, PresetMenu menu)
{
    public const string Name = "presets";
    public const string Choose = "choose";
    public const string Use = "use";
    public const string Export = "export";
    public const string Delete = "delete";
    public const string DeleteNow = "deleted";
    public const string Keep = "keep";
    public const string Import = "import";

    const string Heading = "## Presets\n-# Rules under a name. Use one for a channel, or share it with another server.";

    /// <summary>In characters, of one text among several on the panel.</summary>
    const int TextLength = 1500;

    static readonly AnswerTexts Words = BotTexts.English.Answers;

    /// <param name="chosen">Null as long as none is.</param>
    /// <param name="notice">What has just happened; null if nothing has.</param>
    public Task<Reply> DrawAsync(Snowflake? guild, Preset? chosen, string? notice, CancellationToken ct) =>
        DrawAsync(guild, chosen, notice, Buttons(chosen), ct);

    /// <summary>Asks before a preset is deleted.</summary>
    public Task<Reply> AskAsync(Snowflake? guild, Preset chosen, CancellationToken ct) => DrawAsync(
        guild,
        chosen,
        $"Delete {PresetMenu.Bold(chosen)}? Channels that were set up with it keep their rules.",
        [
            new Button { Style = ButtonStyle.Danger, Label = "Delete now", CustomId = IdOf(DeleteNow, chosen) },
            new Button { Style = ButtonStyle.Secondary, Label = "Keep", CustomId = IdOf(Keep, chosen) },
        ],
        ct);

    async Task<Reply> DrawAsync(
        Snowflake? guild, Preset? chosen, string? notice, IReadOnlyList<Component> buttons, CancellationToken ct) => new()
    {
        Components =
        [
            new Container
            {
                AccentColor = TopicColor.None,
                Components =
                [
                    new TextDisplay { Content = Heading },
                    .. notice is null ? (Component[])[] : [new TextDisplay { Content = DiscordText.Shorten(notice, TextLength) }],
                    ActionRow.Of(await menu.OfAsync(guild, chosen, IdOf(Choose), "Choose a preset", ct)),
                    .. chosen is null ? (Component[])[] : [new TextDisplay { Content = Rules(chosen) }],
                    .. buttons is [] ? (Component[])[] : [ActionRow.Of([.. buttons])],
                    new Separator(),
                    ActionRow.Of(
                        new Button { Style = ButtonStyle.Secondary, Label = "Save as preset …", CustomId = IdOf(PresetForms.Save) },
                        new Button { Style = ButtonStyle.Secondary, Label = "Import presets …", CustomId = IdOf(Import) }),
                ],
            },
        ],
        IsPrivate = true,
    };

    string Rules(Preset preset)
    {
        var stays = fields.Where(field => field.StaysWithChannel && field.IsDefault(preset.Rules)).Select(field => field.Label).ToList();
        return CardText.Lines(
            $"### {CardText.Inline(preset.Name, 2 * Preset.NameLength)}",
            DiscordText.Shorten(RulesText.Sections(fields, preset.Rules, Words), TextLength),
            CardText.Small(stays is [] ? null : $"Each channel keeps its own: {string.Join(", ", stays)}."));
    }

    static IReadOnlyList<Component> Buttons(Preset? chosen) => chosen is null ? [] :
    [
        new Button { Style = ButtonStyle.Primary, Label = "Use …", CustomId = IdOf(Use, chosen) },
        new Button { Style = ButtonStyle.Secondary, Label = "Export", CustomId = IdOf(Export, chosen) },
        new Button
        {
            Style = ButtonStyle.Secondary, Label = "Delete …", CustomId = IdOf(Delete, chosen), Disabled = chosen.IsBuiltIn,
        },
    ];

    static string IdOf(string part) => new CustomId(Name, 0) { Words = part }.ToString();

    /// <summary>Carries the preset's name, and whether it is still as it was shown.</summary>
    static string IdOf(string part, Preset preset) =>
        new CustomId(Name, Preset.VersionOf(preset)) { Words = $"{part} {preset.Name}" }.ToString();
}
