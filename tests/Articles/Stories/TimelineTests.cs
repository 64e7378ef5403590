using Articles.Stories;

namespace Articles.Tests.Stories;

public class TimelineTests
{
    static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-24T12:00:00Z");

    [Fact]
    public void Each_outlet_is_there_once_with_its_first_report()
    {
        var timeline = Of(("b.example", 3), ("a.example", 1), ("b.example", 2), ("a.example", 5));

        Assert.Equal([("a.example", 0), ("b.example", 1)], timeline.Reports.Select(report => (report.Line.Outlet, report.Gap.TotalHours)));
        Assert.Equal(TimeSpan.FromHours(1), timeline.Length);
    }

    [Fact]
    public void Unknown_times_and_those_to_come_are_counted_apart()
    {
        var timeline = Of(("a.example", 1), ("b.example", null), ("c.example", 1000));

        Assert.Equal((1, 2), (timeline.Reports.Count, timeline.Undated));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(30, 24)]
    [InlineData(400, 168)]
    public void Outlets_are_counted_by_the_smallest_unit_that_is_short_enough(int hours, int unit)
    {
        var timeline = Of([.. Enumerable.Range(0, hours).Select(hour => ($"{hour}.example", (int?)(hour - hours)))]);

        var parts = timeline.Parts(most: 8);

        Assert.Equal(TimeSpan.FromHours(unit), parts.Unit);
        Assert.Equal(hours, parts.Parts.Sum(part => part.Outlets));
    }

    /// <param name="reports">Outlets, with the hour after midnight of their reports; null if unknown.</param>
    static Timeline Of(params IReadOnlyList<(string Outlet, int? Hour)> reports) => Timeline.Of(
        Coverage.Of([.. reports.Index().Select(report => new Article
        {
            Path = $"{report.Index}.md",
            Title = $"Headline {report.Index}",
            WebUrl = new($"https://{report.Item.Outlet}/{report.Index}"),
            Provider = new("", report.Item.Outlet),
            PublishedAt = report.Item.Hour is { } hour ? Now.Date.AddHours(hour) : default,
        })]),
        Now);
}
