using System.Collections;
using Articles.Text;
using Desk.Archive;

namespace Desk.Channels;

/// <summary>
/// The rules, in the order in which people read them. A new rule is a property of <see cref="ChannelRules"/> and an entry in
/// one of the files beside this one: <see cref="StoryRules"/>, <see cref="ScheduleRules"/>, <see cref="LookRules"/> or
/// <see cref="PostRules"/>.
/// </summary>
/// <param name="fields">The rules.</param>
/// <param name="earlier">Rules as earlier versions wrote them: found by their names, and otherwise not there.</param>
public sealed class RuleFields(IReadOnlyList<RuleField> fields, IReadOnlyList<RuleField>? earlier = null) : IReadOnlyList<RuleField>
{
    readonly Dictionary<string, RuleField> byName = fields.Concat(earlier ?? []).ToDictionary(field => field.Name);

    readonly RuleField[] filters = [.. fields.Where(field => field.Filter is not null).OrderBy(field => field.Filter!.Cost)];

    public static RuleFields All => Whole.Fields;

    public int Count => fields.Count;

    public RuleField this[int index] => fields[index];

    /// <summary>Null for a name that no rule has.</summary>
    public RuleField? Of(string name) => byName.GetValueOrDefault(name);

    /// <summary>The first rule that stops the story; null if none does. Allocates nothing.</summary>
    /// <param name="isNews">False if somebody asked for the story, who may want old ones.</param>
    public RuleField? Decide(StoryFacts facts, ChannelRules rules, bool isNews)
    {
        foreach (var field in filters)
        {
            if ((isNews || !field.Filter!.IsForNews) && !field.Filter!.Passes(facts, rules))
                return field;
        }

        return null;
    }

    /// <summary>Each rule that may stop stories, in the order in which <see cref="Decide"/> asks, and its answer.</summary>
    public IReadOnlyList<RuleCheck> Check(StoryFacts facts, ChannelRules rules, bool isNews) =>
    [
        .. filters
            .Where(field => isNews || !field.Filter!.IsForNews)
            .Select(field => new RuleCheck(field, field.Filter!.Passes(facts, rules), field.Filter.Describe(facts, rules))),
    ];

    /// <summary>The rules that differ from their defaults, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Write(ChannelRules rules) =>
        [.. fields.Where(field => !field.IsDefault(rules)).Select(field => KeyValuePair.Create(field.Name, field.Write(rules)))];

    /// <summary>Reads what <see cref="Write"/> wrote, perhaps in an older or newer version: what can't be read keeps its default.</summary>
    public ChannelRules Read(IEnumerable<KeyValuePair<string, string>> texts, out IReadOnlyList<string> errors)
    {
        var (rules, found) = (ChannelRules.Default, new List<string>());
        foreach (var (name, text) in texts)
        {
            if (Of(name) is not { } field)
                found.Add(Unknown(name));
            else if (field.ReadStored(rules, text, out var error) is { } read)
                rules = read;
            else
                found.Add($"{name} {error}");
        }

        errors = found;
        return PingRules.Complete(rules);
    }

    /// <param name="others">Names that are valid beside those of rules.</param>
    internal string Unknown(string name, params IReadOnlyList<string> others)
    {
        IEnumerable<string> known = [.. others, .. fields.Select(field => field.Name)];
        return $"There is no rule {RuleReading.Quoted(name)}. " + (Spelling.Nearest(name, known) is { } meant
            ? $"Did you mean {meant}?"
            : $"Write one of {string.Join(", ", known)}.");
    }

    public IEnumerator<RuleField> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Apart, because rules whose items have parts need this class first.</summary>
    static class Whole
    {
        public static RuleFields Fields { get; } =
            new([.. StoryRules.List, .. ScheduleRules.List, .. LookRules.List, .. PostRules.List], PingRules.Earlier);
    }
}
