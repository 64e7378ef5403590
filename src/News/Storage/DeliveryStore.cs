using Dapper;

namespace News.Storage;

/// <summary>The outbox: what is to be sent or edited, by whom that is being done, and what became of it.</summary>
public sealed class DeliveryStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>How long a claim is believed. After it, whoever claimed is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    const string Hold = """
        update deliveries
        set state = case state when 'sent' then 'sent' else 'held' end, attempts = max(attempts - 1, 0), due_at = @due, held_until = @until, reason = @reason
        where id = @Id
        """;

    /// <summary>The channels for which something is due.</summary>
    public async Task<IReadOnlyList<string>> ChannelsDueAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var channels = await connection.QueryAsync<string>(
            $"""
            select distinct channel
            from deliveries
            where {Outbox.Waits}
              and due_at <= @now
            """,
            new { now = Now });
        return [.. channels];
    }

    /// <summary>When, after now, the next delivery is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var due = await connection.QueryFirstOrDefaultAsync<string>(
            $"""
            select min(due_at)
            from deliveries
            where {Outbox.Waits}
              and due_at > @now
            """,
            new { now = Now });
        return due is null ? null : UtcText.Parse(due);
    }

    /// <summary>Claims the channel's next delivery that is due, in one statement, so that two senders never share one.</summary>
    public async Task<Delivery?> ClaimAsync(string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QueryFirstOrDefaultAsync<DeliveryRow>(
            $"""
            update deliveries
            set state = case state when 'sent' then 'sent' else 'sending' end,
                attempts = attempts + 1,
                claimed_at = coalesce(claimed_at, @now),
                due_at = @leaseEnd
            where id = (select id
                          from deliveries
                         where channel = @channel
                           and {Outbox.Waits}
                           and due_at <= @now
                         order by due_at, id
                         limit 1)
            returning id, channel, kind, subject_id, edition, attempts, claimed_at, created_at, message, message_place, said, sent_at, edited_at, pinged_at, held_until, is_ordered,
                      (select destination from subscriptions s where s.channel = deliveries.channel) as destination
            """,
            new { channel, now = Now, leaseEnd = UtcText.Of(clock.GetUtcNow() + Lease) });
        return row?.ToDelivery();
    }

    /// <summary>Makes what a process that died was sending or editing due again. To be called when no other process sends.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ReclaimAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(
            """
            update deliveries
            set due_at = @now
            where state = 'sending'
               or (state = 'sent' and sent_edition < edition and attempts > 0)
            """,
            new { now = Now });
    }

    /// <summary>The message is in its channel, and says what was known when the delivery was claimed.</summary>
    public async Task SentAsync(Delivery delivery, PostedMessage posted, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        await connection.ExecuteAsync(
            """
            update deliveries
            set state = 'sent', reason = null, sent_edition = @Edition, attempts = 0, due_at = @now,
                message = @message, message_place = @Place, said = @Said, sent_at = @sentAt, pinged_at = @pingedAt,
                edited_at = case when message is null then null else @now end, refused_at = null
            where id = @Id
            """,
            new
            {
                delivery.Id,
                delivery.Edition,
                message = posted.Id,
                posted.Place,
                posted.Said,
                sentAt = UtcText.Of(posted.SentAt),
                pingedAt = posted.PingedAt is { } pingedAt ? UtcText.Of(pingedAt) : null,
                now = Now,
            },
            transaction);
        if (delivery.Posted is null)
            await AfterPosting.GoOnAsync(connection, transaction, delivery, posted, clock.GetUtcNow());
        await transaction.CommitAsync(ct);
    }

    /// <summary>The message that stands says already what was known when the delivery was claimed.</summary>
    public async Task UnchangedAsync(Delivery delivery, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(
            """
            update deliveries
            set sent_edition = @Edition, attempts = 0
            where id = @Id
            """,
            new { delivery.Id, delivery.Edition });
    }

    /// <summary>Nothing more is done for it, or, where its message stands, for what there was to change.</summary>
    public Task FailedAsync(Delivery delivery, string reason, CancellationToken ct) => EndAsync(delivery, "failed", reason, ct);

    /// <inheritdoc cref="FailedAsync"/>
    public Task SkippedAsync(Delivery delivery, string reason, CancellationToken ct) => EndAsync(delivery, "skipped", reason, ct);

    /// <summary>As <see cref="SkippedAsync"/>, and who answers for the channel is told, once a day.</summary>
    public Task UnpublishedAsync(Delivery delivery, string reason, CancellationToken ct) => EndAsync(delivery, "skipped", reason, ct, NoticeKind.Unpublished);

    /// <summary>An attempt failed, and may have reached the channel; there will be another.</summary>
    public async Task RetryAsync(Delivery delivery, DateTimeOffset due, string reason, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(
            """
            update deliveries
            set state = case state when 'sent' then 'sent' else 'pending' end, due_at = @due, reason = @reason
            where id = @Id
            """,
            new { delivery.Id, due = UtcText.Of(due), reason });
    }

    /// <summary>Nothing was attempted: a rule of the channel has it wait.</summary>
    public async Task HoldAsync(Delivery delivery, DateTimeOffset until, string reason, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(Hold, new { delivery.Id, due = UtcText.Of(until), until = UtcText.Of(until), reason });
    }

    public async Task<IReadOnlyList<DeliveryCount>> CountsAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var counts = await connection.QueryAsync<DeliveryCount>(
            """
            select state, count(*) as count
            from deliveries
            group by state
            order by state
            """);
        return [.. counts];
    }

    string Now => UtcText.Of(clock.GetUtcNow());

    async Task EndAsync(Delivery delivery, string state, string reason, CancellationToken ct, NoticeKind? notice = null)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        await connection.ExecuteAsync(
            """
            update deliveries
            set state = case state when 'sent' then 'sent' else @state end, reason = @reason, sent_edition = @Edition, attempts = 0
            where id = @Id
            """,
            new { delivery.Id, delivery.Edition, state, reason },
            transaction);
        if (delivery.Kind is DeliveryKind.Digest)
        {
            await connection.ExecuteAsync(
                """
                update deliveries
                set state = @state, reason = @reason
                where digest_id = @SubjectId
                  and kind = 'story'
                  and state = 'held'
                """,
                new { delivery.SubjectId, state, reason },
                transaction);
        }

        if (notice is { } kind)
            await Notices.QueueAsync(connection, transaction, kind, delivery.Channel, reason, clock.GetUtcNow());
        await transaction.CommitAsync(ct);
    }
}

public sealed record DeliveryCount
{
    public required string State { get; init; }

    public required int Count { get; init; }
}
