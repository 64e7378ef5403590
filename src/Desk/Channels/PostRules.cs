namespace Desk.Channels;

/// <summary>The rules that say whom a post notifies, and what comes with it.</summary>
static class PostRules
{
    public static IReadOnlyList<RuleField> List { get; } =
    [
        new FlagRule
        {
            Name = "silent", Label = "silent", Section = RuleSection.More, Example = "yes",
            Help = "Post without a notification.",
            Of = rules => rules.Silent,
            With = (rules, flag) => rules with { Silent = flag },
        },
        new FlagRule
        {
            Name = "thread", Label = "threads", Section = RuleSection.More, Example = "yes",
            Help = "Start a thread under each post.",
            Of = rules => rules.Thread,
            With = (rules, flag) => rules with { Thread = flag },
        },
        new TextRule(RuleKind.Role)
        {
            Name = "ping-role", Label = "role to ping", Section = RuleSection.Menus, Example = "123456789012345678",
            Help = "Ping this role with stories that are worth it.",
            Note = "Without `ping-outlets` and `ping-heat`, every story is worth a ping. With both, either one is enough.",
            Of = rules => rules.PingRole ?? "",
            With = RuleTexts.ReadRole,
        },
        new NumberRule(1, RuleLimits.Outlets)
        {
            Name = "ping-outlets", Label = "outlets for a ping", Section = RuleSection.Pings, Example = "5",
            Help = "How many outlets make a story worth a ping.",
            Of = rules => rules.PingOutlets,
            With = (rules, outlets) => rules with { PingOutlets = outlets },
        },
        new NumberRule(0, RuleLimits.Score)
        {
            Name = "ping-heat", Label = "popularity for a ping", Section = RuleSection.Pings, Example = "2000",
            Help = "The popularity that makes a story worth a ping.",
            Of = rules => rules.PingHeat,
            With = (rules, heat) => rules with { PingHeat = heat },
        },
        new SpanRule(TimeSpan.Zero, RuleLimits.CoolDown)
        {
            Name = "ping-cool-down", Label = "time between pings", Section = RuleSection.Pings, Example = "1 hour",
            Help = "Minimum time between pings.",
            Note = "Stories are still posted in between, only without a ping.",
            Of = rules => rules.PingCoolDown,
            With = (rules, span) => rules with { PingCoolDown = span },
        },
        new ChoiceRule<WithdrawnStories>(RuleValues.Of<WithdrawnStories>())
        {
            Name = "withdrawn", Label = "withdrawn stories", Section = RuleSection.More, Example = "strike-through",
            Help = "What to do with the post of a withdrawn story.",
            Of = rules => rules.Withdrawn,
            With = (rules, withdrawn) => rules with { Withdrawn = withdrawn },
        },
        new ChoiceRule<string>([.. Language.All.Select(language => (language.Code, new RuleChoice(language.Code, language.Name)))])
        {
            Name = "language", Label = "language", Section = RuleSection.More, Example = "en",
            Help = "The language of the bot's own words.",
            Note = "Articles stay in the language they were written in.",
            Of = rules => rules.Language,
            With = (rules, code) => rules with { Language = code },
        },
    ];
}
