using Articles.Files;
using Articles.Text;

namespace Desk.Channels;

/// <summary>Reads rules from the fields of a <see cref="RulesFile"/>'s entries, and reports each error at its place.</summary>
/// <param name="entries">What the file calls its entries: <c>channels</c>.</param>
sealed class RulesReader(RuleFields known, ContentProblems problems, string entries)
{
    int expressions;

    /// <param name="others">Fields that are not rules.</param>
    public ChannelRules Read(MapValue map, IReadOnlyList<string> others)
    {
        var rules = ChannelRules.Default;
        foreach (var field in map.Fields)
        {
            if (others.Contains(field.Name))
                continue;
            if (problems.AreFull)
                break;
            if (known.Of(field.Name) is { } rule)
                rules = Read(rules, rule, field.Value) ?? rules;
            else
                problems.Error(field.Line, field.Column, known.Unknown(field.Name, others));
        }

        ReportBothForms(map);
        return known == RuleFields.All ? PingRules.Complete(rules) : rules;
    }

    /// <summary>Which one would count depends on their order, and nobody could tell.</summary>
    void ReportBothForms(MapValue map)
    {
        var (earlier, now) = (PingRules.Earlier.Select(rule => rule.Name), PingRules.List.Name);
        if (map.Fields.FirstOrDefault(field => earlier.Contains(field.Name)) is { } old && map.Fields.Any(field => field.Name == now))
            problems.Error(old.Line, old.Column, $"{old.Name} and {now} can't be together. Move it into an entry of {now}.");
    }

    ChannelRules? Read(ChannelRules rules, RuleField rule, FieldValue value)
    {
        switch (value)
        {
            case ScalarValue { IsNull: true } or RefusedValue:
                return null;
            case ScalarValue scalar:
                if (rule is ListRule && Exceeds(ListText.Split(scalar.Text).Count(IsExpression), scalar))
                    return null;
                var read = rule.Read(rules, scalar.Text, out var error);
                if (read is null)
                    Error(scalar, $"{rule.Name} {error}");
                return read;
            case MapValue map when rule is ListRule { IsMap: true } listRule:
                return Items(rules, listRule, new(map.Line, map.Column, [.. map.Fields.SelectMany(Pairs)]));
            case ListValue list when rule is ListRule { IsMap: false } listRule:
                return Items(rules, listRule, list);
            default:
                Error(value, rule is ListRule { IsMap: true }
                    ? $"{rule.Name} is {value.Kind}, not names with values. Write one on each line below it, such as {rule.Example}"
                    : rule is ListRule
                    ? $"{rule.Name} is {value.Kind}, not a list. Write {rule.Name}: [{rule.Example}], or one entry per line, each after -"
                    : $"{rule.Name} is {value.Kind}, not one value. Write one, such as {rule.Name}: {Example(rule)}");
                return null;
        }
    }

    ChannelRules? Items(ChannelRules rules, ListRule rule, ListValue list)
    {
        var before = problems.Count;
        if (rule.Parts is { } parts)
            list = list with { Items = [.. list.Items.Select(item => item is MapValue map ? Joined(parts, map) : item)] };
        if (problems.Count > before)
            return null;
        var items = list.Items.OfType<ScalarValue>().Where(item => item.Text.Length > 0 || !item.IsPlain).ToList();
        if (Exceeds(items.Count(item => IsExpression(item.Text)), list))
            return null;
        foreach (var item in list.Items.Where(item => item is not RefusedValue).Take(TextLimits.ProblemsTold))
        {
            if (item is ScalarValue { IsPlain: true, Text: "" })
                Error(item, $"This entry of {rule.Name} is empty. Write one, or delete its -; text after # needs double quotes.");
            else if (item is not ScalarValue)
                Error(item, $"This entry of {rule.Name} is {item.Kind}, not text. Put text that contains : [ or {{ in double quotes.");
        }

        var read = rule.ReadItems(rules, [.. items.Select(item => item.Text)], out var wrong);
        foreach (var problem in wrong)
            Error(problem.Item is { } at ? items[at] : list, $"{rule.Name} {problem.Error}");
        return read;
    }

    /// <summary>A field of a map as items, one for each of its values.</summary>
    static IEnumerable<FieldValue> Pairs(Field field) => (field.Value is ListValue list ? list.Items : [field.Value])
        .Select(value => value is ScalarValue scalar ? scalar with { Text = $"{field.Name}: {scalar.Text}", IsPlain = false } : value);

    /// <summary>An item of several parts, as the text that its rule reads.</summary>
    ScalarValue Joined(RuleFields parts, MapValue map) =>
        new(map.Line, map.Column, ItemText.Write(parts, new RulesReader(parts, problems, entries).Read(map, [])), IsPlain: false);

    /// <summary>Counts expressions before they are compiled, which takes long.</summary>
    bool Exceeds(int more, FieldValue at)
    {
        var before = expressions;
        expressions += more;
        if (more == 0 || expressions <= RuleLimits.Expressions)
            return false;
        if (before > RuleLimits.Expressions)
            return true;
        Error(at, $"The file has more than {RuleLimits.Expressions} expressions /…/; this is the first beyond that. "
            + $"Write words instead, or move some {entries} to another file.");
        return true;
    }

    static string Example(RuleField rule) => rule.Kind is RuleKind.Number or RuleKind.YesOrNo or RuleKind.Choice
        ? rule.Example
        : YamlText.Written(rule.Example);

    static bool IsExpression(string text) => text.AsSpan().Trim() is ['/', .., '/'];

    void Error(FieldValue at, string message) => problems.Error(at.Line, at.Column, message);
}
