using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The panel of <c>/channel setup</c>: a menu for each of the rules that most channels need, and one for the channel.</summary>
sealed class SetupPanel(RuleFields fields, RuleMenus menus, PresetMenu presets, RulesTrial trial, ChannelPermissions permissions)
{
    public const string Preview = "preview";
    public const string Start = "start";
    public const string First = "first";

    /// <summary>In characters, of the list of rules that have no menu.</summary>
    const int RulesLength = 1500;

    static readonly AnswerTexts Words = BotTexts.English.Answers;

    /// <summary>The rules with a menu, from top to bottom.</summary>
    public IReadOnlyList<RuleField> Fields { get; } =
        [.. ((string[])["topics", "layout", "mode", "ping-role"]).Select(name => fields.Of(name)!)];

    public async Task<Reply> DrawAsync(SetupDraft draft, Snowflake? guild, CancellationToken ct) => new()
    {
        Components =
        [
            new Container
            {
                AccentColor = TopicColor.None,
                Components =
                [
                    new TextDisplay { Content = Heading(draft) },
                    new TextDisplay { Content = "**Channel**" },
                    ActionRow.Of(Channels(draft)),
                    new TextDisplay { Content = "**Preset**" },
                    ActionRow.Of(await presets.OfAsync(guild, draft.Preset, draft.IdOf(SetupDraft.PresetPart), "None", ct)),
                    .. await MenusAsync(draft, ct),
                    .. draft.Known is null ? (Component[])[FirstPost(draft)] : [],
                    new Separator(),
                    .. Changes(draft) is { } changes ? (Component[])[new TextDisplay { Content = changes }] : [],
                    new TextDisplay { Content = CardText.Lines(draft.Notice, await SummaryAsync(draft, guild, ct)) },
                    ActionRow.Of(Buttons(draft)),
                ],
            },
        ],
        IsPrivate = true,
    };

    static string Heading(SetupDraft draft) => draft.Known is null
        ? $"## Set up a news channel\n-# Nothing is posted before you press **{StartLabel(draft)}**."
        : $"## Change a news channel\n-# <#{draft.Channel!.Id}> gets news already. `/channel edit` has all of its rules.";

    static ChannelSelect Channels(SetupDraft draft) => new()
    {
        CustomId = draft.IdOf(ChannelOption.Name),
        Placeholder = "Choose where to post",
        ChannelTypes = ChannelOption.Types,
        DefaultValues = draft.Channel is { } channel ? [new(channel.Id, "channel")] : null,
    };

    async Task<IEnumerable<Component>> MenusAsync(SetupDraft draft, CancellationToken ct)
    {
        var parts = new List<Component>();
        foreach (var field in Fields)
        {
            // One menu can't show several roles, each with rules of its own.
            if (field.Kind is RuleKind.Role && draft.Rules.Pings.Count > 1)
                continue;
            if (await menus.OfAsync(field, draft.Rules, draft.IdOf(field.Name), Words, ct) is not { } menu)
                continue;
            parts.Add(new TextDisplay { Content = $"**{RulesText.Capitalized(field.Label)}**" });
            parts.Add(ActionRow.Of(menu with { Placeholder = Nothing(field) }));
        }

        return parts;
    }

    /// <summary>What a menu shows while nothing is chosen.</summary>
    static string? Nothing(RuleField field) => field.Kind switch
    {
        RuleKind.Topics => "Every topic",
        RuleKind.Role => "Nobody",
        _ => null,
    };

    static Section FirstPost(SetupDraft draft) => new()
    {
        Components =
        [
            new TextDisplay
            {
                Content = "**First post**\n" + (draft.StartsWithNewest ? "The newest story, right away" : "The next story that comes"),
            },
        ],
        Accessory = new Button
        {
            Style = ButtonStyle.Secondary,
            Label = "Change",
            CustomId = draft.IdOf(First),
        },
    };

    async Task<string> SummaryAsync(SetupDraft draft, Snowflake? guild, CancellationToken ct)
    {
        var result = await trial.OfAsync(draft.Rules, ct);
        if (draft.Channel is null)
            return $"{result.Summary}\n⚠ Choose a channel to post to.";
        var missing = await MissingAsync(draft, guild, ct);
        return missing is []
            ? result.Summary
            : $"{result.Summary}\n⚠ I can't post in <#{draft.Channel.Id}> yet. Give me {string.Join(", ", missing)} there.";
    }

    /// <summary>The permissions that the bot lacks, by Discord's names.</summary>
    async Task<IReadOnlyList<string>> MissingAsync(SetupDraft draft, Snowflake? guild, CancellationToken ct)
    {
        var subscription = draft.Subscription(guild);
        var now = await permissions.OfAsync(subscription, ct);
        return (now?.Allowed ?? draft.Channel!.AppPermissions) is { } allowed
            ? PostingPermissions.MissingFrom(allowed, subscription.Destination, draft.Rules, now?.RolesOf(draft.Rules))
            : [];
    }

    static IReadOnlyList<Component> Buttons(SetupDraft draft) =>
    [
        new Button
        {
            Style = ButtonStyle.Success, Label = StartLabel(draft), CustomId = draft.IdOf(Start), Disabled = draft.Channel is null,
        },
        new Button
        {
            Style = ButtonStyle.Secondary, Label = "Preview", CustomId = draft.IdOf(Preview), Disabled = draft.Channel is null,
        },
    ];

    /// <summary>
    /// What saving changes; for a new channel, the rules of the preset that no menu shows. Null for nothing, and for a channel whose menus
    /// show all of it.
    /// </summary>
    string? Changes(SetupDraft draft)
    {
        List<string> lines = draft switch
        {
            { Known: { } known } => [.. RulesText.Changes(fields, known.Rules, draft.Rules, Words)],
            { Preset: not null } => [.. RulesText.Lines(fields.Where(field => !IsShown(field, draft.Rules)), draft.Rules, Words)],
            _ => [],
        };
        return lines is [] ? null : DiscordText.Shorten(
            $"**{(draft.Known is null ? "More rules" : "Changes")}**\n{string.Join('\n', lines.Select(line => $"- {line}"))}", RulesLength);
    }

    /// <summary>Whether a menu shows all of a rule.</summary>
    bool IsShown(RuleField field, ChannelRules rules) =>
        Fields.Contains(field) || (field.Kind is RuleKind.Pings && rules.Pings is [] or [{ Topics: [], Outlets: null, Heat: null }]);

    static string StartLabel(SetupDraft draft) => draft.Known is null ? "Start posting" : "Save changes";
}
