using Bot.Cards;
using Bot.Texts;
using Desk.Channels;

namespace Bot.Commands.Rules;

/// <summary>Rules for people: those that differ from their defaults.</summary>
static class RulesText
{
    const int ValueLength = 150;
    const string Nothing = "Every story, at once and without a ping.";

    /// <summary>On one line, topics first: <c>Ferries, Rail · minimum outlets: 3</c>.</summary>
    /// <param name="topics">The names of its topics.</param>
    public static string Line(RuleFields fields, ChannelRules rules, IReadOnlyList<string> topics)
    {
        var others = Lines(fields.Where(field => field.Kind is not RuleKind.Topics), rules, BotTexts.English.Answers);
        return string.Join(" · ", others.Prepend(Topics(topics)));
    }

    public static string Topics(IReadOnlyList<string> topics) =>
        topics is [] ? "every topic" : CardText.Markdown(string.Join(", ", topics), ValueLength);

    /// <summary>One line per rule: <c>minimum outlets: 3</c>. Topics appear as slugs.</summary>
    public static IEnumerable<string> Lines(IEnumerable<RuleField> fields, ChannelRules rules, AnswerTexts words) => fields
        .Where(field => !field.IsDefault(rules))
        .Select(field => $"{words.LabelOf(field)}: {Value(field, rules, words)}");

    /// <summary>Below the titles of their sections.</summary>
    public static string Sections(RuleFields fields, ChannelRules rules, AnswerTexts words)
    {
        var sections = RuleSection.All.Select(section =>
        {
            var lines = string.Join('\n', Lines(fields.Where(field => field.Section == section), rules, words));
            return lines.Length == 0 || section.Title.Length == 0 ? lines : $"**{section.Title}**\n{lines}";
        });
        return string.Join('\n', sections.Where(lines => lines.Length > 0)) is { Length: > 0 } text ? text : Nothing;
    }

    /// <summary>On one line, for places that don't read Markdown: <c>layout: one line · silent: yes</c>.</summary>
    public static string Plain(RuleFields fields, ChannelRules rules, AnswerTexts words, int limit)
    {
        var parts = fields
            .Where(field => !field.IsDefault(rules))
            .Select(field => $"{words.LabelOf(field)}: {(field.Kind is RuleKind.Pings ? $"{rules.Pings.Count}" : field.Describe(rules))}");
        return CardText.Plain(string.Join(" · ", parts) is { Length: > 0 } text ? text : Nothing, limit);
    }

    /// <summary>What changes from some rules to others, one line per rule: <c>minimum outlets: 1 → 3</c>.</summary>
    public static IEnumerable<string> Changes(RuleFields fields, ChannelRules before, ChannelRules after, AnswerTexts words) => fields
        .Where(field => field.Write(before) != field.Write(after))
        .Select(field => $"{words.LabelOf(field)}: {Value(field, before, words)} → {Value(field, after, words)}");

    public static string Capitalized(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    static string Value(RuleField field, ChannelRules rules, AnswerTexts words)
    {
        if (field.Kind is RuleKind.Pings && rules.Pings is not [])
            return string.Join(", ", rules.Pings.Select(ping => PingText.Of(ping, ping.Topics)));
        var text = field.Write(rules);
        return field.Choices.Any(choice => choice.Text == text)
            ? words.LabelOf(field.Choices.First(choice => choice.Text == text))
            : CardText.Markdown(field.Describe(rules), ValueLength);
    }
}
