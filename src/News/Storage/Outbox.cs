using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Puts messages on their way, and has them edited, inside the transaction that decides it.</summary>
static class Outbox
{
    /// <summary>What is on its way, or there and to be edited; as the index deliveries_due has it, word for word.</summary>
    public const string Waits = "(state in ('held', 'pending', 'sending') or (state = 'sent' and sent_edition < edition))";

    /// <summary>All else; as the index deliveries_settled has it.</summary>
    public const string IsSettled = "state in ('sent', 'failed', 'skipped')";

    /// <summary>All that a channel has or had.</summary>
    public const string OfChannel = $"""
        (select id from deliveries where channel = @channel and {Waits}
         union
         select id from deliveries where channel = @channel and {IsSettled})
        """;

    /// <param name="due">When it is due, where that is not at once.</param>
    public static Task QueueAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, DeliveryKind kind, long subject, string now, string? due = null) =>
        connection.ExecuteAsync(
            """
            insert into deliveries (channel, kind, subject_id, state, due_at, created_at)
            values (@channel, @kind, @subject, 'pending', @due, @now)
            on conflict (channel, kind, subject_id) do nothing
            """,
            new { channel, kind = Named(kind), subject, now, due = due ?? now },
            transaction);

    /// <summary>A story goes to all these channels, in one statement, since there may be ten thousand.</summary>
    /// <returns>To how many: those that have it, or will have it, or were never to have it, are left out.</returns>
    public static Task<int> QueueStoryAsync(SqliteConnection connection, SqliteTransaction transaction, long story, IReadOnlyList<string> channels, string now) =>
        connection.ExecuteAsync(
            """
            insert into deliveries (channel, kind, subject_id, state, due_at, created_at)
            select value, 'story', @story, 'pending', @now, @now
            from json_each(@channels)
            where true
            order by value
            on conflict (channel, kind, subject_id) do nothing
            """,
            new { story, channels = JsonList.Of(channels), now },
            transaction);

    /// <summary>What messages tell changed: those that were sent are edited, and those that are being sent are edited after.</summary>
    /// <returns>How many there are.</returns>
    public static Task<int> ChangedAsync(SqliteConnection connection, SqliteTransaction transaction, DeliveryKind kind, long subject, string now, string? sentAfter = null) =>
        connection.ExecuteAsync(
            """
            update deliveries
            set edition = edition + 1,
                due_at = case when state = 'sent' and sent_edition = edition then @now else due_at end
            where kind = @kind
              and subject_id = @subject
              and digest_id is null
              and (state in ('sending', 'pending', 'held') or (state = 'sent' and (@sentAfter is null or sent_at > @sentAfter)))
            """,
            new { kind = Named(kind), subject, now, sentAfter },
            transaction);

    /// <summary>Has all that rules or a pause hold back in a channel decided on again, edits as well.</summary>
    public static Task ReleaseAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, string now) => connection.ExecuteAsync(
        $"""
        update deliveries
        set due_at = @now, refused_at = null
        where channel = @channel
          and {Waits}
          and state <> 'sending'
          and digest_id is null
        """,
        new { channel, now },
        transaction);

    public static string Named(DeliveryKind kind) => kind.ToString().ToLowerInvariant();

    public static string Named(Destination destination) => destination.ToString().ToLowerInvariant();
}
