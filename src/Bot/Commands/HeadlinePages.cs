using Bot.Cards;
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

    public Task<Reply> ShowAsync(Topic? topic, int count, CancellationToken ct) => PageAsync(topic, count, page: 0, ct);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        if (press.Id.Numbers is not [var topicId, var count and >= 1 and <= MostCount, var page and >= 0 and <= int.MaxValue / MostCount])
            return Reply.Note("This button is not one that I know how to answer. Use /latest or /topic again.");

        var topic = topicId == EveryTopic ? null : await articles.TopicAsync(topicId, ct);
        if (topic is null && topicId != EveryTopic)
            return Reply.Note("This topic is not there any more. Use /topic to choose another.");
        return await PageAsync(topic, (int)count, (int)page, ct) with { Replaces = true };
    }

    async Task<Reply> PageAsync(Topic? topic, int count, int page, CancellationToken ct)
    {
        var skip = page * count;
        var found = topic is null
            ? await articles.LatestAsync(skip, count, ct)
            : await articles.InTopicAsync(topic, skip, count, ct);
        if (page == 0 && found.Headlines is [])
            return Reply.Note(topic is null ? "There are no articles yet." : $"There are no articles in {CardText.Markdown(topic.Name, 100)} yet.");

        var title = topic is null ? "Latest news" : CardText.Markdown($"Latest in {topic.Name}", DiscordLimits.EmbedTitle);
        return Page(title, found, page, at => new(Name, topic?.Id ?? EveryTopic, count, at));
    }

    /// <summary>One page of a list of headlines.</summary>
    /// <param name="title">In Markdown.</param>
    /// <param name="found">What is on it.</param>
    /// <param name="page">From 0.</param>
    /// <param name="at">What the button to another page carries.</param>
    public static Reply Page(string title, HeadlinePage found, int page, Func<int, CustomId> at) => new()
    {
        Embeds = [new()
        {
            Title = title,
            Description = found.Headlines is [] ? "Nothing older than this." : string.Join("\n\n", found.Headlines.Select(Lines)),
            Footer = page == 0 && !found.HasMore ? null : new() { Text = $"Page {page + 1}" },
            Color = StoryMessage.Color,
        }],
        Components = Pager.Buttons(page, found.HasMore, CardWords.English, at),
    };

    /// <summary>Two lines: the headline, then who and when.</summary>
    static string Lines(Headline headline)
    {
        string?[] about =
        [
            headline.Provider.Label.Length > 0 ? CardText.Inline(headline.Provider.Label, limit: 60) : null,
            DiscordText.Relative(headline.PublishedAt),
            headline.RelatedCount > 0 ? $"{headline.RelatedCount} related" : null,
        ];
        return CardText.Linked(headline.Title, headline.Link, LinesLength, title => $"**{title}**\n{CardText.Facts(about)}");
    }
}
