using System.Globalization;
using Bot.Cards;
using Bot.Languages;
using News.Storage;

namespace Bot.Commands;

/// <summary>The menu of a digest: the card of the story that was chosen, for the one who chose it.</summary>
sealed class DigestPages(StoryStore stories, TimeProvider clock) : IButton
{
    public string Name => DigestMessage.MenuName;

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        var words = Words.Of(press.Language).Answers;
        if (press.Values is not [var value] || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Reply.Note(words.UnknownMenu);
        if (await stories.OfArticleAsync(id, ct) is not { } story)
            return Reply.Note(words.StoryGone);

        var card = StoryMessage.For(story, new() { Now = clock.GetUtcNow(), Language = press.Language });
        return new() { Embeds = card.Embeds ?? [], Components = card.Components ?? [], IsPrivate = true };
    }
}
