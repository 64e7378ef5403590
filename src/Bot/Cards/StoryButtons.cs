using Discord;
using News.Stories;

namespace Bot.Cards;

/// <summary>The buttons under a card, in one row: where to read, all coverage, and the ones worth choosing from it.</summary>
static class StoryButtons
{
    const int OutletLength = 28;

    public static IReadOnlyList<Component> Row(Story story, CardState state)
    {
        var words = CardWords.Of(state.Language);
        var row = new List<Button>();
        if (story.Coverage.Links > 1)
            row.Add(new() { Style = ButtonStyle.Secondary, Label = words.AllCoverage(story.Coverage.Links), CustomId = CoverageButton.Of(story.Id).ToString() });
        row.AddRange(Picks(story, words));

        if (CardText.Link(story.Lead.Link, DiscordLimits.ButtonUrl) is { } link)
            row.Insert(0, new() { Style = ButtonStyle.Link, Label = words.Read(CardText.Plain(story.Lead.Provider.Label, OutletLength)), Url = link });
        return row is [] ? [] : [ActionRow.Of(row)];
    }

    /// <summary>The first, the best and the latest, where that is not the lead itself; one that is two of them is one button.</summary>
    static IEnumerable<Button> Picks(Story story, CardWords words)
    {
        (string Label, CoverageLine? Line)[] picks = [(words.First, story.Coverage.First), (words.Best, story.Coverage.Best), (words.Latest, story.Coverage.Latest)];
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

    static string Label(CardWords words, string what, string outlet) => CardText.Plain(outlet, OutletLength) is { Length: > 0 } name ? words.Pick(what, name) : what;
}
