using Articles.Stories;
using Bot.Charts;
using Bot.Tests.Cards;
using Bot.Texts;
using Desk.Archive.Overviews;
using Desk.Outbox;

namespace Bot.Tests.Charts;

/// <summary>What the charts show, before they are drawn.</summary>
public class ChartTests
{
    static ChartTexts Words => BotTexts.English.Charts;

    [Fact]
    public void Spread_counts_new_outlets_from_the_first_report()
    {
        var chart = Spread(0, 10, 29, 30, 95, 340)!;

        Assert.Equal([3, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1], chart.Bars);
        Assert.Equal([(0, "0"), (4, "+2 h"), (8, "+4 h"), (12, "+6 h")], chart.Ticks.Select(tick => (tick.At, tick.Label)));
        Assert.Equal((true, 6), (chart.HasTotal, chart.Top));
        Assert.Equal("Bars: new outlets, 30 min each · Line: all outlets so far", chart.Caption);
        Assert.Equal("Chart: 6 outlets reported this story within 6 h. The most at once: 3 in 30 min, at the beginning.", chart.Said);
    }

    [Fact]
    public void Highest_bar_of_a_spread_is_named_if_it_is_one()
    {
        Assert.EndsWith("The most at once: 2 in 5 min, 10 min after the first report.", Spread(0, 10, 11, 20)!.Said);
        Assert.EndsWith("within 20 min.", Spread(0, 10, 20)!.Said);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0, 60)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 5, 14)]
    public void Spread_of_few_outlets_or_all_at_once_has_no_chart(params int[] minutes) => Assert.Null(Spread(minutes));

    [Fact]
    public void Story_without_reports_has_no_chart() => Assert.Null(SpreadChart.Of([], Words));

    [Fact]
    public void Days_are_named_every_week_back_from_today()
    {
        var stories = new int[30];
        (stories[3], stories[20], stories[29]) = (1, 4, 4);

        var chart = DailyChart.Of(stories, new(2026, 11, 24), Words)!;

        Assert.Equal(stories, chart.Bars);
        Assert.Equal(["Oct 27", "Nov 3", "Nov 10", "Nov 17", "Nov 24"], chart.Ticks.Select(tick => tick.Label));
        Assert.Equal([1.5, 8.5, 15.5, 22.5, 29.5], chart.Ticks.Select(tick => tick.At));
        Assert.Equal("Chart: 9 stories in the past 30 days. The most on one day: 4, on Nov 24.", chart.Said);
    }

    [Fact]
    public void Stories_on_two_days_are_no_chart() => Assert.Null(DailyChart.Of([0, 3, 0, 0, 4], new(2026, 11, 24), Words));

    [Fact]
    public void Trend_shows_when_each_outlet_joined()
    {
        var chart = Trend(outlets: 5, growth: 2, hoursAgo: [30, 28, 26, 18, 6])!;

        var line = chart.Lines.Single();
        Assert.Equal((3, 5), (line.Before, line.After));
        Assert.Equal([0.25, 0.75], line.Joined);
        Assert.EndsWith("Story 1: from 3 to 5.", chart.Said);
    }

    [Fact]
    public void Outlet_at_an_unknown_time_joins_with_the_article()
    {
        var line = Trend(outlets: 3, growth: 3, hoursAgo: [18, 6])!.Lines.Single();

        Assert.Equal((0, 3), (line.Before, line.After));
        Assert.Equal([0.25, 0.75, 0.875], line.Joined);
    }

    [Fact]
    public void Trend_of_stories_that_outlets_had_at_once_has_no_chart() =>
        Assert.Null(Trend(outlets: 3, growth: 3, hoursAgo: [6, 6, 6]));

    [Fact]
    public void Weeks_have_a_small_chart_for_each_kind()
    {
        var chart = WeeklyChart.Of([Week(16, 5, 9, 0, 2), Week(23, 1, 0, 1, 0)])!;

        Assert.Equal(
            ["Posts 5 1", "Edits 9 0", "Follows 0 1", "Button presses 2 0"],
            chart.Panels.Select(panel => $"{panel.Label} {string.Join(' ', panel.Bars)}"));
        Assert.Equal(("Nov 16", "Nov 23"), (chart.First, chart.Last));
        Assert.Equal(
            "Chart: 2 weeks, from Nov 16; the last one is this week so far. "
                + "Posts: 5, 1. Edits: 9, 0. Follows: 0, 1. Button presses: 2, 0.",
            chart.Said);
    }

    [Fact]
    public void Weeks_in_which_nothing_happened_are_no_chart() => Assert.Null(WeeklyChart.Of([Week(16, 0, 0, 0, 0)]));

    static ChannelWeek Week(int day, int posts, int edits, int follows, int presses) =>
        new() { Monday = new(2026, 11, day), Posts = posts, Edits = edits, Follows = follows, Presses = presses };

    static BarChart? Spread(params int[] minutes) => SpreadChart.Of([.. minutes.Select(minute => TimeSpan.FromMinutes(minute))], Words);

    /// <param name="hoursAgo">When the outlets reported it, within a day or before; the time of the others is unknown.</param>
    static GrowthChart? Trend(int outlets, int growth, double[] hoursAgo)
    {
        var now = Sample.Now;
        var story = Sample.Of(
            Sample.Lead with { PublishedAt = now.AddHours(-3) },
            [.. Enumerable.Range(0, outlets).Select(number => new CoverageLine
            {
                Title = $"Report {number}",
                Provider = new($"Outlet {number}", $"outlet{number}.example"),
                PublishedAt = number < hoursAgo.Length ? now.AddHours(-hoursAgo[number]) : null,
            })]);
        return TrendChart.Of([new GrownStory(story, growth)], now.AddHours(-24), now, Words);
    }
}
