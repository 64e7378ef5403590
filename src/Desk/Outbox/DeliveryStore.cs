using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>The outbox: what is to be sent or edited, by whom that is being done, and what became of it.</summary>
public sealed partial class DeliveryStore(DeskDatabase database, TimeProvider clock, OutboxLease lease)
{
    /// <summary>How long a claim is believed. After it, whoever claimed is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Only the claim that was made can be recorded: meanwhile, another process may have taken the delivery over.</summary>
    internal const string IsClaimed = "id = @Id and owner = @Owner and epoch = @Epoch";

    /// <summary>Of a delivery that somebody is sending or editing, or was when his process died.</summary>
    const string IsBegun = "(state = 'sending' or (state = 'sent' and sent_edition < edition and attempts > 0))";

    /// <summary>Of a delivery for which nothing was attempted after all.</summary>
    internal const string Unattempted = """
        attempts = case when attempts > 0 then attempts - 1 else 0 end, claimed_at = case when attempts > 1 then claimed_at end
        """;

    /// <summary>Nothing more is attempted. An edit of which no result was recorded may have changed what the message says.</summary>
    internal const string Ended = "sent_edition = @Version, said = case when attempts > 1 then null else said end, attempts = 0";

    const string Hold = $"""
        update deliveries
        set state = case state when 'sent' then 'sent' else 'held' end, {Unattempted},
            due_at = @due, held_until = @until, reason = @reason
        where {IsClaimed}
        """;

    /// <summary>The channels for which something is due.</summary>
    public Task<IReadOnlyList<string>> ChannelsDueAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<string>>(
        async session =>
        {
            var channels = await session.QueryAsync<string>(
                $"""
                select distinct channel
                from deliveries
                where {DeliveryWriter.Waits}
                  and due_at <= @now
                """,
                new { now = Now });
            return [.. channels];
        },
        ct);

