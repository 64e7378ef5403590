using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <content>Who does what: claims, and what is taken over or taken back.</content>
public sealed partial class DeliveryStore
{
    /// <summary>Claims the channel's next delivery that is due, in one transaction, so that two senders never share one.</summary>
    /// <returns>Null if nothing is due, or another process sends what the channel gets.</returns>
    /// <exception cref="DatabaseException">Another process has taken over the database's file.</exception>
    public Task<Delivery?> ClaimAsync(string channel, CancellationToken ct) => ClaimAsync(channel, discordsTime: null, ct);

    /// <param name="discordsTime">By Discord's clock; null if it isn't known yet.</param>
    /// <inheritdoc cref="ClaimAsync(string, CancellationToken)"/>
    public async Task<Delivery?> ClaimAsync(string channel, DateTimeOffset? discordsTime, CancellationToken ct)
    {
        await lease.TakeAsync(ct);
        await lease.CheckContentAsync(ct);
        var claimed = await database.WriteAsync<DeliveryRow?>(
            async session =>
            {
                var id = await session.QueryFirstOrDefaultAsync<long?>(
                    $"""
                    select id
                    from deliveries
                    where channel = @channel
                      and {DeliveryWriter.Waits}
                      and due_at <= @now
                    order by due_at, id
                    limit 1
                    """,
                    new { channel, now = Now });
                return id is not null && await lease.NextAsync(session, channel) is { } epoch
                    ? await ClaimAsync(session, id.Value, epoch, discordsTime)
                    : null;
            },
            ct);
        if (claimed is not null)
            lease.Note(claimed.Epoch);
        return claimed?.ToDelivery();
    }

    Task<DeliveryRow> ClaimAsync(DatabaseSession session, long id, long epoch, DateTimeOffset? discordsTime) =>
        session.QuerySingleAsync<DeliveryRow>(
            """
            update deliveries
            set state = case state when 'sent' then 'sent' else 'sending' end,
                owner = @Owner,
                epoch = @epoch,
                nonce = case when attempts = 0 or nonce is null then @fresh else nonce end,
                claimed_at = case when attempts = 0 then @discordsTime else claimed_at end,
                attempts = attempts + 1,
                due_at = @leaseEnd
            where id = @id
            returning id, channel, kind, subject_id, edition as version, attempts, claimed_at, created_at, message, message_place,
                      said as content_hash, sent_at, edited_at, pinged_at, pinged_roles, held_until, is_ordered, owner,
                      epoch, nonce, trace,
                      flood_id is not null as is_in_flood, shown_title, shown_outlets, shown_as_embed,
                      coalesce((select s.destination
                                  from subscriptions s
                                 where s.channel = deliveries.channel), destination) as destination
            """,
            new { id, lease.Owner, epoch, fresh = RandomKey.Text(), discordsTime, leaseEnd = Now + Lease });

    /// <summary>Notes when the first attempt begins, by Discord's clock. A later attempt searches the channel from then on.</summary>
    public Task<Delivery> BeginAsync(Delivery delivery, DateTimeOffset discordsTime, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                $"""
                update deliveries
                set claimed_at = @discordsTime
                where {IsClaimed}
                """,
                new { delivery.Id, delivery.Owner, delivery.Epoch, discordsTime });
            return delivery with { FirstClaimedAt = discordsTime };
        },
        ct);

    /// <summary>
    /// Takes over the channels for which no process sends, up to this process's share, and makes due again what was being sent to them.
    /// </summary>
    /// <returns>Whether there were any.</returns>
    /// <exception cref="DatabaseException">The database can't be used.</exception>
    public async Task<bool> TakeOverAsync(CancellationToken ct)
    {
        if (await lease.TakeChannelsAsync(ct) is not { } areNew)
            return false;
        await ReclaimAsync(areNew, ct);
        return true;
    }

    /// <summary>
    /// Takes the outbox over, and makes what a process that died was sending or editing due again. To be called when this process sends
    /// nothing.
    /// </summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ReclaimAsync(CancellationToken ct)
    {
        await lease.TakeChannelsAsync(ct);
        await ReviseAsync(ct);
        return await ReclaimAsync(lease.Has, ct);
    }

    Task<int> ReclaimAsync(Func<string, bool> isMeant, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var channels = await session.QueryAsync<string>($"select distinct channel from deliveries where {IsBegun}");
            return await session.ExecuteAsync(
                $"""
                update deliveries
                set due_at = @now
                where {IsBegun}
                  and channel in {JsonList.Texts}
                """,
                new { now = Now, texts = JsonList.Of(channels.Where(isMeant)) });
        },
        ct);

    /// <summary>
    /// Has what waits for long decided on again: a clock that was ahead may have noted until when. A digest has its own time, and what a
    /// paused channel holds has none. What a digest holds is decided on again if no digest is so far away, or if it was decided in what
    /// is the future now.
    /// </summary>
    public Task<int> ReviseAsync(CancellationToken ct) => ReviseAsync(wasSet: false, ct);

    /// <param name="wasSet">Whether a clock was set just now: then no time that was noted before can be trusted.</param>
    /// <inheritdoc cref="ReviseAsync(CancellationToken)"/>
    public Task<int> ReviseAsync(bool wasSet, CancellationToken ct) => database.WriteAsync(
        session => session.ExecuteAsync(
            $"""
            update deliveries
            set due_at = @now
            where {DeliveryWriter.Waits}
              and kind <> 'digest'
              and ((due_at > @now and due_at < '9999' and (@set = 1 or due_at > @tomorrow or created_at > @now))
                or (due_at >= '9999' and digest_id is null and held_until < '9999' and (held_until > @nextWeek or created_at > @now)))
            """,
            new { now = Now, tomorrow = Now.AddDays(1), nextWeek = Now.AddDays(8), set = wasSet ? 1 : 0 }),
        ct);

    /// <summary>Whether another delivery of this kind has the message.</summary>
    public Task<bool> IsOfAnotherAsync(Delivery delivery, string message, CancellationToken ct) => database.ReadAsync(
        session => session.QuerySingleAsync<bool>(
            """
            select exists (select 1
                             from deliveries
                            where channel = @Channel
                              and sent_at is not null
                              and message = @message
                              and kind = @Kind
                              and digest_id is null
                              and id <> @Id)
            """,
            new { delivery.Channel, delivery.Kind, delivery.Id, message }),
        ct);

    /// <summary>The message that was recorded isn't this delivery's: as far as is known, it was never sent.</summary>
    public Task<Delivery> ForgetAsync(Delivery delivery, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                $"""
                update deliveries
                set state = 'sending', message = null, message_place = null, said = null, sent_at = null, edited_at = null,
                    pinged_at = null, pinged_roles = null, sent_edition = 0
                where {IsClaimed}
                """,
                new { delivery.Id, delivery.Owner, delivery.Epoch });
            return delivery with { Posted = null };
        },
        ct);
}
