using Bot.Cards;
using Bot.Languages;
using Discord;
using News.Rules;

namespace Bot.Commands;

/// <summary>A channel's rules for people: those that are not as they begin.</summary>
static class RulesText
{
    const int ValueLength = 150;

    /// <summary>On one line, what it gets first: <c>Ferries, Rail · least outlets: 3</c>.</summary>
    /// <param name="topics">Names of its topics.</param>
    public static string Line(ChannelRules rules, IReadOnlyList<string> topics) => string.Join(" · ", Lines(RuleFields.All.Where(field => field.Name != "topics"), rules, Words.English.Answers).Prepend(Topics(topics)));

    public static string Topics(IReadOnlyList<string> topics) => topics is [] ? "every topic" : CardText.Markdown(string.Join(", ", topics), ValueLength);

    /// <summary>Those that are not as they begin, a line each: <c>least outlets: 3</c>. Topics are named by their slugs.</summary>
    public static IEnumerable<string> Lines(IEnumerable<RuleField> fields, ChannelRules rules, AnswerWords words) => fields
        .Where(field => !field.IsDefault(rules))
        .Select(field => $"{words.LabelOf(field)}: {words.Values.GetValueOrDefault(field.Write(rules), Value(field, rules))}");

    static string Value(RuleField field, ChannelRules rules) =>
        field.Name == "ping-role" && Snowflake.TryParse(rules.PingRole, out var role) ? $"<@&{role}>" : CardText.Markdown(field.Tell(rules), ValueLength);
}
