using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Stories that are held until a channel's next digest, and the digests.</summary>
public sealed class DigestStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>As long as there is time: what waits for a digest is not due by itself.</summary>
    static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Holds a story for the channel's digest of that time, which is there from now on.</summary>
    public Task HoldAsync(Delivery story, DateTimeOffset at, string reason, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var held = await session.ExecuteAsync(
                $"""
                update deliveries
                set state = 'held', {DeliveryStore.Unattempted},
                    due_at = @Never, held_until = @at, reason = @reason, digest_id = null
                where {DeliveryStore.IsClaimed}
                """,
                new { story.Id, story.Owner, story.Epoch, Never, at, reason });
            if (held > 0)
                await BeginAsync(session, story, at);
        },
        ct);

    /// <summary>What names a digest in its message.</summary>
    public Task<long> PublicKeyAsync(long digest, CancellationToken ct) => database.ReadAsync(
        session => session.QuerySingleAsync<long>("select public_key from digests where id = @digest", new { digest }),
        ct);

    /// <summary>The stories that a digest may bring: those that it was to bring before, or else all that wait for its time.</summary>
    public Task<IReadOnlyList<HeldStory>> HeldAsync(Delivery digest, CancellationToken ct) => database.ReadAsync<IReadOnlyList<HeldStory>>(
        async session =>
        {
            var rows = await session.QueryAsync<HeldStory>(
                $"""
                select id as delivery_id, subject_id as story_id, created_at, held_until, digest_id is not null as is_chosen
                from deliveries
                where channel = @Channel
                  and {DeliveryWriter.Waits}
                  and kind = 'story'
                  and state = 'held'
                  and (digest_id = @SubjectId
                    or (digest_id is null
                        and due_at = @Never
                        and held_until <= @now))
                order by id
                """,
                new { digest.Channel, digest.SubjectId, Never, now = clock.GetUtcNow() });
            var held = rows.ToList();
            return held.Exists(story => story.IsChosen) ? held.FindAll(story => story.IsChosen) : held;
        },
        ct);

    /// <summary>The last digest that a channel got; null if it got none.</summary>
    public Task<DigestEdition?> LastAsync(string channel, CancellationToken ct) => database.ReadAsync<DigestEdition?>(
        async session =>
        {
            if (await session.QueryFirstOrDefaultAsync<SentDigest>(
                """
                select subject_id as digest_id, sent_at
                from deliveries
                where channel = @channel
                  and kind = 'digest'
                  and state = 'sent'
                order by sent_at desc, id desc
                limit 1
                """,
                new { channel }) is not { } last)
                return null;
            var stories = await session.QueryAsync<long>(
                """
                select subject_id
                from deliveries
                where channel = @channel
                  and kind = 'story'
                  and digest_id = @DigestId
                order by id
                """,
                new { channel, last.DigestId });
            return new(last.SentAt, [.. stories]);
        },
        ct);

    /// <summary>The stories that wait for a channel's next digest.</summary>
    public Task<IReadOnlyList<long>> WaitingAsync(string channel, CancellationToken ct) => database.ReadAsync<IReadOnlyList<long>>(
        async session =>
        {
            var stories = await session.QueryAsync<long>(
                $"""
                select subject_id
                from deliveries
                where channel = @channel
                  and {DeliveryWriter.Waits}
                  and kind = 'story'
                  and state = 'held'
                  and (digest_id is not null or due_at = @Never)
                order by id
                """,
                new { channel, Never });
            return [.. stories];
        },
        ct);

    /// <summary>Settles what a digest brings, before it is sent: sent again after a crash, it brings the same.</summary>
    /// <param name="digest">The digest's own delivery.</param>
    /// <param name="chosen">The stories' deliveries.</param>
    /// <param name="skipped">Those that are not posted any more, and why.</param>
    /// <param name="left">Those that wait for the next digest.</param>
    /// <param name="next">When that is.</param>
    public Task ChooseAsync(
        Delivery digest,
        IReadOnlyList<long> chosen,
        IReadOnlyList<(long Id, string Reason)> skipped,
        IReadOnlyList<long> left,
        DateTimeOffset next,
        CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            foreach (var id in chosen)
                await session.ExecuteAsync("update deliveries set digest_id = @SubjectId where id = @id", new { digest.SubjectId, id });
            foreach (var (id, reason) in skipped)
            {
                await session.ExecuteAsync(
                    "update deliveries set state = 'skipped', may_return = 1, reason = @reason where id = @id",
                    new { id, reason });
            }

            foreach (var id in left)
                await session.ExecuteAsync("update deliveries set held_until = @next where id = @id", new { id, next });
            if (left.Count > 0)
                await BeginAsync(session, digest, next);
        },
        ct);

    static async Task BeginAsync(DatabaseSession session, Delivery of, DateTimeOffset at)
    {
        var isThere = await session.QuerySingleAsync<bool>(
            """
            select exists (select 1
                             from digests d
                             join deliveries x on x.kind = 'digest' and x.subject_id = d.id
                            where d.channel = @Channel
                              and d.at = @at
                              and x.state in ('held', 'pending')
                              and x.attempts = 0)
            """,
            new { of.Channel, at });
        if (isThere)
            return;
        var digest = await session.QuerySingleAsync<long>(
            """
            insert into digests (channel, at, public_key)
            values (@Channel, @at, @publicKey)
            returning id
            """,
            new { of.Channel, at, publicKey = RandomKey.Number() });
        await DeliveryWriter.QueueAsync(session, of.Channel, of.Destination, DeliveryKind.Digest, digest, at);
    }
}

/// <summary>A story that waits for a digest.</summary>
/// <param name="DeliveryId">Its delivery's key.</param>
/// <param name="IsChosen">Whether the digest was settled before.</param>
public sealed record HeldStory(long DeliveryId, long StoryId, DateTimeOffset CreatedAt, DateTimeOffset HeldUntil, bool IsChosen);

/// <summary>A digest of a channel.</summary>
/// <param name="At">When it was or will be posted, in UTC.</param>
/// <param name="Stories">Their keys as they were then; one may be part of another by now.</param>
public sealed record DigestEdition(DateTimeOffset At, IReadOnlyList<long> Stories);

/// <summary>A digest that is in its channel.</summary>
sealed record SentDigest
{
    public required long DigestId { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
