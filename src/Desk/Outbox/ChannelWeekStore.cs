using System.Globalization;
using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>What happened in channels, week by week: sums of channels, in which no member and no story can be told.</summary>
public sealed class ChannelWeekStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>How long a week is kept.</summary>
    const int KeptDays = 366;

    const int DaysInWeek = 7;

    /// <summary>The sums of these channels, the oldest week first; the last one is the present week so far.</summary>
    /// <param name="weeks">How many, from 1 to 52.</param>
    public Task<IReadOnlyList<ChannelWeek>> OfAsync(IReadOnlyList<string> channels, int weeks, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ChannelWeek>>(
        async session =>
        {
            var first = ChannelWeek.MondayOf(clock.GetUtcNow()).AddDays(DaysInWeek * (1 - weeks));
            var posts = await PostsAsync(session, channels, first);
            var counts = await CountsAsync(session, channels, first);
            return
            [
                .. Enumerable.Range(0, weeks).Select(week => first.AddDays(DaysInWeek * week)).Select(monday => new ChannelWeek
                {
                    Monday = monday,
                    Posts = posts.GetValueOrDefault(monday),
                    Edits = counts.GetValueOrDefault((monday, WeeklyKind.Edit)),
                    Follows = counts.GetValueOrDefault((monday, WeeklyKind.Follow)),
                    Presses = counts.GetValueOrDefault((monday, WeeklyKind.Press)),
                }),
            ];
        },
        ct);

    /// <summary>Counts buttons that were pressed; all of them, or none.</summary>
    public Task AddAsync(IReadOnlyList<ChannelPresses> presses, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            foreach (var pressed in presses)
                await ChannelWeekWriter.AddAsync(session, pressed.Place, WeeklyKind.Press, pressed.Count, pressed.Day);
        },
        ct);

    /// <summary>Deletes the weeks that began more than a year ago.</summary>
    public Task DeleteOldAsync(CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "delete from channel_weeks where week < @oldest",
                new { oldest = ChannelWeekWriter.TextOf(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-KeptDays)) });
        },
        ct);

    /// <summary>By Mondays. A post has one delivery, however often sending was tried, and so has a digest with all its stories.</summary>
    static async Task<Dictionary<DateOnly, int>> PostsAsync(DatabaseSession session, IReadOnlyList<string> channels, DateOnly first)
    {
        var days = await session.QueryAsync<DayRow>(
            $"""
            select substr(sent_at, 1, 10) as day, count(*) as count
            from deliveries
            where channel in {JsonList.Texts}
              and sent_at >= @since
              and kind in ('story', 'digest')
              and digest_id is null
            group by substr(sent_at, 1, 10)
            """,
            new { texts = JsonList.Of(channels), since = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero) });
        return days
            .GroupBy(row => ChannelWeek.MondayOf(new(Day(row.Day), TimeOnly.MinValue, TimeSpan.Zero)), row => row.Count)
            .ToDictionary(week => week.Key, week => week.Sum());
    }

    static async Task<Dictionary<(DateOnly Monday, WeeklyKind Kind), int>> CountsAsync(
        DatabaseSession session, IReadOnlyList<string> channels, DateOnly first)
    {
        var counts = await session.QueryAsync<CountRow>(
            $"""
            select week, kind, sum(count) as count
            from channel_weeks
            where channel in {JsonList.Texts}
              and week >= @first
            group by week, kind
            """,
            new { texts = JsonList.Of(channels), first = ChannelWeekWriter.TextOf(first) });
        return counts.ToDictionary(row => (Day(row.Week), row.Kind), row => row.Count);
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    internal sealed record DayRow
    {
        public required string Day { get; init; }
        public required int Count { get; init; }
    }

    internal sealed record CountRow
    {
        public required string Week { get; init; }
        public required WeeklyKind Kind { get; init; }
        public required int Count { get; init; }
    }
}
