using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Puts alerts on their way, inside the transaction that notes what they tell.</summary>
static class AlertWriter
{
    /// <summary>One message for all of them, to each channel.</summary>
    public static async Task QueueAsync(
        DatabaseSession session,
        IReadOnlyList<string> channels,
        IReadOnlyList<NotedProblem> problems,
        bool isSummary,
        DateTimeOffset now)
    {
        if (problems.Count == 0)
            return;
        foreach (var channel in channels)
        {
            var alert = await session.QuerySingleAsync<long>(
                """
                insert into alerts (channel, is_summary, created_at)
                values (@channel, @isSummary, @now)
                returning id
                """,
                new { channel, isSummary, now });
            foreach (var (position, problem) in problems.OrderBy(problem => problem.IsWarning).Index())
            {
                await session.ExecuteAsync(
                    """
                    insert into alert_problems (alert_id, position, path, message, nth, line, column_number, is_warning)
                    values (@alert, @position, @Path, @Message, @Nth, @Line, @Column, @IsWarning)
                    """,
                    new { alert, position, problem.Path, problem.Message, problem.Nth, problem.Line, problem.Column, problem.IsWarning });
            }

            await DeliveryWriter.QueueAsync(session, channel, Destination.Text, DeliveryKind.Alert, alert, now);
        }
    }

    /// <summary>Marks problems as mended wherever they were told.</summary>
    /// <returns>How many messages are to be edited by this.</returns>
    public static async Task<int> MendAsync(DatabaseSession session, IReadOnlyList<NotedProblem> mended, DateTimeOffset now)
    {
        var alerts = new HashSet<long>();
        foreach (var problem in mended)
        {
            alerts.UnionWith(await session.QueryAsync<long>(
                """
                update alert_problems
                set mended_at = @now
                where path = @Path
                  and message = @Message
                  and nth = @Nth
                  and mended_at is null
                returning alert_id
                """,
                new { problem.Path, problem.Message, problem.Nth, now }));
        }

        foreach (var alert in alerts)
            await DeliveryWriter.ChangedAsync(session, DeliveryKind.Alert, alert, now);

        return alerts.Count;
    }
}
