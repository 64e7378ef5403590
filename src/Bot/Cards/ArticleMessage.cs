using Discord;
using News;
using News.Stories;

namespace Bot.Cards;

/// <summary>The card of a story that has one article.</summary>
static class ArticleMessage
{
    public const int Color = StoryMessage.Color;

    public static CreateMessage For(Article article, DateTimeOffset now) => StoryMessage.For(StoryOf(article), new() { Now = now });

    /// <summary>Whether a message, found in a channel, is the post of this article.</summary>
    public static bool IsOf(Article article, Message message) => StoryMessage.IsOf(StoryOf(article), message);

    public static Story StoryOf(Article article) => Story.Of(article.Id, [article], article.PublishedAt);
}
