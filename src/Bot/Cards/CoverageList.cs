using Articles.Stories;
using Bot.Texts;

namespace Bot.Cards;

/// <summary>The coverage on a card: how many outlets, and the best lines beside the lead's own.</summary>
static class CoverageList
{
    /// <summary>More would push what others say out of a channel; the rest is behind a button.</summary>
    const int MostLines = 8;

    const int LineLength = 600;

    /// <summary>For the line that counts what is not shown.</summary>
    public const int MoreLength = 30;

    /// <returns>Null where there is nothing beside the lead.</returns>
    public static string? Of(Story story, CardState state, int room)
    {
        var words = BotTexts.Of(state.Language).Cards;
        var own = story.Coverage.Lines.FirstOrDefault(line => CoverageText.IsOf(line, story.Lead));
        var others = story.Coverage.Lines.Where(line => line != own).ToList();
        var alsoAt = CoverageText.AlsoAt(own?.Reprints ?? [], state, LineLength);
        if (others is [] && alsoAt is null)
            return null;

        var lines = new List<string> { Heading(story.Coverage, words) };
        if (alsoAt is not null)
            lines.Add(alsoAt);
        var shown = Fitting(others.Select(line => Line(line, story, state)), room - lines.Sum(line => line.Length + 1) - MoreLength)
            .ToList();
        lines.AddRange(shown);
        if (others.Skip(shown.Count).Sum(line => 1 + OtherReprints(line, story)) is > 0 and var more)
            lines.Add(words.AndMore(more));
        return string.Join('\n', lines);
    }

    static string Heading(Coverage coverage, CardTexts words) => (coverage.Outlets, CoverageText.Links(coverage, words)) switch
    {
        ( <= 1, _) => $"**{words.MoreOnThis}**",
        (var outlets, null) => $"**{words.Outlets(outlets)}**",
        var (outlets, links) => $"**{words.Outlets(outlets)}** · {links}",
    };

    static string Line(CoverageLine line, Story story, CardState state) =>
        CoverageText.Line(line, OtherReprints(line, story), state, LineLength);

    /// <summary>Where the lead itself is among those with the same text, it is not counted: the reader sees it above.</summary>
    static int OtherReprints(CoverageLine line, Story story) => line.Reprints.Count(reprint => !CoverageText.IsOf(reprint, story.Lead));

    static IEnumerable<string> Fitting(IEnumerable<string> lines, int room) =>
        lines.Take(MostLines).TakeWhile(line => (room -= line.Length + 1) >= 0);
}
