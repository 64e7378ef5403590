using System.Globalization;
using Bot.Cards;
using Bot.Texts;
using Desk.Archive;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>A menu of the stories that somebody may mean.</summary>
static class StoryMenu
{
    /// <summary>More would be no short choice.</summary>
    public const int Most = 10;

    /// <param name="handler">The name of the <see cref="IButton"/> that gets the choice; see <see cref="Chosen"/>.</param>
    /// <param name="found">At most <see cref="Most"/> are offered.</param>
    public static Reply Of(string handler, string question, IReadOnlyList<StoryTitle> found, BotTexts words) => new()
    {
        Content = question,
        Components = [ActionRow.Of(new StringSelect
        {
            CustomId = new CustomId(handler).ToString(),
            Placeholder = words.Reading.ChooseStory,
            Options = [.. found.Take(Most).Select(story => new SelectOption
            {
                Value = story.PublicKey.ToString(CultureInfo.InvariantCulture),
                Label = CardText.Plain(story.Title, DiscordLimits.SelectOptionLabel),
                Description = CardText.Plain(
                    string.Join(" · ", ((string[])[story.Outlet, Day(story.PublishedAt)]).Where(part => part.Length > 0)),
                    DiscordLimits.SelectOptionDescription),
            })],
        })],
    };

    /// <summary>The public key of the story that was chosen; null if the bot can't have offered it.</summary>
    public static long? Chosen(CustomIdInteraction interaction) =>
        interaction.Values is [var value] && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? key
            : null;

    /// <summary>Menus don't show times by the reader's clock, so the day is written as it is read in every language.</summary>
    static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
