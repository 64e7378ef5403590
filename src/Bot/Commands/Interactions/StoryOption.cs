using System.Globalization;
using Articles.Stories;
using Bot.Cards;
using Bot.Texts;
using Desk.Archive;
using Desk.Archive.Search;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>
/// An option for a story, by a headline or a part of one. If several stories match, the member chooses one from a menu, whose handler
/// is the command.
/// </summary>
sealed class StoryOption(
    ArticleStore articles, StoryStore stories, TitleSearch titles, TitleSuggestions suggestions, ButtonStories buttons)
{
    const int MostNear = 5;

    public static ApplicationCommandOption Named(string name) => ArticleOption.Spec with { Name = name };

    /// <summary>The answer about the story that the call names, a menu of those it may mean, or a note that there is none.</summary>
    /// <param name="option">The option's name.</param>
    /// <param name="show">The answer about a story.</param>
    public async Task<Reply> AnswerAsync(SlashCall call, string option, Func<Story, Reply> show, CancellationToken ct)
    {
        var (typed, words) = (call.Text(option) ?? "", BotTexts.Of(call.Language));
        if (await NumberedAsync(typed, ct) is { } chosen)
            return PrivateOption.Apply(call, show(chosen));
        return await titles.StoriesAsync(typed, StoryMenu.Most + 1, ct) switch
        {
            [] => PrivateOption.Apply(call, await NearAsync(call.Name, typed, words, ct)),
            [var only] => PrivateOption.Apply(call, await ShowAsync(only.Id, show, words, ct)),
            var several => PrivateOption.Apply(call, Choice(call.Name, several, words)),
        };
    }

    /// <summary>
    /// The answer about the story that was chosen from the menu, in its place. Its empty content takes away the question.
    /// </summary>
    /// <param name="show">The answer about a story.</param>
    public async Task<Reply> ChosenAsync(CustomIdInteraction interaction, Func<Story, Reply> show, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language).Answers;
        if (StoryMenu.Chosen(interaction) is not { } key)
            return Reply.Note(words.UnknownMenu);
        return await buttons.OfAsync(key, interaction.Message, ct) is { } story
            ? show(story) with { Replaces = true, Content = "" }
            : Reply.Note(words.StoryGone);
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
    {
        var found = await suggestions.SuggestAsync(call.Typed, DiscordLimits.Choices, ct);
        return [.. found.Select(title => ArticleOption.Choice(title.Id, title.Title))];
    }

    /// <summary>A chosen suggestion is the number of an article.</summary>
    async Task<Story?> NumberedAsync(string typed, CancellationToken ct) =>
        long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await articles.ArticleAsync(id, ct) is not null
            ? await stories.OfArticleAsync(id, ct)
            : null;

    async Task<Reply> ShowAsync(long story, Func<Story, Reply> show, BotTexts words, CancellationToken ct) =>
        await stories.StoryAsync(story, ct) is { } found ? show(found) : Reply.Note(words.Answers.StoryGone);

    /// <summary>What is like a headline that doesn't exist may be meant, but isn't opened unasked.</summary>
    async Task<Reply> NearAsync(string command, string typed, BotTexts words, CancellationToken ct)
    {
        var near = new List<StoryTitle>();
        foreach (var title in await suggestions.SuggestAsync(typed, MostNear, ct))
        {
            if (await stories.OfArticleAsync(title.Id, ct) is { } story && near.TrueForAll(other => other.Id != story.Id))
                near.Add(StoryTitle.Of(story));
        }

        var none = words.Search.NoHeadline(CardText.Markdown(typed, 100));
        return near is []
            ? Reply.Note($"{none} {words.Search.ChooseSuggestion}")
            : StoryMenu.Of(command, $"{none} {words.Search.MeantOneOf}", near, words) with { IsPrivate = true };
    }

    static Reply Choice(string command, IReadOnlyList<StoryTitle> found, BotTexts words) => StoryMenu.Of(
        command,
        found.Count > StoryMenu.Most ? $"{words.Reading.SeveralStories} {words.Reading.TypeMore}" : words.Reading.SeveralStories,
        found,
        words);
}
