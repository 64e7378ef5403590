using Articles.Stories;
using Bot.Texts;
using Discord.Models;

namespace Bot.Cards;

/// <summary>A role that a card calls.</summary>
/// <param name="Topics">The names of the topics for which it is called; empty if it is called whatever the topic.</param>
/// <param name="CountsOutlets">Whether it is called for the number of outlets.</param>
sealed record CardPing(Snowflake Role, IReadOnlyList<string> Topics, bool CountsOutlets = true)
{
    const int TitleLength = 120;
    const int TopicsLength = 100;

    /// <summary>Whom a card calls, and why: <c>@Editors 6 outlets · @Weather Storms: Storm cuts power</c>.</summary>
    public static string Line(Story story, CardState state)
    {
        var outlets = story.Coverage.Outlets > 1 ? BotTexts.Of(state.Language).Cards.Outlets(story.Coverage.Outlets) : "";
        var called = string.Join(" · ", state.Pings.Select(ping => $"<@&{ping.Role}> {ping.Reason(outlets)}".TrimEnd()));
        var colon = state.Pings.Any(ping => ping.Reason(outlets).Length > 0) ? ":" : "";
        return $"{called}{colon} {CardText.Inline(StoryCard.TitleOf(story.Lead), TitleLength)}";
    }

    string Reason(string outlets)
    {
        var reasons = CountsOutlets && outlets.Length > 0 ? Topics.Append(outlets) : Topics;
        return CardText.Inline(string.Join(", ", reasons), TopicsLength);
    }
}
