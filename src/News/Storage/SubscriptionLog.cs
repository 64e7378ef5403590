using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Notes who changed what, in the transaction that changes it.</summary>
static class SubscriptionLog
{
    public static async Task NoteAsync(SqliteConnection connection, SqliteTransaction transaction, string? guild, string channel, string? by, IReadOnlyList<string> changes, string now)
    {
        foreach (var what in changes)
        {
            await connection.ExecuteAsync(
                """
                insert into subscription_changes (guild, channel, at, by, what)
                values (@guild, @channel, @now, @by, @what)
                """,
                new { guild, channel, now, by, what },
                transaction);
        }
    }
}
