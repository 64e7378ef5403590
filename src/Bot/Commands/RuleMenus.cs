using Bot.Cards;
using Bot.Languages;
using Discord;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary>The menus by which topics are chosen, and how they come.</summary>
sealed class RuleMenus(ArticleStore articles)
{
    /// <summary>The chosen topics that the menu shows; there may be more than fit into it.</summary>
    public static IReadOnlyList<string> TopicsShown(ChannelRules rules) => [.. rules.Topics.Take(DiscordLimits.SelectOptions)];

    /// <summary>What was chosen from the menu of topics. Those that did not fit into it stay.</summary>
    public static IReadOnlyList<string> TopicsChosen(ChannelRules rules, IReadOnlyList<string> values) => [.. values, .. rules.Topics.Except(TopicsShown(rules))];

    /// <summary>Null while there is none to choose.</summary>
    public async Task<StringSelect?> TopicsAsync(ChannelRules rules, string customId, string placeholder, CancellationToken ct)
    {
        var chosen = TopicsShown(rules);
        var most = (await articles.TopicsLikeAsync("", DiscordLimits.SelectOptions, ct)).ToDictionary(topic => topic.Slug, topic => topic.Name);
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

    public static StringSelect Mode(ChannelRules rules, string customId, AnswerWords words)
    {
        var field = RuleFields.Of("mode")!;
        return new()
        {
            CustomId = customId,
            Options = [.. field.Choices.Select(choice => new SelectOption
            {
                Label = choice == field.Choices[0] ? words.AtOnce : words.DigestEvery(words.Values.GetValueOrDefault(choice.Text, choice.Label)),
                Value = choice.Text,
                Default = choice.Text == field.Write(rules),
            })],
        };
    }
}
