using Bot.Languages;
using Discord;
using News.Rules;

namespace Bot.Commands;

/// <summary>Which rules are asked for together, and how: menus on the panel itself, and the buttons that open forms.</summary>
static class RuleForms
{
    /// <summary>The rules that have a menu of their own on the panel.</summary>
    public static IReadOnlyList<RuleField> Menus { get; } = Fields("topics", "ping-role", "mode");

    public static IReadOnlyList<RuleForm> All { get; } =
    [
        new("words", "Words and outlets", Fields("words", "not-words", "providers", "not-providers", "types")),
        new("numbers", "Numbers", Fields("least-outlets", "least-quality", "least-heat", "most-per-hour", "too-old-after")),
        new("times", "Times", Fields("quiet", "time-zone", "digest-at", "digest-on", "hold-back")),
        new("ping", "Pings", Fields("ping-outlets", "ping-heat", "ping-cool-down")),
        new("more", "And the rest", Fields("silent", "thread", "withdrawn", "language")),
    ];

    /// <summary>What a member is asked of the topics that come privately.</summary>
    public static RuleForm OfMember { get; } = new("times", "Times", Fields("digest-at", "digest-on", "quiet", "time-zone"));

    /// <summary>All that members set for those topics.</summary>
    public static IReadOnlyList<RuleField> MemberFields { get; } = [RuleFields.Of("mode")!, .. OfMember.Fields];

    public static RuleForm? Of(string? name) => All.FirstOrDefault(form => form.Name == name);

    static IReadOnlyList<RuleField> Fields(params IEnumerable<string> names) => [.. names.Select(name => RuleFields.Of(name)!)];
}

/// <param name="Name">In custom ids.</param>
/// <param name="Fields">At most <see cref="DiscordLimits.ModalComponents"/>.</param>
sealed record RuleForm(string Name, string Title, IReadOnlyList<RuleField> Fields)
{
    static readonly IReadOnlyList<RuleChoice> YesOrNo = [new("yes", "yes"), new("no", "no")];

    /// <summary>Filled in with what the rules are. A list that is too long for its field is not asked for, and stays.</summary>
    public IReadOnlyList<Label> Questions(ChannelRules rules, AnswerWords words) =>
        [.. Fields.Where(field => field.Write(rules).Length <= DiscordLimits.TextInput).Select(field => Question(field, rules, words))];

    static Label Question(RuleField field, ChannelRules rules, AnswerWords words) => new()
    {
        Text = Capitalised(words.LabelOf(field)),
        Description = DiscordText.Shorten(words.HelpOf(field), DiscordLimits.LabelDescription),
        Component = field.Kind switch
        {
            RuleKind.YesOrNo => Menu(field, rules, YesOrNo, words),
            RuleKind.Choice => Menu(field, rules, field.Choices, words),
            RuleKind.List => Input(field, rules, TextInputStyle.Paragraph, words),
            _ => Input(field, rules, TextInputStyle.Short, words),
        },
    };

    static StringSelect Menu(RuleField field, ChannelRules rules, IReadOnlyList<RuleChoice> choices, AnswerWords words) => new()
    {
        CustomId = field.Name,
        Options = [.. choices.Select(choice => new SelectOption { Label = words.Values.GetValueOrDefault(choice.Text, choice.Label), Value = choice.Text, Default = choice.Text == field.Write(rules) })],
    };

    static TextInput Input(RuleField field, ChannelRules rules, TextInputStyle style, AnswerWords words) => new()
    {
        CustomId = field.Name,
        Style = style,
        Value = field.Write(rules) is { Length: > 0 } value ? value : null,
        Placeholder = words.SuchAs(field.Example),
        MaxLength = DiscordLimits.TextInput,
        Required = false,
    };

    static string Capitalised(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
