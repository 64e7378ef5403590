using News.Reading;

namespace News.Rules;

/// <summary>Reads rules from the fields of a <see cref="ChannelsFile"/>'s entries, each mistake at its own place.</summary>
sealed class RulesReader(ContentProblems problems)
{
    int expressions;

    /// <param name="others">The fields that are not rules.</param>
    public ChannelRules Read(MapValue map, IReadOnlyList<string> others)
    {
        var rules = ChannelRules.Default;
        foreach (var field in map.Fields)
        {
            if (others.Contains(field.Name))
                continue;
            if (problems.AreFull)
                break;
            if (RuleFields.Of(field.Name) is { } rule)
                rules = Read(rules, rule, field.Value) ?? rules;
            else
                problems.Error(field.Line, field.Column, RuleFields.Unknown(field.Name, others));
        }

        return rules;
    }

    ChannelRules? Read(ChannelRules rules, RuleField rule, FieldValue value)
    {
        switch (value)
        {
            case ScalarValue { IsNull: true } or RefusedValue:
                return null;
            case ScalarValue scalar:
                if (rule.Kind is RuleKind.List && Exceeds(ListText.Split(scalar.Text).Count(IsExpression), scalar))
                    return null;
                var read = rule.Read(rules, scalar.Text, out var error);
                if (read is null)
                    Error(scalar, error);
                return read;
            case ListValue list when rule.Kind is RuleKind.List:
                return Items(rules, rule, list);
            default:
                Error(value, rule.Kind is RuleKind.List
                    ? $"{rule.Name} is {value.Kind}, not a list. Write {rule.Name}: [{rule.Example}], or one entry a line, each after -"
                    : $"{rule.Name} is {value.Kind}, not one value. Write one, such as {rule.Name}: {(rule.Kind is RuleKind.Text ? YamlText.Written(rule.Example) : rule.Example)}");
                return null;
        }
    }

    ChannelRules? Items(ChannelRules rules, RuleField rule, ListValue list)
    {
        var items = list.Items.OfType<ScalarValue>().Where(item => item.Text.Length > 0 || !item.IsPlain).ToList();
        if (Exceeds(items.Count(item => IsExpression(item.Text)), list))
            return null;
        foreach (var item in list.Items.Where(item => item is not RefusedValue).Take(ContentLimits.ProblemsTold))
        {
            if (item is ScalarValue { IsPlain: true, Text: "" })
                Error(item, $"This entry of {rule.Name} is empty. Write one, or take out its -; text that begins with # needs double quotes.");
            else if (item is not ScalarValue)
                Error(item, $"This entry of {rule.Name} is {item.Kind}, not text. Put text that holds : [ or {{ in double quotes.");
        }

        var read = rule.ReadItems(rules, [.. items.Select(item => item.Text)], out var wrong);
        foreach (var problem in wrong)
            Error(problem.Item is { } at ? items[at] : list, problem.Error);
        return read;
    }

    /// <summary>Expressions are compiled to see what is wrong with them, so they are counted before.</summary>
    bool Exceeds(int more, FieldValue at)
    {
        expressions += more;
        if (more == 0 || expressions <= RuleLimits.FileExpressions)
            return false;
        Error(at, $"There are more than {RuleLimits.FileExpressions} expressions /…/ in the file, from here on. Write words, or put some channels into another file.");
        return true;
    }

    static bool IsExpression(string text) => text.AsSpan().Trim() is ['/', .., '/'];

    void Error(FieldValue at, string message) => problems.Error(at.Line, at.Column, message);
}
