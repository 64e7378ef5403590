using System.Globalization;
using Articles;
using Desk.Archive;

namespace Desk.Channels;

/// <summary>Whether a channel's rules let a story through.</summary>
public static class PostingRules
{
    /// <summary>The first rule that stops a story that is news; null if none does. Allocates nothing.</summary>
    public static RuleField? DecideNews(StoryFacts facts, ChannelRules rules) => RuleFields.All.Decide(facts, rules, isNews: true);

    /// <summary>As <see cref="DecideNews"/>, for a story that was decided before or asked for: its age doesn't matter.</summary>
    public static RuleField? Decide(StoryFacts facts, ChannelRules rules) => RuleFields.All.Decide(facts, rules, isNews: false);

    /// <summary>
    /// The pings that the story is worth, one for each role. <see cref="PostingTimes.MayPing"/> says if they may come now.
    /// </summary>
    public static IEnumerable<PingRule> Pings(StoryFacts facts, ChannelRules rules) =>
        rules.Pings.Where(ping => ping.Fits(facts)).DistinctBy(ping => ping.Role);

    /// <summary>The names of the forum tags that fit a story, those that the rules name first.</summary>
    /// <param name="topics">The story's topics by name.</param>
    public static IEnumerable<string> Tags(StoryFacts facts, IEnumerable<string> topics, ChannelRules rules) =>
    [
        .. rules.Tags.Where(tag => facts.HasTopic(tag.Topic)).Select(tag => tag.Tag),
        .. topics.Where(topic => Topic.SlugOf(topic) is var slug && rules.Tags.All(tag => tag.Topic != slug)),
    ];
}

/// <param name="Text">What the story has, and what the rule requires: <c>3 outlets; at least 5 required</c>.</param>
public sealed record RuleCheck(RuleField Rule, bool Passed, string Text);

/// <summary>What a rule requires of a story. The check allocates nothing: it runs for each channel and each new story.</summary>
public sealed class RuleFilter
{
    const int ItemsShown = 10;

    RuleFilter(FilterCost cost, Func<StoryFacts, ChannelRules, bool> passes, Func<StoryFacts, ChannelRules, string> describe) =>
        (Cost, Passes, Describe) = (cost, passes, describe);

    internal FilterCost Cost { get; }

    internal Func<StoryFacts, ChannelRules, bool> Passes { get; }

    /// <summary>What the story has, and what the rule requires: <c>3 outlets; at least 5 required</c>.</summary>
    internal Func<StoryFacts, ChannelRules, string> Describe { get; }

    /// <summary>
    /// Whether it only decides what is news. What a moderator asks for, such as the latest stories of a new channel, passes it.
    /// </summary>
    internal bool IsForNews { get; init; }

    /// <summary>A story passes if it is at most this old.</summary>
    internal static RuleFilter AtMost(Func<StoryFacts, TimeSpan> age, Func<ChannelRules, TimeSpan> most) => new(
        FilterCost.Number,
        (facts, rules) => age(facts) <= most(rules),
        (facts, rules) => $"published {SpanText.Rounded(age(facts))} ago; at most {SpanText.Of(most(rules))} allowed")
    {
        IsForNews = true,
    };

    /// <summary>A story passes if it has at least this number, or if none is required; an unknown number is never enough.</summary>
    /// <param name="describe">The story's number in words, given its digits: <c>3 outlets</c>.</param>
    internal static RuleFilter AtLeast(Func<StoryFacts, int?> has, Func<ChannelRules, int?> least, Func<string, string> describe) => new(
        FilterCost.Number,
        (facts, rules) => least(rules) is not { } required || has(facts) >= required,
        (facts, rules) => $"{describe(has(facts) is { } number ? Written(number) : "unknown")}; {Minimum(least(rules))}");

    /// <summary>A story passes if one of the items fits it, or if there are no items.</summary>
    /// <param name="items">May be keys, in another spelling than <paramref name="shown"/>.</param>
    internal static RuleFilter OneOf<TItem, TShown>(
        FilterCost cost,
        Func<ChannelRules, IReadOnlyList<TItem>> items,
        Func<ChannelRules, IReadOnlyList<TShown>> shown,
        Func<StoryFacts, TItem, bool> fits,
        Func<StoryFacts, ChannelRules, string> has) => new(
            cost,
            (facts, rules) => items(rules) is { Count: 0 } || First(items(rules), facts, fits) >= 0,
            (facts, rules) => $"{has(facts, rules)}; {Required(shown(rules))}");

    /// <summary>A story passes if none of the items fits it.</summary>
    /// <param name="items">May be keys, in another spelling than <paramref name="shown"/>.</param>
    internal static RuleFilter NoneOf<TItem, TShown>(
        FilterCost cost,
        Func<ChannelRules, IReadOnlyList<TItem>> items,
        Func<ChannelRules, IReadOnlyList<TShown>> shown,
        Func<StoryFacts, TItem, bool> fits,
        Func<StoryFacts, ChannelRules, string> has) => new(
            cost,
            (facts, rules) => First(items(rules), facts, fits) < 0,
            (facts, rules) => $"{has(facts, rules)}; {(shown(rules).Count == 0 ? "none" : Listed(shown(rules)))} blocked");

    /// <summary>Which of the words a story contains, for people.</summary>
    internal static string Found(IReadOnlyList<WordPattern> words, StoryFacts facts)
    {
        if (words.FirstOrDefault(word => word.Problem.Length > 0) is { } unusable)
            return unusable.Problem;
        return First(words, facts, static (facts, word) => word.IsIn(facts)) is >= 0 and var found
            ? $"found {words[found]}"
            : "none found";
    }

    internal static string Listed<T>(IReadOnlyCollection<T> items) =>
        string.Join(", ", items.Take(ItemsShown)) + (items.Count > ItemsShown ? $" and {Written(items.Count - ItemsShown)} more" : "");

    static int First<T>(IReadOnlyList<T> items, StoryFacts facts, Func<StoryFacts, T, bool> fits)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (fits(facts, items[i]))
                return i;
        }

        return -1;
    }

    static string Minimum(int? least) => least is { } required ? $"at least {Written(required)} required" : "no minimum";

    static string Required<T>(IReadOnlyList<T> items) => items.Count switch
    {
        0 => "none required",
        1 => $"{items[0]} required",
        _ => $"one of {Listed(items)} required",
    };

    static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The cost of a check. The cheapest ones run first, because most stories are stopped before words are searched.</summary>
enum FilterCost
{
    Number,
    Name,
    Text,
}
