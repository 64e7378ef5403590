using System.Globalization;
using Articles;
using Articles.Stories;
using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Overviews;

/// <summary>What is known about an outlet.</summary>
public sealed class OutletStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>Its numbers are about so many of its newest articles.</summary>
    const int Recent = 300;

    const int MostTopics = 5;

    /// <summary>The articles of the outlet by its domain; by its name for an outlet without one.</summary>
    const string Own = """
        select a.id, a.story_id, a.published_at
        from listed_articles a
        where a.provider_domain = @Domain
          and (@Domain <> '' or lower(a.provider_name) = lower(@Name))
        order by a.published_at desc, a.id desc
        """;

    /// <summary>The articles that list coverage of an outlet that has none of its own here.</summary>
    const string Listing = $"""
        select a.id, a.story_id, a.published_at
        from listed_articles a
        where a.id in {RelatedCoverage.ListingOutlet}
        order by a.published_at desc, a.id desc
        """;

    /// <summary>Its newest stories, each once, by its own articles.</summary>
    public Task<IReadOnlyList<OutletStory>> StoriesAsync(Outlet outlet, int skip, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<OutletStory>>(
        async session =>
        {
            var now = clock.GetUtcNow();
            // Of a story with several articles of the outlet, the newest is enough; a story has few of them.
            var articles = await session.QueryAsync<OwnRow>(
                $"select coalesce(story_id, id) as story_id, id from ({Newest(outlet)}) own limit @most",
                new { outlet.Domain, outlet.Name, relatedOutlet = Key(outlet), most = 3 * (skip + take) });
            var rows = articles.DistinctBy(row => row.StoryId).Skip(skip).Take(take).ToList();
            var own = rows.ToDictionary(row => row.StoryId, row => row.Id);
            var stories = rows is [] ? [] : await StoryStore.StoriesAsync(session, [.. own.Keys], now);
            return [.. stories.Select(story => OutletStory.Of(story, own[story.Id], Key(outlet), now))];
        },
        ct);

    public Task<OutletNumbers> NumbersAsync(Outlet outlet, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var key = Key(outlet);
            var parameters = new { outlet.Domain, outlet.Name, key, relatedOutlet = key, now = clock.GetUtcNow() };
            var firsts = await session.QuerySingleAsync<FirstRow>(
                $"""
                with stories (id) as (select distinct coalesce(story_id, id) from ({Newest(outlet)} limit {Recent}) own),
                times as (
                    select story_id,
                           min(case when {StoryItems.Outlet} = @key then published_at end) as own_at,
                           min(case when {StoryItems.Outlet} not in (@key, '') then published_at end) as others_at
                    from ({StoryItems.Sql}) items
                    where published_at <= @now
                    group by story_id)
                select count(*) as shared, coalesce(sum(case when own_at <= others_at then 1 else 0 end), 0) as first
                from times
                where own_at is not null
                  and others_at is not null
                """,
                parameters);
            var topics = await session.QueryAsync<string>(
                $"""
                select t.name
                from ({Newest(outlet)} limit {Recent}) own
                join article_topics x on x.article_id = own.id and x.is_inherited = 0
                join topics t on t.id = x.topic_id
                group by t.id, t.name
                order by count(*) desc, t.name
                limit {MostTopics}
                """,
                parameters);
            return new OutletNumbers(firsts.First, firsts.Shared, [.. topics]);
        },
        ct);

    /// <summary>How many stories its articles of each day are about, by UTC; the last day is today.</summary>
    /// <param name="days">At least 1.</param>
    public Task<IReadOnlyList<int>> DaysAsync(Outlet outlet, int days, CancellationToken ct) => database.ReadAsync<IReadOnlyList<int>>(
        async session =>
        {
            var now = clock.GetUtcNow();
            var first = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - days);
            var rows = await session.QueryAsync<DayRow>(
                $"""
                select substr(a.published_at, 1, 10) as day, count(distinct coalesce(a.story_id, a.id)) as stories
                from ({Newest(outlet)}) a
                where a.published_at >= @first
                  and a.published_at <= @now
                group by substr(a.published_at, 1, 10)
                """,
                new { outlet.Domain, outlet.Name, relatedOutlet = Key(outlet), first, now });
            var stories = rows.ToDictionary(row => row.Day, row => row.Stories);
            return [.. Enumerable.Range(0, days).Select(day =>
                stories.GetValueOrDefault(first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];
        },
        ct);

    static string Newest(Outlet outlet) => outlet.IsOnlyRelated ? Listing : Own;

    /// <summary>As <see cref="CoverageLine.Outlet"/> spells it.</summary>
    static string Key(Outlet outlet) => outlet.Domain.Length > 0 ? outlet.Domain : outlet.Name.Trim().ToLowerInvariant();

    internal sealed record DayRow
    {
        public required string Day { get; init; }
        public required int Stories { get; init; }
    }

    internal sealed record OwnRow
    {
        public required long StoryId { get; init; }
        public required long Id { get; init; }
    }

    internal sealed record FirstRow
    {
        public required int Shared { get; init; }
        public required int First { get; init; }
    }
}

/// <param name="First">In how many of the shared stories no other outlet was earlier.</param>
/// <param name="Shared">How many of its recent stories other outlets covered, too.</param>
/// <param name="Topics">Those of most of its recent articles first.</param>
public sealed record OutletNumbers(int First, int Shared, IReadOnlyList<string> Topics);

/// <param name="Own">What the outlet wrote: its article, or a line in the related coverage of another.</param>
/// <param name="IsFirst">Whether other outlets covered the story, too, and none of them earlier.</param>
public sealed record OutletStory(Story Story, CoverageLine Own, bool IsFirst)
{
    /// <param name="article">Of the outlet, or one that lists its coverage.</param>
    /// <param name="outlet">As <see cref="CoverageLine.Outlet"/> spells it.</param>
    internal static OutletStory Of(Story story, long article, string outlet, DateTimeOffset now)
    {
        var line = story.Coverage.All.FirstOrDefault(line => line.ArticleId == article && line.Outlet == outlet)
            ?? story.Coverage.All.FirstOrDefault(line => line.Outlet == outlet);
        var reports = Timeline.Of(story.Coverage, now).Reports;
        var isFirst = reports.Count > 1 && reports[0].Line.Outlet == outlet;
        return new(story, line ?? Line(story.Articles.First(one => one.Id == article)), isFirst);
    }

    /// <summary>An article that counts as another's text.</summary>
    static CoverageLine Line(Article article) => new()
    {
        Title = article.Title,
        Provider = article.Provider,
        Link = article.Link,
        PublishedAt = article.PublishedAt,
        ArticleId = article.Id,
    };
}
