using System.Globalization;

namespace News.Rules;

/// <summary>Whether a channel's rules let a story through.</summary>
public static class PostingRules
{
    /// <summary>The cheap ones first: most stories are stopped before words are looked for.</summary>
    static readonly PostingRule[] Rules =
    [
        new("least-outlets",
            (facts, rules) => facts.Outlets >= rules.LeastOutlets,
            (facts, rules) => $"{Count(facts.Outlets, "outlet")}; at least {Number(rules.LeastOutlets)} {(rules.LeastOutlets == 1 ? "is" : "are")} asked for"),
        new("least-quality",
            (facts, rules) => rules.LeastQuality is not { } least || facts.Quality >= least,
            (facts, rules) => Reached("quality", facts.Quality, rules.LeastQuality)),
        new("least-heat",
            (facts, rules) => rules.LeastHeat is not { } least || facts.Heat >= least,
            (facts, rules) => Reached("heat", facts.Heat, rules.LeastHeat)),
        new("types",
            (facts, rules) => rules.Types.Count == 0 || Has(rules.Types, facts.Type),
            (facts, rules) => $"type {facts.Type}; {Asked(rules.Types)}"),
        new("topics",
            (facts, rules) => rules.Topics.Count == 0 || First(rules.Topics, facts, static (facts, slug) => facts.HasTopic(slug)) is not null,
            (facts, rules) => $"topics {Listed([.. facts.Topics.Order(StringComparer.Ordinal)])}; {Asked(rules.Topics)}"),
        new("providers",
            (facts, rules) => rules.Providers.Count == 0 || First(rules.ProviderKeys, facts, static (facts, key) => facts.IsFrom(key)) is not null,
            (facts, rules) => $"led by {Named(facts.LeadProvider)}; {Asked(rules.Providers)}"),
        new("not-providers",
            (facts, rules) => First(rules.NotProviderKeys, facts, static (facts, key) => facts.IsLedBy(key)) is null,
            (facts, rules) => $"led by {Named(facts.LeadProvider)}; {Unwanted(rules.NotProviders)}"),
        new("words",
            (facts, rules) => rules.Words.Count == 0 || Found(rules.Words, facts) is not null,
            (facts, rules) => $"{Search(rules.Words, facts)}; {Asked(rules.Words)}"),
        new("not-words",
            (facts, rules) => Found(rules.NotWords, facts) is null,
            (facts, rules) => $"{Search(rules.NotWords, facts)}; {Unwanted(rules.NotWords)}"),
    ];

    /// <summary>The first rule that stops the story; null where none does. Allocates nothing.</summary>
    public static PostingRule? Decide(StoryFacts facts, ChannelRules rules)
    {
        foreach (var rule in Rules)
        {
            if (!rule.Passes(facts, rules))
                return rule;
        }

        return null;
    }

    /// <summary>Each rule in the order in which <see cref="Decide"/> asks, and what came of it.</summary>
    public static IReadOnlyList<RuleCheck> Checks(StoryFacts facts, ChannelRules rules) =>
        [.. Rules.Select(rule => new RuleCheck(rule, rule.Passes(facts, rules), rule.Tell(facts, rules)))];

    /// <summary>Whether the story is worth a ping to the role; when one may be is another question: <see cref="PostingTimes.MayPing"/>.</summary>
    public static bool Pings(StoryFacts facts, ChannelRules rules) =>
        rules.PingRole is not null
        && ((rules.PingOutlets is null && rules.PingHeat is null) || facts.Outlets >= rules.PingOutlets || facts.Heat >= rules.PingHeat);

    static string? First(IReadOnlyList<string> items, StoryFacts facts, Func<StoryFacts, string, bool> isSo)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (isSo(facts, items[i]))
                return items[i];
        }

        return null;
    }

    static bool Has(IReadOnlyList<string> items, string wanted)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    static WordPattern? Found(IReadOnlyList<WordPattern> words, StoryFacts facts)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].In(facts) is PatternMatch.Found)
                return words[i];
        }

        return null;
    }

    static string Search(IReadOnlyList<WordPattern> words, StoryFacts facts)
    {
        if (Found(words, facts) is { } found)
            return $"{found} is in it";
        var slow = words.Where(word => word.In(facts) is PatternMatch.TookTooLong).ToList();
        return slow.Count == 0
            ? "none is in it"
            : $"none was found, but {Listed(slow)} took longer than {Number((int)RuleLimits.ExpressionTime.TotalMilliseconds)} ms and was given up: write it simpler";
    }

    static string Reached(string what, int? has, int? least) =>
        $"{what} {(has is { } number ? Number(number) : "unknown")}; {(least is { } asked ? $"at least {Number(asked)} is asked for" : "none is asked for")}";

    static string Asked<T>(IReadOnlyList<T> items) => items.Count == 0 ? "none is asked for" : items.Count == 1 ? $"{items[0]} is asked for" : $"one of {Listed(items)} is asked for";

    static string Unwanted<T>(IReadOnlyList<T> items) => items.Count == 0 ? "none is unwanted" : $"{Listed(items)} {(items.Count == 1 ? "is" : "are")} unwanted";

    static string Listed<T>(IReadOnlyList<T> items)
    {
        const int told = 10;
        return items.Count == 0 ? "none" : string.Join(", ", items.Take(told)) + (items.Count > told ? $" and {Number(items.Count - told)} more" : "");
    }

    static string Named(string provider) => provider.Length == 0 ? "an unknown outlet" : provider;

    static string Count(int number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One rule by which stories are let through or stopped.</summary>
public sealed class PostingRule
{
    internal PostingRule(string name, Func<StoryFacts, ChannelRules, bool> passes, Func<StoryFacts, ChannelRules, string> tell) =>
        (Name, Passes, Tell) = (name, passes, tell);

    /// <summary>As <see cref="RuleField.Name"/>.</summary>
    public string Name { get; }

    public string Label => RuleFields.Of(Name)!.Label;

    internal Func<StoryFacts, ChannelRules, bool> Passes { get; }

    /// <summary>What the story has and what is asked for, in words.</summary>
    internal Func<StoryFacts, ChannelRules, string> Tell { get; }

    /// <summary>Why it stopped the story: <c>least outlets: 3 outlets; at least 5 are asked for</c>.</summary>
    public string Reason(StoryFacts facts, ChannelRules rules) => $"{Label}: {Tell(facts, rules)}";
}

/// <param name="Text">What the story has and what is asked for: <c>3 outlets; at least 5 are asked for</c>.</param>
public sealed record RuleCheck(PostingRule Rule, bool Passed, string Text);
