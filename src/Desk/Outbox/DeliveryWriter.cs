using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Puts messages on their way, and has them edited, inside the transaction that decides it.</summary>
static class DeliveryWriter
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
    public static Task QueueAsync(
        DatabaseSession session,
        string channel,
        Destination destination,
        DeliveryKind kind,
        long subject,
        DateTimeOffset now,
        DateTimeOffset? due = null) =>
        session.ExecuteAsync(
            """
            insert into deliveries (channel, destination, kind, subject_id, state, due_at, created_at, trace)
            values (@channel, @destination, @kind, @subject, 'pending', @due, @now, @trace)
            on conflict (channel, kind, subject_id) do nothing
            """,
            new { channel, destination, kind, subject, now, due = due ?? now, trace = OutboxTraces.Current });

    /// <summary>A story goes to all these channels, in one statement, since there may be ten thousand.</summary>
    /// <param name="isNews">False if somebody asked for it.</param>
    /// <returns>To which: those that have it, or will have it, or were never to have it, are left out.</returns>
    public static async Task<IReadOnlyList<string>> QueueStoryAsync(
        DatabaseSession session,
        long story,
        IEnumerable<string> channels,
        DateTimeOffset now,
        bool isNews)
    {
        using var span = OutboxTraces.Queue(story);
        var queued = await session.QueryAsync<string>(
            $"""
            insert into deliveries (channel, destination, kind, subject_id, state, due_at, created_at, decided_at, trace)
            select wanting.value, s.destination, 'story', @story, 'pending', @now, @now, @decided, @trace
            from {JsonList.Texts} wanting
            join subscriptions s on s.channel = wanting.value
            where true
            order by wanting.value
            on conflict (channel, kind, subject_id) do update
            set state = 'pending', reason = null, due_at = excluded.due_at, created_at = excluded.created_at,
                decided_at = excluded.decided_at, held_until = null, digest_id = null, claimed_at = null, may_return = 0,
                trace = excluded.trace
            where deliveries.state = 'skipped'
              and deliveries.may_return = 1
            returning channel
            """,
            new
            {
                story,
                texts = JsonList.Of(channels),
                now,
                decided = isNews ? now : (DateTimeOffset?)null,
                trace = OutboxTraces.Current,
            });
        return [.. queued];
    }

    /// <summary>What messages tell changed: those that were sent are edited, and those that are being sent are edited after.</summary>
    /// <returns>How many there are.</returns>
    public static Task<int> ChangedAsync(
        DatabaseSession session,
        DeliveryKind kind,
        long subject,
        DateTimeOffset now,
        DateTimeOffset? sentAfter = null) =>
        session.ExecuteAsync(
            """
            update deliveries
            set edition = edition + 1,
                trace = case when state = 'sent' then @trace else trace end,
                due_at = case when state = 'sent' and sent_edition = edition then @now else due_at end
            where kind = @kind
              and subject_id = @subject
              and digest_id is null
              and (state in ('sending', 'pending', 'held') or (state = 'sent' and (@sentAfter is null or sent_at > @sentAfter)))
            """,
            new { kind, subject, now, sentAfter, trace = OutboxTraces.Current });

    /// <summary>
    /// The channel has these stories' messages now: the cards of stories that were merged into them are edited, to say where it goes on.
    /// </summary>
    public static Task PartsChangedAsync(DatabaseSession session, string channel, IEnumerable<long> stories, DateTimeOffset now) =>
        session.ExecuteAsync(
            $"""
            update deliveries
            set edition = edition + 1,
                due_at = case when sent_edition = edition then @now else due_at end
            where channel = @channel
              and kind = 'story'
              and state = 'sent'
              and digest_id is null
              and subject_id in (select id
                                   from articles
                                  where story_id in {JsonList.Numbers}
                                    and id <> story_id)
            """,
            new { channel, now, ids = JsonList.Of(stories) });

    /// <summary>Has all that rules or a pause hold back in a channel decided on again, edits as well.</summary>
    public static Task ReleaseAsync(DatabaseSession session, string channel, DateTimeOffset now) => session.ExecuteAsync(
        $"""
        update deliveries
        set due_at = @now, refused_at = null
        where channel = @channel
          and {Waits}
          and state <> 'sending'
          and digest_id is null
        """,
        new { channel, now });
}
