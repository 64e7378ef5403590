using Dapper;

namespace News.Storage;

/// <summary>What was posted, held, left out and given up, for moderators to look up.</summary>
public sealed class DeliveryHistory(NewsDatabase database)
{
    const string Columns = """
        d.id, d.channel, d.kind, d.subject_id, d.state, d.reason, d.created_at, d.sent_at, d.held_until, d.message, d.message_place, d.digest_id is not null as is_in_digest, d.is_ordered,
               (select a.title
                  from articles a
                 where a.id = case d.kind
                              when 'story' then d.subject_id
                              when 'publication' then (select s.subject_id from deliveries s where s.id = d.subject_id)
                              when 'coverage' then (select n.story_id from coverage_news n where n.id = d.subject_id)
                              end) as title
        """;

    /// <summary>Of a channel, what happened last first. What is told beside the news, such as alerts, is not among it.</summary>
    public async Task<IReadOnlyList<DeliveryRecord>> HistoryAsync(string channel, int skip, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<RecordRow>(
            $"""
            select {Columns}
            from deliveries d
            where d.id in {Outbox.OfChannel}
              and d.kind in ('story', 'digest', 'publication', 'coverage')
            order by coalesce(d.sent_at, d.created_at) desc, d.id desc
            limit @take offset @skip
            """,
            new { channel, skip, take });
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>The stories that a channel never got, though they were on their way, the newest first: those whose title holds what was typed.</summary>
    public async Task<IReadOnlyList<DeliveryRecord>> NotSentAsync(string channel, string typed, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<RecordRow>(
            $"""
            select *
            from (select {Columns}
                  from deliveries d
                  where d.channel = @channel
                    and d.{Outbox.IsSettled}
                    and d.kind = 'story'
                    and d.state in ('failed', 'skipped'))
            where title like @pattern escape '\'
            order by created_at desc, id desc
            limit @take
            """,
            new { channel, pattern = LikePattern.Containing(typed), take });
        return [.. rows.Select(row => row.ToRecord())];
    }

    public async Task<DeliveryRecord?> RecordAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<RecordRow>($"select {Columns} from deliveries d where d.id = @id", new { id });
        return row?.ToRecord();
    }

    /// <summary>Null where the story never was on its way to the channel.</summary>
    public async Task<DeliveryRecord?> OfStoryAsync(string channel, long story, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<RecordRow>(
            $"""
            select {Columns}
            from deliveries d
            where d.channel = @channel
              and d.kind = 'story'
              and d.subject_id = @story
            """,
            new { channel, story });
        return row?.ToRecord();
    }

    /// <summary>How many stories are in which state, by channel of a guild.</summary>
    public async Task<ILookup<string, DeliveryCount>> CountsOfGuildAsync(string guild, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<ChannelCountRow>(
            $"""
            select d.channel, d.state, count(*) as count
            from deliveries d
            where d.id in (select id
                             from subscriptions s
                            cross join deliveries w on w.channel = s.channel and {Outbox.Waits}
                            where s.guild = @guild
                           union
                           select id
                             from subscriptions s
                            cross join deliveries e on e.channel = s.channel and {Outbox.IsSettled}
                            where s.guild = @guild)
              and d.kind = 'story'
            group by d.channel, d.state
            order by d.channel, d.state
            """,
            new { guild });
        return rows.ToLookup(row => row.Channel, row => new DeliveryCount { State = row.State, Count = row.Count });
    }

    internal sealed record ChannelCountRow
    {
        public required string Channel { get; init; }
        public required string State { get; init; }
        public required int Count { get; init; }
    }

    internal sealed record RecordRow
    {
        public required long Id { get; init; }
        public required string Channel { get; init; }
        public required string Kind { get; init; }
        public required long SubjectId { get; init; }
        public required string State { get; init; }
        public string? Reason { get; init; }
        public required string CreatedAt { get; init; }
        public string? SentAt { get; init; }
        public string? HeldUntil { get; init; }
        public string? Message { get; init; }
        public string? MessagePlace { get; init; }
        public required bool IsInDigest { get; init; }
        public required bool IsOrdered { get; init; }
        public string? Title { get; init; }

        public DeliveryRecord ToRecord() => new()
        {
            Id = Id,
            Channel = Channel,
            Kind = Enum.Parse<DeliveryKind>(Kind, ignoreCase: true),
            SubjectId = SubjectId,
            State = Enum.Parse<DeliveryState>(State, ignoreCase: true),
            Reason = Reason,
            Title = Title,
            CreatedAt = UtcText.Parse(CreatedAt),
            SentAt = Time(SentAt),
            HeldUntil = State == "held" ? Time(HeldUntil) : null,
            WasHeld = HeldUntil is not null,
            Message = Message,
            Place = MessagePlace,
            IsInDigest = IsInDigest,
            IsOrdered = IsOrdered,
        };

        static DateTimeOffset? Time(string? text) => text is null ? null : UtcText.Parse(text);
    }
}
