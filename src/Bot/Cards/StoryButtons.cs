using Articles.Stories;
using Bot.Texts;
using Discord.Models;

namespace Bot.Cards;

/// <summary>The buttons of a card: where to read the story, all its coverage, and to follow it.</summary>
static class StoryButtons
{
    public static IReadOnlyList<Button> Of(Story story, CardState state)
    {
        var words = BotTexts.Of(state.Language).Cards;
        Button?[] buttons =
        [
            CardText.Link(story.Lead.Link, DiscordLimits.ButtonUrl) is { } link
                ? new() { Style = ButtonStyle.Link, Label = words.Read, Url = link }
                : null,
            story.Coverage.Links > 1 ? Coverage(story, words, CoverageButton.Of(story.PublicKey)) : null,
            new() { Style = ButtonStyle.Secondary, Label = words.Follow, CustomId = FollowButton.Of(story.PublicKey).ToString() },
        ];
        return [.. buttons.OfType<Button>()];
    }

    public static Button Coverage(Story story, CardTexts words, CustomId id) =>
        new() { Style = ButtonStyle.Secondary, Label = words.CoverageButton(story.Coverage.Links), CustomId = id.ToString() };
}
