using Articles.Stories;
using Bot.Texts;
using Desk.Archive.Overviews;

namespace Bot.Charts;

/// <summary>How the stories of a trend grew.</summary>
static class TrendChart
{
    /// <summary>Outlets that are closer than this part of the time look as if they came at once.</summary>
    const double Apart = 0.02;

    /// <param name="stories">As they are listed.</param>
    /// <param name="since">The beginning of the time, which ends now.</param>
    /// <returns>Null if there is too little to see: in no story, outlets came at different times.</returns>
    public static GrowthChart? Of(IReadOnlyList<GrownStory> stories, DateTimeOffset since, DateTimeOffset now, ChartTexts words)
    {
        IReadOnlyList<GrowthLine> lines = [.. stories.Select(story => Line(story, since, now))];
        if (lines.All(line => line.Joined is [] || line.Joined[^1] - line.Joined[0] < Apart))
            return null;
        var said = lines.Select((line, index) => words.FromTo(index + 1, line.Before, line.After));
        return new() { Lines = lines, Caption = words.Growth, Said = string.Join(' ', said.Prepend(words.GrowthSaid)) };
    }

    /// <summary>As many outlets as the list says. Those whose times nobody knows came with the story's own article.</summary>
    static GrowthLine Line(GrownStory grown, DateTimeOffset since, DateTimeOffset now)
    {
        var known = Timeline.Of(grown.Story.Coverage, now).Reports.Select(report => report.At).Where(at => at > since).ToList();
        var unknown = Enumerable.Repeat(grown.Story.Lead.PublishedAt, Math.Max(0, grown.Growth - known.Count));
        return new(
            Math.Max(0, grown.Story.Coverage.Outlets - grown.Growth),
            [.. known.Concat(unknown).Select(at => Math.Clamp((at - since) / (now - since), 0, 1)).Order().Take(grown.Growth)]);
    }
}
