using Desk.Archive;

namespace Desk.Channels;

/// <summary>Whether a channel's rules let a story through.</summary>
public static class PostingRules
{
    /// <summary>The first rule that stops a story that is news; null if none does. Allocates nothing.</summary>
    public static RuleField? DecideNews(StoryFacts facts, ChannelRules rules) => RuleFields.All.Decide(facts, rules, isNews: true);

    /// <summary>As <see cref="DecideNews"/>, for a story that was decided before or asked for: its age doesn't matter.</summary>
    public static RuleField? Decide(StoryFacts facts, ChannelRules rules) => RuleFields.All.Decide(facts, rules, isNews: false);

    /// <summary>Whether the story is worth a ping. <see cref="PostingTimes.MayPing"/> says if it may come now.</summary>
    public static bool Pings(StoryFacts facts, ChannelRules rules) =>
        rules.PingRole is not null
        && ((rules.PingOutlets is null && rules.PingHeat is null)
            || facts.Outlets >= rules.PingOutlets
            || facts.Heat >= rules.PingHeat);
}

/// <param name="Text">What the story has, and what the rule requires: <c>3 outlets; at least 5 required</c>.</param>
public sealed record RuleCheck(RuleField Rule, bool Passed, string Text);
