using Bot.Cards;
using Discord;
using News.Rules;

namespace Bot.Commands;

/// <summary>A channel's rules for people: those that are not as they begin.</summary>
static class RulesText
{
    const int ValueLength = 150;

    /// <summary>On one line, what it gets first: <c>Ferries, Rail · least outlets: 3</c>.</summary>
    /// <param name="topics">Names of its topics.</param>
    public static string Line(ChannelRules rules, IReadOnlyList<string> topics) => string.Join(" · ", Lines(rules).Prepend(Topics(topics)));

    public static string Topics(IReadOnlyList<string> topics) => topics is [] ? "every topic" : CardText.Markdown(string.Join(", ", topics), ValueLength);

    /// <summary>All but the topics, a line each: <c>least outlets: 3</c>.</summary>
    public static IEnumerable<string> Lines(ChannelRules rules) => RuleFields.All
        .Where(field => field.Name != "topics" && !field.IsDefault(rules))
        .Select(field => $"{field.Label}: {Value(field, rules)}");

    /// <summary>Those of one group, the topics among them by their slugs.</summary>
    public static IEnumerable<string> Lines(ChannelRules rules, RuleGroup group) => RuleFields.All
        .Where(field => field.Group == group && !field.IsDefault(rules))
        .Select(field => $"{field.Label}: {Value(field, rules)}");

    static string Value(RuleField field, ChannelRules rules) =>
        field.Name == "ping-role" && Snowflake.TryParse(rules.PingRole, out var role) ? $"<@&{role}>" : CardText.Markdown(field.Tell(rules), ValueLength);
}
