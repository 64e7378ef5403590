using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Times in the future were noted by a clock that was ahead. Compared with them, everything comes too early, and what was decided by that
/// clock may have looked old.
/// </summary>
static class FutureTimes
{
    /// <summary>What clocks may differ by.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    /// <summary>Whether the last imports are said to have been in the future.</summary>
    public static Task<bool> AreThereAsync(DatabaseSession session, DateTimeOffset now) => session.QuerySingleAsync<bool>(
        "select exists (select 1 from imports where at > @tooLate)",
        new { tooLate = now + Tolerance });

    /// <summary>
    /// Moves such times into the past, all by the same amount, so that they keep their order, and has every channel asked again about
    /// stories that were first seen then.
    /// </summary>
    public static async Task CorrectAsync(DatabaseSession session, DateTimeOffset now)
    {
        foreach (var at in await LateAsync(session, now))
        {
            var times = new { at.Noted, at.Corrected };
            await session.ExecuteAsync("update imports set at = @Corrected where at = @Noted", times);
            await session.ExecuteAsync("update subscriptions set created_at = @Corrected where created_at = @Noted", times);
            var stories = await session.QueryAsync<long>(
                """
                update articles
                set listed_at = @Corrected
                where listed_at = @Noted
                returning coalesce(story_id, id)
                """,
                times);
            foreach (var story in stories.Distinct())
                await UndecidedStories.NoteAsync(session, story, isNew: false);
        }

        await Subscribers.ChangedAsync(session);
    }

    static async Task<IReadOnlyList<(DateTimeOffset Noted, DateTimeOffset Corrected)>> LateAsync(
        DatabaseSession session, DateTimeOffset now)
    {
        var times = await session.QueryAsync<TimeValue>(
            """
            select at from imports where at > @tooLate
            union
            select created_at from subscriptions where created_at > @tooLate
            union
            select listed_at from articles where listed_at > @tooLate
            """,
            new { tooLate = now + Tolerance });
        var late = times.Select(time => time.At).OfType<DateTimeOffset>().ToList();
        var ahead = late.Count == 0 ? TimeSpan.Zero : late.Max() - now;
        return [.. late.Select(at => (at, at - ahead))];
    }
}
