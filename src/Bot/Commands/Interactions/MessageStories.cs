using System.Text.RegularExpressions;
using Articles.Stories;
using Bot.Cards;
using Bot.Texts;
using Desk.Archive;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>The story that a message is about: by its links, or else by its words.</summary>
sealed partial class MessageStories(StoryStore stories, ArchiveSearch search)
{
    const int MostLinks = 10;
    const int MostChoices = 5;

    /// <summary>The beginning of a message says what it is about.</summary>
    const int MostText = 300;

    /// <summary>
    /// The answer about the story that a link leads to, a menu of those that the words may mean, or a note that there is none.
    /// </summary>
    /// <param name="handler">The name of the <see cref="IButton"/> that gets a choice from the menu.</param>
    /// <param name="show">The answer about a story.</param>
    public async Task<Reply> AnswerAsync(MessageCall call, string handler, Func<Story, Task<Reply>> show, CancellationToken ct)
    {
        var words = BotTexts.Of(call.Language);
        if (StoryMessage.KeyOn(call.Message) is { } key && await stories.OfKeyAsync(key, ct) is { } card)
            return await show(card) with { IsPrivate = true };
        var linked = new List<Story>();
        foreach (var link in Links(call.Message).Distinct().Take(MostLinks))
        {
            if (await stories.OfLinkAsync(link, ct) is { } story && linked.All(other => other.Id != story.Id))
                linked.Add(story);
        }

        if (linked is [var only])
            return await show(only) with { IsPrivate = true };
        if (linked is not [])
            return StoryMenu.Of(handler, words.Reading.SeveralStories, [.. linked.Select(StoryTitle.Of)], words) with { IsPrivate = true };

        var found = await FoundAsync(call, ct);
        return found is []
            ? Reply.Note(words.Reading.NoStoryInMessage)
            : StoryMenu.Of(handler, words.Reading.SeveralStories, found, words) with { IsPrivate = true };
    }

    async Task<IReadOnlyList<StoryTitle>> FoundAsync(MessageCall call, CancellationToken ct)
    {
        var results = await search.FindAsync(Text(call.Message), QuestionFilters.None, ct, call.Language);
        if (!results.Question.HasSubject || !results.IsAnswered)
            return [];
        var found = new List<StoryTitle>();
        foreach (var article in results.Articles.Take(MostChoices))
        {
            if (await stories.OfArticleAsync(article, ct) is { } story)
                found.Add(StoryTitle.Of(story));
        }

        return found;
    }

    /// <summary>In the order in which they are read: the message's own words, then what it shows of other pages.</summary>
    static IEnumerable<Uri> Links(Message message)
    {
        var texts = message.Embeds.SelectMany(embed => (string?[])[embed.Url, embed.Description]);
        return texts.Prepend(message.Content).Concat(Displayed(message))
            .OfType<string>()
            .SelectMany(text => Address().Matches(text))
            .Select(match => Uri.TryCreate(match.Value, UriKind.Absolute, out var link) ? link : null)
            .OfType<Uri>();
    }

    static string Text(Message message)
    {
        string?[] parts =
        [
            Address().Replace(message.Content, " "),
            .. message.Embeds.Select(embed => embed.Title),
            .. Displayed(message).Select(text => Address().Replace(text, " ")),
        ];
        var text = string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length <= MostText ? text : text[..MostText];
    }

    static IEnumerable<string> Displayed(Message message) =>
        Component.All(message.Components).OfType<TextDisplay>().Select(text => text.Content);

    /// <summary>A bracket ends it, as in Markdown's links.</summary>
    [GeneratedRegex(@"https?://[^\s<>()\[\]""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
