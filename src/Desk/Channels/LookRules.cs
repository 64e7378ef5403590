using System.Globalization;

namespace Desk.Channels;

/// <summary>The rules that say what a post looks like.</summary>
static class LookRules
{
    const string ByTopic = "topic";

    public static IReadOnlyList<RuleField> List { get; } =
    [
        new ChoiceRule<CardLayout>(RuleValues.Of<CardLayout>(layout => layout switch
        {
            CardLayout.Compact => "compact: headline, small picture, outlets",
            CardLayout.Headline => "headline only",
            CardLayout.Line => "one line",
            _ => "full card",
        }))
        {
            Name = "layout", Label = "layout", Section = RuleSection.Look, Example = "compact",
            Help = "How much of a story a post shows.",
            Note = "`/channel test` shows the newest story in it. Digests have a layout of their own.",
            Of = rules => rules.Look.Layout,
            With = (rules, layout) => rules with { Look = rules.Look with { Layout = layout } },
        },
        new ChoiceRule<CardPictures>(RuleValues.Of<CardPictures>())
        {
            Name = "pictures", Label = "pictures", Section = RuleSection.Look, Example = "small",
            Help = "The size of a full card's picture.",
            Note = "Automatic shows wide pictures large, and others small. A compact card has a small one, or none.",
            Of = rules => rules.Look.Pictures,
            With = (rules, pictures) => rules with { Look = rules.Look with { Pictures = pictures } },
        },
        new NumberRule(0, RuleLimits.CoverageRows)
        {
            Name = "coverage-rows", Label = "headlines of other outlets", Section = RuleSection.Look, Example = "3",
            Help = "How many headlines of other outlets a full card shows.",
            Note = "The other outlets are named in one line below.",
            Of = rules => rules.Look.CoverageRows,
            With = (rules, rows) => rules with { Look = rules.Look with { CoverageRows = rows ?? 0 } },
        },
        new TextRule
        {
            Name = "color", Label = "color", Section = RuleSection.Look, Example = "#2f81f7",
            Help = "The color of the stripe, or topic for one color per topic.",
            Of = rules => rules.Look.Color is { } color ? $"#{color:x6}" : ByTopic,
            With = ReadColor,
        },
        new FlagRule
        {
            Name = "excerpt", Label = "excerpt", Section = RuleSection.Look, Example = "no",
            Help = "Quote the beginning of the article on a full card.",
            Of = rules => rules.Look.Excerpt,
            With = (rules, flag) => rules with { Look = rules.Look with { Excerpt = flag } },
        },
        new FlagRule
        {
            Name = "buttons", Label = "buttons", Section = RuleSection.Look, Example = "no",
            Help = "Show Read, Coverage and Follow under full and compact cards.",
            Of = rules => rules.Look.Buttons,
            With = (rules, flag) => rules with { Look = rules.Look with { Buttons = flag } },
        },
    ];

    static RuleReading ReadColor(ChannelRules rules, string text)
    {
        if (text.Equals(ByTopic, StringComparison.OrdinalIgnoreCase))
            return rules with { Look = rules.Look with { Color = null } };
        return text.TrimStart('#') is { Length: 6 } digits
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var color)
                ? rules with { Look = rules.Look with { Color = color } }
                : RuleReading.Failed($"{RuleReading.Quoted(text)} is not a color. Write one such as #2f81f7, or topic.");
    }
}
