using Bot.Cards;
using Bot.Texts;
using Desk.Archive;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>An option for one or several topics; it suggests the topics that exist.</summary>
static class TopicOption
{
    public static ApplicationCommandOption Named(string name, string description) =>
        new() { Type = OptionType.String, Name = name, Description = description, Autocomplete = true };

    public static async Task<IReadOnlyList<Choice>> SuggestAsync(ArticleStore articles, SlashCall call, CancellationToken ct) =>
        Choices(await TopicsAsync(articles, call.Focused?.Value?.ToString() ?? "", ct), before: "");

    /// <summary>Suggests the last of several topics separated by commas, and keeps those before it.</summary>
    public static async Task<IReadOnlyList<Choice>> SuggestListAsync(ArticleStore articles, SlashCall call, CancellationToken ct)
    {
        var typed = call.Focused?.Value?.ToString() ?? "";
        var last = typed.LastIndexOf(',') + 1;
        var before = last == 0 ? "" : typed[..last].Trim() + " ";
        return Choices(await TopicsAsync(articles, typed[last..], ct), before);
    }

    /// <summary>The topics' names; the slug of a topic that no longer exists.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(ArticleStore articles, IEnumerable<string> slugs, CancellationToken ct)
    {
        var names = new List<string>();
        foreach (var slug in slugs)
            names.Add((await articles.TopicAsync(slug, ct))?.Name ?? slug);
        return names;
    }

    public static async Task<Reply> UnknownAsync(ArticleStore articles, string name, AnswerTexts words, CancellationToken ct)
    {
        var topics = await articles.TopicsLikeAsync("", take: 15, ct);
        var known = topics is []
            ? words.NoTopics
            : words.Topics(string.Join(", ", topics.Select(topic => CardText.Markdown(topic.Name, 60))));
        return Reply.Note($"{words.UnknownTopic(CardText.Markdown(name, 100))} {known}");
    }

    static Task<IReadOnlyList<Articles.Topic>> TopicsAsync(ArticleStore articles, string typed, CancellationToken ct) =>
        articles.TopicsLikeAsync(typed, DiscordLimits.Choices, ct);

    static List<Choice> Choices(IEnumerable<Articles.Topic> topics, string before) =>
        [.. topics
            .Select(topic => before + topic.Name)
            .Where(value => value.Length <= DiscordLimits.ChoiceValue)
            .Select(value => new Choice { Name = CardText.Plain(value, DiscordLimits.ChoiceName), Value = value })];
}
