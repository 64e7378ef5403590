using Bot.Cards;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Rules;

/// <summary>The menus with which rules are chosen.</summary>
sealed class RuleMenus(ArticleStore articles)
{
    /// <summary>The topics chosen from the menu, and those that did not fit into it, which stay.</summary>
    public static IReadOnlyList<string> TopicsChosen(ChannelRules rules, IReadOnlyList<string> values) =>
        [.. values, .. rules.Topics.Except(TopicsShown(rules))];

    /// <summary>What was chosen from the menu of a rule, as text that the rule reads.</summary>
    public static string Chosen(RuleField field, IReadOnlyList<string> values, ChannelRules rules) => field.Kind is RuleKind.Topics
        ? string.Join(", ", TopicsChosen(rules, values))
        : RuleAnswers.First(values);

    /// <summary>The menu of any rule that has one. Null for topics as long as there are none.</summary>
    public async Task<Select?> OfAsync(RuleField field, ChannelRules rules, string customId, AnswerTexts words, CancellationToken ct) =>
        field.Kind switch
        {
            RuleKind.Topics => await TopicsAsync(rules, customId, $"{RulesText.Capitalized(words.LabelOf(field))}: every topic", ct),
            RuleKind.Role => Role(field, rules, customId, $"{RulesText.Capitalized(words.LabelOf(field))}: nobody"),
            _ => Choice(field, rules, customId, words),
        };

    /// <summary>Null as long as there are no topics.</summary>
    public async Task<StringSelect?> TopicsAsync(ChannelRules rules, string customId, string placeholder, CancellationToken ct)
    {
        var chosen = TopicsShown(rules);
        var largest = await articles.TopicsLikeAsync("", DiscordLimits.SelectOptions, ct);
        var most = largest.ToDictionary(topic => topic.Slug, topic => topic.Name);
        string[] offered = [.. chosen, .. most.Keys.Except(chosen).Take(DiscordLimits.SelectOptions - chosen.Count)];
        return offered is [] ? null : new()
        {
            CustomId = customId,
            Placeholder = placeholder,
            MinValues = 0,
            MaxValues = offered.Length,
            Options = [.. offered.Select(slug => new SelectOption
            {
                Label = CardText.Plain(most.GetValueOrDefault(slug, slug), DiscordLimits.SelectOptionLabel),
                Value = slug,
                Default = chosen.Contains(slug),
            })],
        };
    }

    public static StringSelect Choice(RuleField field, ChannelRules rules, string customId, AnswerTexts words) => new()
    {
        CustomId = customId,
        Options = [.. field.Choices.Select(choice => new SelectOption
        {
            Label = RulesText.Capitalized(words.LabelOf(choice)),
            Value = choice.Text,
            Default = choice.Text == field.Write(rules),
        })],
    };

    public static RoleSelect Role(RuleField field, ChannelRules rules, string customId, string placeholder) => new()
    {
        CustomId = customId,
        Placeholder = placeholder,
        MinValues = 0,
        MaxValues = 1,
        DefaultValues = Snowflake.TryParse(field.Write(rules), null, out var role) ? [new(role, "role")] : null,
    };

    /// <summary>The chosen topics that fit into the menu.</summary>
    static IReadOnlyList<string> TopicsShown(ChannelRules rules) => [.. rules.Topics.Take(DiscordLimits.SelectOptions)];
}
