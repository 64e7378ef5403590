using Bot.Cards;
using Bot.Texts;
using Desk.Channels;

namespace Bot.Commands.Rules;

/// <summary>Rules for people: those that differ from their defaults.</summary>
static class RulesText
{
    const int ValueLength = 150;

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

    public static string Capitalized(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    static string Value(RuleField field, ChannelRules rules, AnswerTexts words)
    {
        if (field.Kind is RuleKind.Pings)
            return string.Join(", ", rules.Pings.Select(ping => PingText.Of(ping, ping.Topics)));
        var text = field.Write(rules);
        return field.Choices.Any(choice => choice.Text == text)
            ? words.LabelOf(field.Choices.First(choice => choice.Text == text))
            : CardText.Markdown(field.Describe(rules), ValueLength);
    }
}
