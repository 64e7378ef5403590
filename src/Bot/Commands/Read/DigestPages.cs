using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;

namespace Bot.Commands.Read;

/// <summary>The menu of a digest: shows the card of the chosen story to the person who chose it.</summary>
sealed class DigestPages(ButtonStories stories, TimeProvider clock) : IButton
{
    public string Name => DigestMessage.MenuName;

    public Access Access => Access.Everyone;

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language).Answers;
        if (interaction.Values is not [var value]
            || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Reply.Note(words.UnknownMenu);
        if (await stories.OfAsync(id, interaction.Message, ct) is not { } story)
            return Reply.Note(words.StoryGone);
        return StoryReply.Of(story, clock.GetUtcNow(), interaction.Language) with { IsPrivate = true };
    }
}
