using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Stories that are held until a channel's next digest, and the digests.</summary>
public sealed class DigestStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>As long as there is time: what waits for a digest is not due by itself.</summary>
    static readonly string Never = UtcText.Of(new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Holds a story for the channel's digest of that time, which is there from now on.</summary>
    public async Task HoldAsync(Delivery story, DateTimeOffset at, string reason, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var time = UtcText.Of(at);
        await connection.ExecuteAsync(
            """
            update deliveries
            set state = 'held', attempts = max(attempts - 1, 0), due_at = @Never, held_until = @time, reason = @reason, digest_id = null
            where id = @Id
            """,
            new { story.Id, Never, time, reason },
            transaction);
        await BeginAsync(connection, transaction, story.Channel, time);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The stories that a digest may bring: those that it was to bring before, or else all that wait for its time.</summary>
    public async Task<IReadOnlyList<HeldStory>> HeldAsync(Delivery digest, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<HeldRow>(
            $"""
            select id, subject_id, created_at, held_until, digest_id is not null as is_chosen
            from deliveries
            where channel = @Channel
              and {Outbox.Waits}
              and kind = 'story'
              and state = 'held'
              and (digest_id = @SubjectId
                or (digest_id is null
                    and due_at = @Never
                    and held_until <= @now))
            order by id
            """,
            new { digest.Channel, digest.SubjectId, Never, now = UtcText.Of(clock.GetUtcNow()) });
        var held = rows.Select(row => new HeldStory(row.Id, row.SubjectId, UtcText.Parse(row.CreatedAt), UtcText.Parse(row.HeldUntil), row.IsChosen)).ToList();
        return held.Exists(story => story.IsChosen) ? held.FindAll(story => story.IsChosen) : held;
    }

    /// <summary>Settles what a digest brings, before it is sent: sent again after a crash, it brings the same.</summary>
    /// <param name="digest">The digest's own delivery.</param>
    /// <param name="chosen">The stories' deliveries.</param>
    /// <param name="skipped">Those that are not posted any more, and why.</param>
    /// <param name="left">Those that wait for the next digest.</param>
    /// <param name="next">When that is.</param>
    /// <param name="ct">Stops it.</param>
    public async Task ChooseAsync(
        Delivery digest,
        IReadOnlyList<long> chosen,
        IReadOnlyList<(long Id, string Reason)> skipped,
        IReadOnlyList<long> left,
        DateTimeOffset next,
        CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        foreach (var id in chosen)
            await connection.ExecuteAsync("update deliveries set digest_id = @SubjectId where id = @id", new { digest.SubjectId, id }, transaction);
        foreach (var (id, reason) in skipped)
            await connection.ExecuteAsync("update deliveries set state = 'skipped', reason = @reason where id = @id", new { id, reason }, transaction);
        var time = UtcText.Of(next);
        foreach (var id in left)
            await connection.ExecuteAsync("update deliveries set held_until = @time where id = @id", new { id, time }, transaction);
        if (left.Count > 0)
            await BeginAsync(connection, transaction, digest.Channel, time);
        await transaction.CommitAsync(ct);
    }

    static async Task BeginAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, string at)
    {
        var isThere = await connection.QuerySingleAsync<bool>(
            """
            select exists (select 1
                             from digests d
                             join deliveries x on x.kind = 'digest' and x.subject_id = d.id
                            where d.channel = @channel
                              and d.at = @at
                              and x.state in ('held', 'pending')
                              and x.attempts = 0)
            """,
            new { channel, at },
            transaction);
        if (isThere)
            return;
        var digest = await connection.QuerySingleAsync<long>("insert into digests (channel, at) values (@channel, @at) returning id", new { channel, at }, transaction);
        await Outbox.QueueAsync(connection, transaction, channel, DeliveryKind.Digest, digest, at);
    }

    internal sealed record HeldRow
    {
        public required long Id { get; init; }
        public required long SubjectId { get; init; }
        public required string CreatedAt { get; init; }
        public required string HeldUntil { get; init; }
        public required bool IsChosen { get; init; }
    }
}

/// <summary>A story that waits for a digest.</summary>
/// <param name="DeliveryId">Its delivery's key.</param>
/// <param name="IsChosen">Whether the digest was settled before.</param>
public sealed record HeldStory(long DeliveryId, long StoryId, DateTimeOffset CreatedAt, DateTimeOffset HeldUntil, bool IsChosen);
