using Articles.Stories;
using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Overviews;

/// <summary>Which stories spread to more outlets in a stretch of time.</summary>
public sealed class GrowthStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>Articles about one event are published within this time of each other.</summary>
    static readonly TimeSpan Spread = TimeSpan.FromDays(3);

    /// <summary>A trend is counted anew so many times within its time, and whenever the archive changes: ten minutes for a day.</summary>
    const int Steps = 144;

    /// <summary>How many stories of a trend are kept.</summary>
    const int MostKept = 50;

    readonly Dictionary<TimeSpan, (long Import, DateTimeOffset Since, IReadOnlyList<GrowthRow> Rows)> known = [];

    /// <summary>The stories that most outlets picked up within the time before now, most first, then the latest.</summary>
    public Task<IReadOnlyList<GrownStory>> TrendingAsync(TimeSpan time, int take, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var now = clock.GetUtcNow();
            var since = new DateTimeOffset((now - time).UtcTicks / (time / Steps).Ticks * (time / Steps).Ticks, TimeSpan.Zero);
            var import = await ArchiveNamesStore.ImportAsync(session);
            IReadOnlyList<GrowthRow>? rows = null;
            lock (known)
            {
                if (known.TryGetValue(time, out var last) && (last.Import, last.Since) == (import, since))
                    rows = last.Rows;
            }

            if (rows is null)
            {
                rows = [.. (await RowsAsync(session, since, late: null, now)).Where(row => row.Outlets > 1).Take(MostKept)];
                lock (known)
                    known[time] = (import, since, rows);
            }

            return await LoadAsync(session, rows, take, now);
        },
        ct);

    /// <summary>The stories that are new since a time, and those that more outlets picked up since; each, most outlets first.</summary>
    /// <param name="isLastAsked">
    /// Whether somebody saw all there was then: articles that were published up to a day before, but came later, are new to them.
    /// </param>
    public Task<NewSince> SinceAsync(DateTimeOffset since, bool isLastAsked, int take, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var now = clock.GetUtcNow();
            var rows = await RowsAsync(session, since, isLastAsked ? since - TimeSpan.FromDays(1) : null, now);
            var fresh = rows.Where(row => row.Growth == row.Outlets).ToList();
            var grown = rows.Where(row => row.Growth < row.Outlets).ToList();
            var shown = await LoadAsync(session, fresh, take, now);
            return new NewSince(
                shown, await LoadAsync(session, grown, take - shown.Count, now), Math.Max(0, rows.Count - take));
        },
        ct);

    /// <summary>Growth: the number of outlets whose first item on the story is from the time since then.</summary>
    /// <param name="late">Items published after this time count, too, if they were listed since; null if none do.</param>
    static async Task<IReadOnlyList<GrowthRow>> RowsAsync(
        DatabaseSession session,
        DateTimeOffset since,
        DateTimeOffset? late,
        DateTimeOffset now)
    {
        var rows = await session.QueryAsync<GrowthRow>(
            $"""
            with stories (id) as (
                select distinct coalesce(a.story_id, a.id)
                from listed_articles a
                where a.published_at > @from),
            firsts as (
                select story_id, {StoryItems.Outlet} as outlet, max(published_at) as latest,
                       min(case when published_at > @since then 1
                                when listed_at > @since and article_at > @late then 1
                                else 0 end) as is_new
                from ({StoryItems.Sql}) items
                where published_at <= @now
                group by story_id, {StoryItems.Outlet})
            select story_id, count(*) as outlets, sum(is_new) as growth, max(latest) as latest
            from firsts
            where outlet <> ''
            group by story_id
            having sum(is_new) > 0
            order by sum(is_new) desc, max(latest) desc, story_id desc
            """,
            new { from = (late ?? since) - Spread, since, late = late ?? DateTimeOffset.MaxValue, now });
        return [.. rows];
    }

    static async Task<IReadOnlyList<GrownStory>> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<GrowthRow> rows,
        int take,
        DateTimeOffset now)
    {
        var shown = rows.Take(take).ToDictionary(row => row.StoryId);
        var stories = shown.Count == 0 ? [] : await StoryStore.StoriesAsync(session, [.. shown.Keys], now);
        return [.. stories.Select(story => new GrownStory(story, shown[story.Id].Growth))];
    }

    internal sealed record GrowthRow
    {
        public required long StoryId { get; init; }
        public required int Outlets { get; init; }
        public required int Growth { get; init; }
        public required DateTimeOffset Latest { get; init; }
    }
}

/// <param name="Growth">How many outlets picked it up.</param>
public sealed record GrownStory(Story Story, int Growth);

/// <param name="Fresh">Stories that were not there before.</param>
/// <param name="Grown">Stories that were there, but from fewer outlets.</param>
/// <param name="More">How many stories are left out.</param>
public sealed record NewSince(IReadOnlyList<GrownStory> Fresh, IReadOnlyList<GrownStory> Grown, int More);
