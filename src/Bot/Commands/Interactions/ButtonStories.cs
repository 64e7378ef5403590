using Articles.Stories;
using Bot.Cards;
using Desk.Archive;
using Desk.Database;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>The story that a button or a menu is about.</summary>
sealed class ButtonStories(StoryStore stories)
{
    /// <param name="number">What the button carries.</param>
    /// <param name="message">The message that it is on.</param>
    /// <returns>Null if readers can't see the story any more, or it can't be said which it is.</returns>
    public async Task<Story?> OfAsync(long number, Message? message, CancellationToken ct)
    {
        if (number >= RandomKey.Smallest)
            return await stories.OfKeyAsync(number, ct);
        // Buttons of earlier versions carry an id. Another story may have that since a restore, so the message has to show this one.
        return message is not null && await stories.OfArticleAsync(number, ct) is { } story && Shows(message, story) ? story : null;
    }

    /// <summary>The story's id, even if readers can't see it any more.</summary>
    public async Task<long?> IdOfAsync(long number, Message? message, CancellationToken ct) => number >= RandomKey.Smallest
        ? await stories.IdOfKeyAsync(number, ct)
        : (await OfAsync(number, message, ct))?.Id;

    static bool Shows(Message message, Story story) =>
        StoryMessage.IsOf(story, message)
        || DigestMessage.HasHeadline(story, message)
        || message.Embeds.Any(embed => story.Coverage.All.Any(line =>
            CardText.Link(line.Link) is { } link && embed.Description?.Contains($"]({link})", StringComparison.Ordinal) is true));
}
