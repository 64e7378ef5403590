namespace News.Rules;

/// <summary>Which question a rule answers.</summary>
public enum RuleGroup
{
    What,
    When,
    How,
}

/// <summary>How a rule's value is best asked for.</summary>
public enum RuleKind
{
    /// <summary>Several items, between commas or one a line.</summary>
    List,
    Number,
    YesOrNo,

    /// <summary>One of <see cref="RuleField.Choices"/>.</summary>
    Choice,
    Text,
}

/// <summary>One rule of a channel: what it is called, how it is read from text and written as text.</summary>
public sealed class RuleField
{
    readonly Func<ChannelRules, string> write;
    readonly Func<ChannelRules, string, RuleReading> read;

    internal RuleField(Func<ChannelRules, string> write, Func<ChannelRules, string, RuleReading> read) => (this.write, this.read) = (write, read);

    /// <summary>As files and the store have it: <c>least-outlets</c>.</summary>
    public required string Name { get; init; }

    /// <summary>For people: <c>least outlets</c>.</summary>
    public string Label => field ??= Name.Replace('-', ' ');

    /// <summary>One sentence.</summary>
    public required string Help { get; init; }

    public required RuleGroup Group { get; init; }

    public required RuleKind Kind { get; init; }

    /// <summary>A value as it may be written.</summary>
    public required string Example { get; init; }

    /// <summary>The only values, where there are few.</summary>
    public IReadOnlyList<RuleChoice> Choices { get; init; } = [];

    /// <summary>Reads the items of a list; null for what is none.</summary>
    internal ItemsReader? ItemsReader { get; init; }

    /// <summary>The value as text that <see cref="Read"/> takes; empty for none.</summary>
    public string Write(ChannelRules rules) => write(rules);

    public bool IsDefault(ChannelRules rules) => Write(rules) == Write(ChannelRules.Default);

    /// <summary>The value for people, who see that there is none.</summary>
    public string Tell(ChannelRules rules) => Write(rules) is { Length: > 0 } text ? text : "none";

    /// <summary>The rules with this one as the text says; an empty text gives it back its default. Null where the text is no such value: then the error says what to write.</summary>
    public ChannelRules? Read(ChannelRules rules, string text, out string error)
    {
        text = text.Trim();
        var reading = read(rules, text.Length == 0 ? Write(ChannelRules.Default) : text);
        error = reading.Error.Length == 0 ? "" : $"{Name} {reading.Error}";
        return reading.Rules;
    }

    /// <summary>The items of a list, each as text that <see cref="ReadItems"/> takes.</summary>
    internal IReadOnlyList<string> Items(ChannelRules rules) => ListText.Split(Write(rules));

    /// <summary>The rules with this list, where each text is one item, commas and all. Null where there are problems.</summary>
    internal ChannelRules? ReadItems(ChannelRules rules, IReadOnlyList<string> items, out IReadOnlyList<ItemProblem> problems)
    {
        var read = ItemsReader!(rules, items, out problems);
        problems = [.. problems.Select(problem => problem with { Error = $"{Name} {problem.Error}" })];
        return read;
    }
}

/// <param name="Text">As <see cref="RuleField.Read"/> takes it.</param>
/// <param name="Label">For people.</param>
public readonly record struct RuleChoice(string Text, string Label);

delegate ChannelRules? ItemsReader(ChannelRules rules, IReadOnlyList<string> items, out IReadOnlyList<ItemProblem> problems);

/// <param name="Item">Which one, from 0; null where it is the list as a whole.</param>
readonly record struct ItemProblem(int? Item, string Error);

/// <param name="Rules">Null where there is an error.</param>
/// <param name="Error">Goes on after the rule's name.</param>
readonly record struct RuleReading(ChannelRules? Rules, string Error)
{
    public static implicit operator RuleReading(ChannelRules rules) => new(rules, "");

    public static RuleReading Failed(string error) => new(null, error);

    /// <summary>A value in an error, shortened.</summary>
    public static string Quoted(string text) => text.Length <= 60 ? $"\"{text}\"" : $"\"{text[..57]}...\"";
}
