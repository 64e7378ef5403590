using Dapper;
using Desk.Database;

namespace Desk.Channels;

/// <summary>Records who changed what, in the transaction that changes it.</summary>
static class SubscriptionLog
{
    /// <summary>What is noted when a channel gets no more news.</summary>
    public const string Removed = "removed";

    public static async Task NoteAsync(
        DatabaseSession session,
        string? guild,
        string channel,
        string? by,
        IReadOnlyList<string> changes,
        DateTimeOffset now)
    {
        foreach (var what in changes)
        {
            await session.ExecuteAsync(
                """
                insert into subscription_changes (guild, channel, at, by, what)
                values (@guild, @channel, @now, @by, @what)
                """,
                new { guild, channel, now, by, what });
        }
    }
}
