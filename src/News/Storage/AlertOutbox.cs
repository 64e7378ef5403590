using Dapper;
using News.Reading;

namespace News.Storage;

/// <summary>The alerts that are to be sent or edited, by whom that is being done, and what became of it.</summary>
public sealed class AlertOutbox(NewsDatabase database, TimeProvider clock)
{
    /// <summary>The channels for which something is due.</summary>
    public async Task<IReadOnlyList<string>> ChannelsDueAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var channels = await connection.QueryAsync<string>(
            """
            select distinct channel
            from alerts
            where sent_version < version
              and due_at <= @now
            """,
            new { now = Now });
        return [.. channels];
    }

    /// <summary>When, after now, the next alert is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var due = await connection.QueryFirstOrDefaultAsync<string>(
            """
            select due_at
            from alerts
            where sent_version < version
              and due_at > @now
            order by due_at
            limit 1
            """,
            new { now = Now });
        return due is null ? null : UtcText.Parse(due);
    }

    /// <summary>Claims the channel's next alert that is due, in one statement, so that two senders never share one.</summary>
    public async Task<Alert?> ClaimAsync(string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QueryFirstOrDefaultAsync<AlertRow>(
            """
            update alerts
            set attempts = attempts + 1,
                claimed_at = coalesce(claimed_at, @now),
                due_at = @leaseEnd
            where id = (select id
                          from alerts
                         where channel = @channel
                           and sent_version < version
                           and due_at <= @now
                         order by due_at, id
                         limit 1)
            returning id, channel, is_summary, version, message, attempts, claimed_at
            """,
            new { channel, now = Now, leaseEnd = UtcText.Of(clock.GetUtcNow() + DeliveryStore.Lease) });
        if (row is null)
            return null;

        var problems = await connection.QueryAsync<ProblemRow>(
            """
            select path, line, column, message, is_warning, mended_at
            from alert_problems
            where alert_id = @Id
            order by position
            """,
            new { row.Id });
        return row.ToAlert([.. problems.Select(problem => problem.ToProblem())]);
    }

    /// <summary>Makes what a process that died was sending due again. To be called when no other process sends.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ReclaimAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(
            """
            update alerts
            set due_at = @now
            where sent_version < version
              and attempts > 0
            """,
            new { now = Now });
    }

    /// <param name="alert">As it was claimed: what was mended since is still to be told.</param>
    /// <param name="message">The message's address in its channel.</param>
    /// <param name="ct">Stops it.</param>
    public Task SentAsync(Alert alert, string message, CancellationToken ct) => EndAsync(alert, message, reason: null, ct);

    /// <summary>Nothing more is done for what it says now; a later change is tried anew.</summary>
    public Task GivenUpAsync(Alert alert, string reason, CancellationToken ct) => EndAsync(alert, alert.Message, reason, ct);

    public async Task RetryAsync(Alert alert, DateTimeOffset due, string reason, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(
            """
            update alerts
            set due_at = @due, reason = @reason
            where id = @Id
            """,
            new { alert.Id, due = UtcText.Of(due), reason });
    }

    string Now => UtcText.Of(clock.GetUtcNow());

    async Task EndAsync(Alert alert, string? message, string? reason, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(
            """
            update alerts
            set sent_version = @Version, message = @message, reason = @reason, attempts = 0, due_at = @now
            where id = @Id
            """,
            new { alert.Id, alert.Version, message, reason, now = Now });
    }

    internal sealed record AlertRow
    {
        public required long Id { get; init; }
        public required string Channel { get; init; }
        public required bool IsSummary { get; init; }
        public required int Version { get; init; }
        public string? Message { get; init; }
        public required int Attempts { get; init; }
        public required string ClaimedAt { get; init; }

        public Alert ToAlert(IReadOnlyList<AlertedProblem> problems) => new()
        {
            Id = Id,
            Channel = Channel,
            IsSummary = IsSummary,
            Version = Version,
            Message = Message,
            Attempt = Attempts,
            FirstClaimedAt = UtcText.Parse(ClaimedAt),
            Problems = problems,
        };
    }

    internal sealed record ProblemRow
    {
        public required string Path { get; init; }
        public required int Line { get; init; }
        public required int Column { get; init; }
        public required string Message { get; init; }
        public required bool IsWarning { get; init; }
        public string? MendedAt { get; init; }

        public AlertedProblem ToProblem() => new(
            new(Path, Line, Column, Message, IsWarning ? ContentSeverity.Warning : ContentSeverity.Error),
            MendedAt is null ? null : UtcText.Parse(MendedAt));
    }
}
