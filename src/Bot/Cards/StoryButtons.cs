using Articles.Stories;
using Bot.Texts;
using Discord.Models;

namespace Bot.Cards;

/// <summary>
/// The buttons under a card: where to read it, in the lead and in what else is worth choosing, then all coverage and to follow it.
/// </summary>
static class StoryButtons
{
    const int OutletLength = 28;

    public static IReadOnlyList<Component> Rows(Story story, CardState state)
    {
        var words = BotTexts.Of(state.Language).Cards;
        List<Button> links = CardText.Link(story.Lead.Link, DiscordLimits.ButtonUrl) is { } link
            ? [Read(story, words, link), .. Picks(story, words)]
            : [.. Picks(story, words)];
        List<Button> actions = story.Coverage.Links > 1
            ? [AllCoverage(story, words, CoverageButton.Of(story.PublicKey)), Follow(story, words)]
            : [Follow(story, words)];
        return links.Count + actions.Count <= DiscordLimits.ButtonsPerRow
            ? [ActionRow.Of([.. links, .. actions])]
            : [ActionRow.Of(links), ActionRow.Of(actions)];
    }

    public static Button AllCoverage(Story story, CardTexts words, CustomId id) =>
        new() { Style = ButtonStyle.Secondary, Label = words.AllCoverage(story.Coverage.Links), CustomId = id.ToString() };

    static Button Read(Story story, CardTexts words, string link) =>
        new() { Style = ButtonStyle.Link, Label = words.Read(CardText.Plain(story.Lead.Provider.Label, OutletLength)), Url = link };

    static Button Follow(Story story, CardTexts words) =>
        new() { Style = ButtonStyle.Secondary, Label = words.Follow, CustomId = FollowButton.Of(story.PublicKey).ToString() };

    /// <summary>The first, the best and the latest, where that is not the lead itself; one that is two of them is one button.</summary>
    static IEnumerable<Button> Picks(Story story, CardTexts words)
    {
        var coverage = story.Coverage;
        (string Label, CoverageLine? Line)[] picks =
            [(words.First, coverage.First), (words.Best, coverage.Best), (words.Latest, coverage.Latest)];
        return picks
            .Where(pick => pick.Line is { } line && !CoverageText.IsOf(line, story.Lead))
            .Select(pick => (pick.Label, pick.Line!.Provider, Link: CardText.Link(pick.Line.Link, DiscordLimits.ButtonUrl)))
            .Where(pick => pick.Link is not null)
            .GroupBy(pick => pick.Link)
            .Select(same => new Button
            {
                Style = ButtonStyle.Link,
                Label = Label(words, string.Join(" & ", same.Select(pick => pick.Label)), same.First().Provider.Label),
                Url = same.Key,
            });
    }

    static string Label(CardTexts words, string what, string outlet) =>
        CardText.Plain(outlet, OutletLength) is { Length: > 0 } name ? words.Pick(what, name) : what;
}
