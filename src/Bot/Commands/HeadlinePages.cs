using Bot.Cards;
using Bot.Languages;
using Discord;
using News;
using News.Storage;

namespace Bot.Commands;

/// <summary>Headlines page by page: all of them, or one topic's.</summary>
sealed class HeadlinePages(ArticleStore articles) : IButton
{
    public const int DefaultCount = 5;
    public const int MostCount = 10;

    /// <summary>So that a full page fits into one embed.</summary>
    const int LinesLength = DiscordLimits.EmbedDescription / MostCount - 2;

    const long EveryTopic = 0;

    public string Name => "headlines";

    /// <param name="language">Of who asks; who turns a page reads it in theirs.</param>
    public Task<Reply> ShowAsync(Topic? topic, int count, string language, CancellationToken ct) => PageAsync(topic, count, page: 0, Words.Of(language).Answers, ct);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        var words = Words.Of(press.Language).Answers;
        if (press.Id.Numbers is not [var topicId, var count and >= 1 and <= MostCount, var page and >= 0 and <= int.MaxValue / MostCount])
            return Reply.Note(words.UnknownButton("/latest"));

        var topic = topicId == EveryTopic ? null : await articles.TopicAsync(topicId, ct);
        if (topic is null && topicId != EveryTopic)
            return Reply.Note(words.TopicGone);
        return await PageAsync(topic, (int)count, (int)page, words, ct) with { Replaces = true };
    }

    async Task<Reply> PageAsync(Topic? topic, int count, int page, AnswerWords words, CancellationToken ct)
    {
        var skip = page * count;
        var found = topic is null
            ? await articles.LatestAsync(skip, count, ct)
            : await articles.InTopicAsync(topic, skip, count, ct);
        if (page == 0 && found.Headlines is [])
            return Reply.Note(topic is null ? words.NoArticles : words.NoArticlesIn(CardText.Markdown(topic.Name, 100)));

        var title = topic is null ? words.LatestNews : CardText.Markdown(words.LatestIn(topic.Name), DiscordLimits.EmbedTitle);
        return Page(title, found, page, words, at => new(Name, topic?.Id ?? EveryTopic, count, at));
    }

    /// <summary>One page of a list of headlines.</summary>
    /// <param name="title">In Markdown.</param>
    /// <param name="found">What is on it.</param>
    /// <param name="page">From 0.</param>
    /// <param name="at">What the button to another page carries.</param>
    public static Reply Page(string title, HeadlinePage found, int page, AnswerWords words, Func<int, CustomId> at) => new()
    {
        Embeds = [new()
        {
            Title = title,
            Description = found.Headlines is [] ? words.NothingOlder : string.Join("\n\n", found.Headlines.Select(headline => Lines(headline, words))),
            Footer = page == 0 && !found.HasMore ? null : new() { Text = words.Page(page + 1) },
            Color = StoryMessage.Color,
        }],
        Components = Pager.Buttons(page, found.HasMore, words, at),
    };

    /// <summary>Two lines: the headline, then who and when.</summary>
    static string Lines(Headline headline, AnswerWords words)
    {
        string?[] about =
        [
            headline.Provider.Label.Length > 0 ? CardText.Inline(headline.Provider.Label, limit: 60) : null,
            DiscordText.Relative(headline.PublishedAt),
            headline.RelatedCount > 0 ? words.Related(headline.RelatedCount) : null,
        ];
        return CardText.Linked(headline.Title, headline.Link, LinesLength, title => $"**{title}**\n{CardText.Facts(about)}");
    }
}
