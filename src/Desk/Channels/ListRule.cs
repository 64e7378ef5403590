namespace Desk.Channels;

/// <summary>A rule whose value is a list.</summary>
abstract class ListRule(RuleKind kind) : RuleField
{
    public sealed override RuleKind Kind => kind;

    /// <summary>What each item consists of, as maps in files; null if items are plain text.</summary>
    public RuleFields? Parts { get; init; }

    /// <summary>Whether items are <c>name: value</c>, as one map in files.</summary>
    public bool IsMap { get; init; }

    /// <summary>How many items there may be.</summary>
    public int Most { get; init; } = RuleLimits.Items;

    /// <summary>Each item as text that <see cref="ReadItems"/> accepts.</summary>
    public IReadOnlyList<string> Items(ChannelRules rules) => ListText.Split(Write(rules));

    /// <summary>The rules with this list. Each text is one item, including any commas. Null if there are problems.</summary>
    public abstract ChannelRules? ReadItems(ChannelRules rules, IReadOnlyList<string> texts, out IReadOnlyList<ItemProblem> problems);
}

/// <param name="Item">From 0; null if the problem is with the list as a whole.</param>
/// <param name="Error">Continues after the rule's name.</param>
readonly record struct ItemProblem(int? Item, string Error);

/// <summary>Reads one item of a list; null with an error if it is not valid.</summary>
delegate T? ItemReader<T>(string text, out string error);

/// <summary>A list of items of one type.</summary>
sealed class ListRule<T>(ItemReader<T> read, RuleKind kind = RuleKind.List) : ListRule(kind)
    where T : class
{
    const int ErrorsShown = 5;

    public required Func<ChannelRules, IReadOnlyList<T>> Of { get; init; }

    /// <summary>Keeps a stored item that is no longer valid; null if there can't be one.</summary>
    public Func<string, T>? Stored { get; init; }

    public required Func<ChannelRules, IReadOnlyList<T>, ChannelRules> With { get; init; }

    public override string Write(ChannelRules rules) => Join(Of(rules));

    public override ChannelRules? ReadItems(ChannelRules rules, IReadOnlyList<string> texts, out IReadOnlyList<ItemProblem> problems)
    {
        var items = Read(texts, out var found);
        problems = found;
        return problems.Count == 0 ? With(rules, items) : null;
    }

    internal override ChannelRules? ReadStored(ChannelRules rules, string text, out string error)
    {
        if (Stored is null)
            return Read(rules, text, out error);
        error = "";
        return With(rules, [.. ListText.Split(text).Select(Stored)]);
    }

    private protected override RuleReading ReadValue(ChannelRules rules, string text)
    {
        if (text.Length > RuleLimits.TextLength)
            return RuleReading.Failed(TooLong(text.Length));
        var items = Read(ListText.Split(text), out var problems);
        return problems.Count == 0
            ? With(rules, items)
            : RuleReading.Failed(string.Join(' ', problems.Take(ErrorsShown).Select(problem => problem.Error)));
    }

    List<T> Read(IReadOnlyList<string> texts, out List<ItemProblem> problems)
    {
        (var items, problems) = (new List<T>(), []);
        if (texts.Count > Most)
        {
            problems.Add(new(null, $"has {texts.Count} entries; the limit is {Most}. Remove some."));
            return items;
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (read(texts[i], out var error) is not { } item)
                problems.Add(new(i, error));
            else if (!items.Contains(item))
                items.Add(item);
        }

        if (problems.Count == 0 && Join(items) is { Length: > RuleLimits.TextLength and var length })
            problems.Add(new(null, TooLong(length)));
        return items;
    }

    static string Join(IEnumerable<T> items) => ListText.Join(items.Select(item => item.ToString()!));

    static string TooLong(int length) => $"is {length} characters long; the limit is {RuleLimits.TextLength}. Remove some entries.";
}
