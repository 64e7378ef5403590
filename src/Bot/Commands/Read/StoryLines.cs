using Bot.Cards;
using Bot.Texts;
using Desk.Archive;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>A story in a list: its headline, then its outlet, its time and how many outlets cover it.</summary>
static class StoryLines
{
    /// <summary>So that a full page fits into one embed.</summary>
    const int Length = DiscordLimits.EmbedDescription / PageSize.Max - 2;

    public static string Of(IEnumerable<Headline> headlines, BotTexts words) =>
        string.Join("\n\n", headlines.Select(headline => Of(headline, words)));

    public static string Of(Headline headline, BotTexts words) => CardText.Linked(
        headline.Title, headline.Link, Length, title => $"**{title}**\n{Facts(headline, words)}");

    /// <summary>Its outlet, time, and number of outlets if there are several.</summary>
    public static string Facts(Headline headline, BotTexts words) => CardText.Facts(
        headline.Provider.Label.Length > 0 ? CardText.Inline(headline.Provider.Label, limit: 60) : null,
        DiscordText.Relative(headline.PublishedAt),
        headline.Outlets > 1 ? words.Cards.Outlets(headline.Outlets) : null);
}
