using System.Globalization;
using Bot.Cards;
using News.Storage;

namespace Bot.Commands;

/// <summary>The menu of a digest: the card of the story that was chosen, for the one who chose it.</summary>
sealed class DigestPages(StoryStore stories, TimeProvider clock) : IButton
{
    public string Name => DigestMessage.MenuName;

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        if (press.Values is not [var value] || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Reply.Note("This menu is not one that I know how to answer.");
        if (await stories.OfArticleAsync(id, ct) is not { } story)
            return Reply.Note("This story is not there any more.");

        var card = StoryMessage.For(story, new() { Now = clock.GetUtcNow() });
        return new() { Embeds = card.Embeds ?? [], Components = card.Components ?? [], IsPrivate = true };
    }
}
