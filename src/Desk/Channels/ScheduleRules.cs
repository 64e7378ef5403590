namespace Desk.Channels;

/// <summary>The rules that say when stories are posted.</summary>
static class ScheduleRules
{
    public static IReadOnlyList<RuleField> List { get; } =
    [
        new ChoiceRule<PostingMode>(RuleValues.Of<PostingMode>(mode => mode switch
        {
            PostingMode.Hourly => "hourly digest",
            PostingMode.Daily => "daily digest",
            PostingMode.Weekly => "weekly digest",
            _ => "each story at once",
        }))
        {
            Name = "mode", Label = "delivery", Section = RuleSection.Menus, IsForMembers = true, Example = "instantly",
            Help = "Post each story at once, or collect many in a digest.",
            Note = "A digest is one post at fixed times. To post each story by itself but not at night, use `quiet` instead.",
            Of = rules => rules.Mode,
            With = (rules, mode) => rules with { Mode = mode },
        },
        new TextRule
        {
            Name = "digest-at", Label = "digest time", Section = RuleSection.Times, IsForMembers = true, Example = "09:00",
            Help = "When daily and weekly digests are posted.",
            Of = rules => RuleTexts.Written(rules.DigestAt),
            With = (rules, text) => RuleTexts.Time(text) is { } time ? rules with { DigestAt = time } : RuleTexts.NoTime(text),
        },
        new ChoiceRule<DayOfWeek>(RuleValues.Of<DayOfWeek>())
        {
            Name = "digest-on", Label = "digest day", Section = RuleSection.Times, IsForMembers = true, Example = "monday",
            Help = "The day of weekly digests.",
            Of = rules => rules.DigestOn,
            With = (rules, day) => rules with { DigestOn = day },
        },
        new TextRule
        {
            Name = "time-zone", Label = "time zone", Section = RuleSection.Times, IsForMembers = true, Example = "Europe/Berlin",
            StaysWithChannel = true,
            Help = "Time zone for digests and quiet hours.",
            Of = rules => rules.TimeZone,
            With = (rules, text) =>
                RuleTexts.Zone(text, out var error) is { } zone ? rules with { TimeZone = zone } : RuleReading.Failed(error),
        },
        new TextRule
        {
            Name = "quiet", Label = "quiet hours", Section = RuleSection.Times, IsForMembers = true, Example = "22:00-07:00",
            Help = "Post nothing during these hours.",
            Note = "Stories wait until the quiet hours end. `silent` posts at any hour, but without a notification.",
            Of = rules => rules.Quiet is { } quiet ? $"{RuleTexts.Written(quiet.From)}-{RuleTexts.Written(quiet.To)}" : "",
            With = RuleTexts.ReadQuiet,
        },
        new NumberRule(1, RuleLimits.PerHour)
        {
            Name = "most-per-hour", Label = "posts per hour", Section = RuleSection.Limits, Example = "6",
            Help = "The most posts within an hour; further stories wait.",
            Note = "Nothing is skipped because of it: stories wait for their turn, and don't grow too old meanwhile.",
            Of = rules => rules.MostPerHour,
            With = (rules, most) => rules with { MostPerHour = most },
        },
        new SpanRule(TimeSpan.Zero, RuleLimits.HoldBack)
        {
            Name = "hold-back", Label = "delay", Section = RuleSection.Limits, Example = "10 minutes",
            Help = "Delay before posting, to catch early corrections.",
            Note = "Every story waits this long; `too-old-after` is for stories that come too late.",
            Of = rules => rules.HoldBack,
            With = (rules, span) => rules with { HoldBack = span },
        },
        new SpanRule(RuleLimits.Soonest, RuleLimits.Latest)
        {
            Name = "too-old-after", Label = "maximum delay", Section = RuleSection.Limits, Example = "2 days",
            Help = "Skip posts that come later than this, such as after a long outage.",
            Note = "It counts from when the story was there and these rules let it out; `max-age` goes by the article's own date.",
            Of = rules => rules.TooOldAfter,
            With = (rules, span) => rules with { TooOldAfter = span },
        },
        new NumberRule(0, RuleLimits.PerHour)
        {
            Name = "flood-limit", Label = "flood limit", Section = RuleSection.Limits, Example = "20",
            Help = "With more new stories than this within 10 minutes, the rest wait until a moderator decides.",
            Note = "0 turns it off. `most-per-hour` spreads posts over time; this rule stops what is probably a mistake, such as an "
                + "archive that was copied into the folder.",
            Of = rules => rules.FloodLimit,
            With = (rules, limit) => rules with { FloodLimit = limit ?? 0 },
        },
    ];
}