    /// <summary>When the next delivery is due after a time, which may have come since; null when none waits.</summary>
    /// <param name="after">When it was last asked what is due.</param>
    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken ct) => database.ReadAsync<DateTimeOffset?>(
        async session =>
        {
            var due = await session.QuerySingleAsync<TimeValue>(
                $"""
                select min(due_at) as at
                from deliveries
                where {DeliveryWriter.Waits}
                  and due_at > @after
                """,
                new { after });
            return due.At;
        },
        ct);

    /// <summary>The message is in its channel, and says what was known when the delivery was claimed.</summary>
    public Task SentAsync(Delivery delivery, PostedMessage posted, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var recorded = await session.ExecuteAsync(
                $"""
                update deliveries
                set state = 'sent', reason = null, sent_edition = @Version, attempts = 0, due_at = @now,
                    message = @message, message_place = @Place, said = @ContentHash, sent_at = @SentAt, pinged_at = @PingedAt,
                    pinged_roles = @PingedRoles,
                    edited_at = case when message is null then null else @now end, refused_at = null,
                    shown_title = @shownTitle, shown_outlets = @shownOutlets, shown_as_embed = @shownAsEmbed
                where {IsClaimed}
                """,
                new
                {
                    delivery.Id,
                    delivery.Owner,
                    delivery.Epoch,
                    delivery.Version,
                    message = posted.Id,
                    posted.Place,
                    posted.ContentHash,
                    posted.SentAt,
                    posted.PingedAt,
                    posted.PingedRoles,
                    shownTitle = posted.Shown?.Title,
                    shownOutlets = posted.Shown?.Outlets,
                    shownAsEmbed = posted.Shown?.IsEmbed,
                    now = Now,
                });
            if (recorded == 0)
                return;
            if (delivery.Posted is null)
                await NextSteps.QueueAsync(session, delivery, posted, Now);
            else if (delivery.Kind is DeliveryKind.Story)
                await ChannelWeekWriter.AddAsync(session, new(delivery.Channel), WeeklyKind.Edit, count: 1, Now);
        },
        ct);

    /// <summary>The message that stands says already what was known when the delivery was claimed.</summary>
    public Task UnchangedAsync(Delivery delivery, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                $"""
                update deliveries
                set sent_edition = @Version, attempts = 0
                where {IsClaimed}
                """,
                new { delivery.Id, delivery.Owner, delivery.Epoch, delivery.Version });
        },
        ct);

    /// <summary>Nothing more is done for it, or, where its message stands, for what there was to change.</summary>
    public Task FailedAsync(Delivery delivery, string reason, CancellationToken ct) => EndAsync(delivery, "failed", reason, ct);

    /// <inheritdoc cref="FailedAsync"/>
    public Task SkippedAsync(Delivery delivery, string reason, CancellationToken ct) => EndAsync(delivery, "skipped", reason, ct);

    /// <summary>As <see cref="SkippedAsync"/>, but the story goes to the channel after all once the rules let it through.</summary>
    public Task RuledOutAsync(Delivery delivery, string reason, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                $"""
                update deliveries
                set state = 'skipped', reason = @reason, {Ended}, may_return = 1
                where {IsClaimed}
                """,
                new { delivery.Id, delivery.Owner, delivery.Epoch, delivery.Version, reason });
        },
        ct);

    /// <summary>As <see cref="SkippedAsync"/>, and who answers for the channel is told, once a day.</summary>
    public Task UnpublishedAsync(Delivery delivery, string reason, CancellationToken ct) =>
        EndAsync(delivery, "skipped", reason, ct, NoticeKind.Unpublished);

    /// <summary>An attempt failed, and may have reached the channel; there will be another.</summary>
    public Task RetryAsync(Delivery delivery, DateTimeOffset due, string reason, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                $"""
                update deliveries
                set state = case state when 'sent' then 'sent' else 'pending' end, due_at = @due, reason = @reason
                where {IsClaimed}
                """,
                new { delivery.Id, delivery.Owner, delivery.Epoch, due, reason });
        },
        ct);

    /// <summary>Nothing was attempted: a rule of the channel has it wait.</summary>
    public Task HoldAsync(Delivery delivery, DateTimeOffset until, string reason, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                Hold,
                new { delivery.Id, delivery.Owner, delivery.Epoch, due = until, until, reason });
        },
        ct);

    public Task<IReadOnlyList<DeliveryCount>> CountsAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<DeliveryCount>>(
        async session =>
        {
            var counts = await session.QueryAsync<DeliveryCount>(
                """
                select state, count(*) as count
                from deliveries
                group by state
                order by state
                """);
            return [.. counts];
        },
        ct);

    /// <summary>What is due and not being sent. What a paused channel has isn't.</summary>
    public Task<DueDeliveries> DueAsync(CancellationToken ct) => database.ReadAsync(
        session => session.QuerySingleAsync<DueDeliveries>(
            $"""
            select count(*) as count, min(due_at) as since
            from deliveries
            where {DeliveryWriter.Waits}
              and due_at <= @now
              and channel not in (select channel from subscriptions where paused_at is not null)
            """,
            new { now = Now }),
        ct);

    DateTimeOffset Now => clock.GetUtcNow();

    Task EndAsync(Delivery delivery, string state, string reason, CancellationToken ct, NoticeKind? notice = null) => database.WriteAsync(
        async session =>
        {
            var recorded = await session.ExecuteAsync(
                $"""
                update deliveries
                set state = case state when 'sent' then 'sent' else @state end, reason = @reason, {Ended}
                where {IsClaimed}
                """,
                new { delivery.Id, delivery.Owner, delivery.Epoch, delivery.Version, state, reason });
            if (recorded == 0)
                return;
            if (delivery.Kind is DeliveryKind.Digest)
            {
                await session.ExecuteAsync(
                    """
                    update deliveries
                    set state = @state, reason = @reason
                    where digest_id = @SubjectId
                      and kind = 'story'
                      and state = 'held'
                    """,
                    new { delivery.SubjectId, state, reason });
            }

            if (notice is { } kind)
                await NoticeWriter.QueueAsync(session, kind, delivery.Channel, reason, Now);
        },
        ct);
}

public sealed record DeliveryCount
{
    public required string State { get; init; }

    public required int Count { get; init; }
}

public sealed record DueDeliveries
{
    public required int Count { get; init; }

    /// <summary>Since when the oldest is due, in UTC; null if nothing is.</summary>
    public DateTimeOffset? Since { get; init; }
}
