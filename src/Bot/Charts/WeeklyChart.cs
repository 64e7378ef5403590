using Bot.Texts;
using Desk.Outbox;

namespace Bot.Charts;

/// <summary>What happened in channels in each week. For moderators, and so in English.</summary>
static class WeeklyChart
{
    /// <param name="weeks">The oldest first, at least one; the last one is not over.</param>
    /// <returns>Null if nothing happened.</returns>
    public static PanelChart? Of(IReadOnlyList<ChannelWeek> weeks)
    {
        IReadOnlyList<ChartPanel> panels =
        [
            new("Posts", [.. weeks.Select(week => week.Posts)]),
            new("Edits", [.. weeks.Select(week => week.Edits)]),
            new("Follows", [.. weeks.Select(week => week.Follows)]),
            new("Button presses", [.. weeks.Select(week => week.Presses)]),
        ];
        if (panels.All(panel => panel.Bars.All(count => count == 0)))
            return null;
        var date = BotTexts.English.Charts.Date;
        var said = panels.Select(panel => $"{panel.Label}: {string.Join(", ", panel.Bars)}.");
        return new()
        {
            Panels = panels,
            First = date(weeks[0].Monday),
            Last = date(weeks[^1].Monday),
            Caption = "Bars: one for each week, from Monday in UTC; the last one is this week so far",
            Said = string.Join(' ', said.Prepend(
                $"Chart: {weeks.Count} weeks, from {date(weeks[0].Monday)}; the last one is this week so far.")),
        };
    }
}
