using Dapper;

namespace News.Storage;

/// <summary>What channels got lately, by which it is decided whether they get more now.</summary>
public sealed class RecentPosts(NewsDatabase database)
{
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
            $"""
            select p.id, d.subject_id as story_id, d.message
            from deliveries p
            join deliveries d on d.id = p.subject_id
            where p.id in (select id from deliveries where channel = @channel and {Outbox.Waits})
              and p.kind = 'publication'
              and d.message is not null
            """,
            new { channel });
        return [.. waiting];
    }

    /// <summary>When somebody was last pinged in the channel; null where nobody was.</summary>
    public async Task<DateTimeOffset?> PingedAtAsync(string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var at = await connection.QuerySingleAsync<string?>("select max(pinged_at) from deliveries where channel = @channel and sent_at is not null and pinged_at is not null", new { channel });
        return at is null ? null : UtcText.Parse(at);
    }
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
