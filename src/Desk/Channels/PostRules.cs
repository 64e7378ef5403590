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
        PingRules.List,
        new SpanRule(TimeSpan.Zero, RuleLimits.CoolDown)
        {
            Name = "ping-cool-down", Label = "time between pings", Section = RuleSection.Times, Example = "1 hour",
            StaysWithChannel = true,
            Help = "Minimum time between two pings of the same role.",
            Note = "Stories are still posted in between, only without a ping.",
            Of = rules => rules.PingCoolDown,
            With = (rules, span) => rules with { PingCoolDown = span },
        },
        new ListRule<TagRule>(TagRule.Parse)
        {
            Name = "tags", Label = "forum tags", Section = RuleSection.More, Example = "storms: Weather",
            StaysWithChannel = true,
            Help = "The tag of a forum for a topic, as topic: tag.",
            Note = "A topic that isn't listed gets the forum's tag of the same name, if there is one. Subtopics count as their topic, and "
                + "a topic may have several tags. In files, write a topic and its tag on each line: `storms: Weather`.",
            IsMap = true,
            Of = rules => rules.Tags,
            With = (rules, tags) => rules with { Tags = tags },
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
            StaysWithChannel = true,
            Help = "The language of the bot's own words.",
            Note = "Articles stay in the language they were written in.",
            Of = rules => rules.Language,
            With = (rules, code) => rules with { Language = code },
        },
    ];
}
