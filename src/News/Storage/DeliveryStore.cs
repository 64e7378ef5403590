using Dapper;

namespace News.Storage;

/// <summary>The outbox: what is to be sent, by whom it is being sent, and what became of it.</summary>
public sealed class DeliveryStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>How long a claim is believed. After it, whoever claimed is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>The channels for which something is due.</summary>
    public async Task<IReadOnlyList<string>> ChannelsDueAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var channels = await connection.QueryAsync<string>(
            """
            select distinct channel
            from deliveries
            where state in ('pending', 'sending')
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
            """
            select due_at
            from deliveries
            where state in ('pending', 'sending')
              and due_at > @now
            order by due_at
            limit 1
            """,
            new { now = Now });
        return due is null ? null : UtcText.Parse(due);
    }

    /// <summary>Claims the channel's next delivery that is due, in one statement, so that two senders never share one.</summary>
    public async Task<Delivery?> ClaimAsync(string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QueryFirstOrDefaultAsync<DeliveryRow>(
            """
            update deliveries
            set state = 'sending',
                attempts = attempts + 1,
                claimed_at = coalesce(claimed_at, @now),
                due_at = @leaseEnd
            where id = (select id
                          from deliveries
                         where channel = @channel
                           and state in ('pending', 'sending')
                           and due_at <= @now
                         order by due_at, id
                         limit 1)
            returning id, channel, article_id, attempts, claimed_at
            """,
            new { channel, now = Now, leaseEnd = UtcText.Of(clock.GetUtcNow() + Lease) });
        return row is null ? null : new(row.Id, row.Channel, row.ArticleId, row.Attempts, UtcText.Parse(row.ClaimedAt));
    }

    /// <summary>Makes what a process that died was sending due again. To be called when no other process sends.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ReclaimAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(
            """
            update deliveries
            set due_at = @now
            where state = 'sending'
            """,
            new { now = Now });
    }

    /// <param name="message">The message's address in its channel.</param>
    public Task SentAsync(Delivery delivery, string message, CancellationToken ct) =>
        EndAsync(delivery, "sent", message, reason: null, ct);

    public Task FailedAsync(Delivery delivery, string reason, CancellationToken ct) =>
        EndAsync(delivery, "failed", message: null, reason, ct);

    public Task SkippedAsync(Delivery delivery, string reason, CancellationToken ct) =>
        EndAsync(delivery, "skipped", message: null, reason, ct);

    public async Task RetryAsync(Delivery delivery, DateTimeOffset due, string reason, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(
            """
            update deliveries
            set state = 'pending', due_at = @due, reason = @reason
            where id = @Id
            """,
            new { delivery.Id, due = UtcText.Of(due), reason });
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

    async Task EndAsync(Delivery delivery, string state, string? message, string? reason, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(
            """
            update deliveries
            set state = @state, message = @message, reason = @reason
            where id = @Id
            """,
            new { delivery.Id, state, message, reason });
    }

    internal sealed record DeliveryRow
    {
        public required long Id { get; init; }
        public required string Channel { get; init; }
        public required long ArticleId { get; init; }
        public required int Attempts { get; init; }
        public required string ClaimedAt { get; init; }
    }
}

public sealed record DeliveryCount
{
    public required string State { get; init; }

    public required int Count { get; init; }
}
