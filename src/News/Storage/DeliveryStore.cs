using Dapper;

namespace News.Storage;

/// <summary>The outbox: what is to be sent or edited, by whom that is being done, and what became of it.</summary>
public sealed class DeliveryStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>How long a claim is believed. After it, whoever claimed is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    // As the index deliveries_due has it, word for word.
    const string Waits = "(state in ('held', 'pending', 'sending') or (state = 'sent' and sent_edition < edition))";

    const string Hold = """
        update deliveries
        set state = case state when 'sent' then 'sent' else 'held' end, attempts = attempts - 1, due_at = @due, held_until = @until, reason = @reason
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
            where {Waits}
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
            where {Waits}
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
                           and {Waits}
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
        if (delivery is { Kind: DeliveryKind.Digest, Posted: null })
        {
            await connection.ExecuteAsync(
                """
                update deliveries
                set state = 'sent', reason = null, sent_edition = edition, message = @message, sent_at = @sentAt
                where digest_id = @SubjectId
                  and kind = 'story'
                """,
                new { delivery.SubjectId, message = posted.Id, sentAt = UtcText.Of(posted.SentAt) },
                transaction);
        }

        if (delivery is { Kind: DeliveryKind.Story, Destination: Destination.Announcement, Posted: null })
            await Outbox.QueueAsync(connection, transaction, delivery.Channel, DeliveryKind.Publication, delivery.Id, Now);
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

    /// <summary>When a channel got posts of this kind since a time, in any order. What a digest brought is none.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> SentSinceAsync(string channel, DeliveryKind kind, DateTimeOffset since, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var times = await connection.QueryAsync<string>(
            """
            select sent_at
            from deliveries
            where channel = @channel
              and sent_at > @since
              and kind = @kind
              and digest_id is null
            """,
            new { channel, kind = Outbox.Named(kind), since = UtcText.Of(since) });
        return [.. times.Select(UtcText.Parse)];
    }

    /// <summary>The cards of an announcement channel that are there and wait to be published.</summary>
    public async Task<IReadOnlyList<WaitingPublication>> WaitingPublicationsAsync(string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var waiting = await connection.QueryAsync<WaitingPublication>(
            """
            select p.id, d.subject_id as story_id, d.message
            from deliveries p
            join deliveries d on d.id = p.subject_id
            where p.channel = @channel
              and p.kind = 'publication'
              and p.state in ('held', 'pending', 'sending')
              and d.message is not null
            """,
            new { channel });
        return [.. waiting];
    }

    /// <summary>When somebody was last pinged in the channel; null where nobody was.</summary>
    public async Task<DateTimeOffset?> PingedAtAsync(string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var at = await connection.QuerySingleAsync<string?>("select max(pinged_at) from deliveries where channel = @channel and pinged_at is not null", new { channel });
        return at is null ? null : UtcText.Parse(at);
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

    async Task EndAsync(Delivery delivery, string state, string reason, CancellationToken ct)
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

        await transaction.CommitAsync(ct);
    }

    internal sealed record DeliveryRow
    {
        public required long Id { get; init; }
        public required string Channel { get; init; }
        public required string Kind { get; init; }
        public required long SubjectId { get; init; }
        public required int Edition { get; init; }
        public required int Attempts { get; init; }
        public required string ClaimedAt { get; init; }
        public required string CreatedAt { get; init; }
        public string? Message { get; init; }
        public string? MessagePlace { get; init; }
        public long? Said { get; init; }
        public string? SentAt { get; init; }
        public string? EditedAt { get; init; }
        public string? PingedAt { get; init; }
        public string? HeldUntil { get; init; }
        public required bool IsOrdered { get; init; }
        public string? Destination { get; init; }

        public Delivery ToDelivery() => new()
        {
            Id = Id,
            Channel = Channel,
            Destination = Channel.StartsWith('@') ? News.Destination.Member : Destination is null ? News.Destination.Text : Enum.Parse<Destination>(Destination, ignoreCase: true),
            Kind = Enum.Parse<DeliveryKind>(Kind, ignoreCase: true),
            SubjectId = SubjectId,
            Edition = Edition,
            Attempt = Attempts,
            FirstClaimedAt = UtcText.Parse(ClaimedAt),
            CreatedAt = UtcText.Parse(CreatedAt),
            IsOrdered = IsOrdered,
            HeldUntil = Time(HeldUntil),
            Posted = Message is null ? null : new(Message, MessagePlace, Said, UtcText.Parse(SentAt ?? ClaimedAt)) { EditedAt = Time(EditedAt), PingedAt = Time(PingedAt) },
        };

        static DateTimeOffset? Time(string? text) => text is null ? null : UtcText.Parse(text);
    }
}

public sealed record DeliveryCount
{
    public required string State { get; init; }

    public required int Count { get; init; }
}

/// <summary>A card that waits to be published.</summary>
public sealed record WaitingPublication
{
    /// <summary>The key of the publication's own delivery.</summary>
    public required long Id { get; init; }

    public required long StoryId { get; init; }

    /// <summary>The card's address in its channel.</summary>
    public required string Message { get; init; }
}
