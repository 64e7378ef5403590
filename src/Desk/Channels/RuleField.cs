using Desk.Archive;

namespace Desk.Channels;

/// <summary>How a rule's value is entered.</summary>
public enum RuleKind
{
    /// <summary>A list of topics, which can be chosen from those that exist.</summary>
    Topics,

    /// <summary>Several items, separated by commas or on lines of their own.</summary>
    List,
    Number,
    YesOrNo,

    /// <summary>One of <see cref="RuleField.Choices"/>.</summary>
    Choice,

    /// <summary>A role of the chat service.</summary>
    Role,

    /// <summary>A list of pings, each of several parts.</summary>
    Pings,
    Text,
}

/// <summary>
/// Everything about one rule: its names, how it is read and written, where it is asked for, and what it does to a story.
/// The panel, its forms, YAML files, the store, <c>/channel why</c> and the documentation all read this.
/// </summary>
public abstract class RuleField
{
    /// <summary>The name in files and in the store, such as <c>least-outlets</c>; it never changes.</summary>
    public required string Name { get; init; }

    /// <summary>The name for people, in lower case: <c>minimum outlets</c>.</summary>
    public required string Label { get; init; }

    /// <summary>What the rule does, in one sentence.</summary>
    public required string Help { get; init; }

    /// <summary>How the rule differs from one that is easily confused with it, for the documentation.</summary>
    public string? Note { get; init; }

    public required RuleSection Section { get; init; }

    /// <summary>A valid value.</summary>
    public required string Example { get; init; }

    /// <summary>Whether members set this rule for the topics that they follow, in <c>/following</c>.</summary>
    public bool IsForMembers { get; init; }

    /// <summary>
    /// Whether a channel keeps its own value when a preset has none: what belongs to a channel and its readers, not to a kind of news.
    /// </summary>
    public bool StaysWithChannel { get; init; }

    /// <summary>Null for a rule that doesn't stop stories.</summary>
    public RuleFilter? Filter { get; init; }

    public abstract RuleKind Kind { get; }

    /// <summary>All values, if there are only a few.</summary>
    public virtual IReadOnlyList<RuleChoice> Choices => [];

    /// <summary>The value as text that <see cref="Read"/> accepts; empty for none.</summary>
    public abstract string Write(ChannelRules rules);

    public bool IsDefault(ChannelRules rules) => Write(rules) == Write(ChannelRules.Default);

    /// <summary>The value for people: the label of a choice, or "none" instead of nothing.</summary>
    public string Describe(ChannelRules rules) => Write(rules) switch
    {
        "" => "none",
        var text => Choices.FirstOrDefault(choice => choice.Text == text).Label ?? text,
    };

    /// <summary>Why the rule stops a story: <c>minimum outlets: 3 outlets; at least 5 required</c>.</summary>
    public string Reason(StoryFacts facts, ChannelRules rules) => $"{Label}: {Filter?.Describe(facts, rules)}";

    /// <summary>The rules with this one changed; an empty text restores the default. Null if the text is not valid.</summary>
    /// <param name="error">Continues after the rule's name: <c>"three" is not a whole number. …</c></param>
    public ChannelRules? Read(ChannelRules rules, string text, out string error)
    {
        text = text.Trim();
        var reading = ReadValue(rules, text.Length == 0 ? Write(ChannelRules.Default) : text);
        error = reading.Error;
        return reading.Rules;
    }

    /// <summary>As <see cref="Read"/>, for a text that was valid when it was stored.</summary>
    internal virtual ChannelRules? ReadStored(ChannelRules rules, string text, out string error) => Read(rules, text, out error);

    /// <summary>Rules with the value that others have.</summary>
    internal ChannelRules Copy(ChannelRules from, ChannelRules to) => ReadStored(to, Write(from), out _) ?? to;

    private protected abstract RuleReading ReadValue(ChannelRules rules, string text);
}

/// <param name="Text">In files.</param>
/// <param name="Label">For people.</param>
public readonly record struct RuleChoice(string Text, string Label);
