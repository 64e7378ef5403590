using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Stories that were withdrawn before they were posted, or whose posts were deleted for that. They are sent if they return.
/// </summary>
public sealed class WithdrawalStore(DeskDatabase database)
{
    /// <summary>There is no message, until the story returns.</summary>
    public Task RecordAsync(Delivery delivery, string reason, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var isOurs = await session.ExecuteAsync(
                $"""
                update deliveries
                set state = 'skipped', is_withdrawn = 1, reason = @reason, sent_edition = @Version, attempts = 0,
                    message = null, message_place = null, said = null, edited_at = null
                where {DeliveryStore.IsClaimed}
                """,
                new { delivery.Id, delivery.Owner, delivery.Epoch, delivery.Version, reason }) == 1;
            if (!isOurs)
                return;
            // What followed the message went with it, and follows the next one again.
            await session.ExecuteAsync(
                """
                delete from deliveries
                where kind in ('thread', 'publication', 'status')
                  and subject_id = @Id
                """,
                new { delivery.Id });
        },
        ct);

    /// <summary>Sends a story that readers can see again to the channels that lost it. Their rules decide again, as of now.</summary>
    internal static Task ReturnAsync(DatabaseSession session, long story, DateTimeOffset now) => session.ExecuteAsync(
        """
        update deliveries
        set state = 'pending', is_withdrawn = 0, reason = null, edition = edition + 1, attempts = 0,
            due_at = @now, created_at = @now, claimed_at = null, held_until = null, sent_at = null, pinged_at = null
        where kind = 'story'
          and subject_id = @story
          and state = 'skipped'
          and is_withdrawn = 1
          and digest_id is null
        """,
        new { story, now });
}
