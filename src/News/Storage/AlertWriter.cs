using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Puts alerts on their way, inside the transaction that notes what they tell.</summary>
static class AlertWriter
{
    /// <summary>One message for all of them, to each channel.</summary>
    public static async Task QueueAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        IReadOnlyList<string> channels,
        IReadOnlyList<NotedProblem> problems,
        bool isSummary,
        string now)
    {
        if (problems.Count == 0)
            return;
        foreach (var channel in channels)
        {
            var alert = await connection.QuerySingleAsync<long>(
                """
                insert into alerts (channel, is_summary, created_at)
                values (@channel, @isSummary, @now)
                returning id
                """,
                new { channel, isSummary, now },
                transaction);
            foreach (var (position, problem) in problems.OrderBy(problem => problem.IsWarning).Index())
            {
                await connection.ExecuteAsync(
                    """
                    insert into alert_problems (alert_id, position, path, message, nth, line, column, is_warning)
                    values (@alert, @position, @Path, @Message, @Nth, @Line, @Column, @IsWarning)
                    """,
                    new { alert, position, problem.Path, problem.Message, problem.Nth, problem.Line, problem.Column, problem.IsWarning },
                    transaction);
            }

            await Outbox.QueueAsync(connection, transaction, channel, DeliveryKind.Alert, alert, now);
        }
    }

    /// <summary>Marks problems as mended wherever they were told.</summary>
    /// <returns>How many messages are to be edited by this.</returns>
    public static async Task<int> MendAsync(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<NotedProblem> mended, string now)
    {
        var alerts = new HashSet<long>();
        foreach (var problem in mended)
        {
            alerts.UnionWith(await connection.QueryAsync<long>(
                """
                update alert_problems
                set mended_at = @now
                where path = @Path
                  and message = @Message
                  and nth = @Nth
                  and mended_at is null
                returning alert_id
                """,
                new { problem.Path, problem.Message, problem.Nth, now },
                transaction));
        }

        foreach (var alert in alerts)
            await Outbox.ChangedAsync(connection, transaction, DeliveryKind.Alert, alert, now);

        return alerts.Count;
    }
}
