using System.Globalization;
using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Counts what happens in channels, in the transaction in which it happens.</summary>
static class ChannelWeekWriter
{
    /// <summary>Adds to the week of a time, for a channel that gets news; for other channels and for members, nothing is counted.</summary>
    /// <param name="place">A thread that gets no news itself counts as its channel.</param>
    public static Task AddAsync(DatabaseSession session, ChannelPlace place, WeeklyKind kind, int count, DateTimeOffset at) =>
        session.ExecuteAsync(
            """
            insert into channel_weeks (channel, week, kind, count)
            select channel, @week, @kind, @count
            from subscriptions
            where channel in (@Channel, @Parent)
              and destination <> 'member'
            order by case when channel = @Channel then 0 else 1 end
            limit 1
            on conflict (channel, week, kind) do update
            set count = channel_weeks.count + excluded.count
            """,
            new { place.Channel, place.Parent, week = TextOf(ChannelWeek.MondayOf(at)), kind, count });

    /// <summary>Days as the database stores them, so that they sort as text.</summary>
    public static string TextOf(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
