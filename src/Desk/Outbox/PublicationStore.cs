using Articles.Stories;
using Dapper;
using Desk.Archive;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>What announcement channels published, and what waits to be.</summary>
public sealed class PublicationStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>The channel's, as they are when this publication is drafted.</summary>
    public Task<ChannelPublications> OfChannelAsync(Delivery publication, CancellationToken ct) => database.ReadAsync(
        async session => new ChannelPublications(
            await WaitingAsync(session, publication), await PublishedAsync(session, publication.Channel)),
        ct);

    /// <summary>Has these decided on now, if a limit has them wait.</summary>
    public Task CallAsync(IReadOnlyList<long> publications, CancellationToken ct) => publications is []
        ? Task.CompletedTask
        : database.WriteAsync(
            session => session.ExecuteAsync(
                $"""
                update deliveries
                set due_at = @now
                where id in {JsonList.Numbers}
                  and kind = 'publication'
                  and state = 'held'
                  and due_at > @now
                """,
                new { ids = JsonList.Of(publications), now = clock.GetUtcNow() }),
            ct);

    /// <summary>The publication of a card; null if it has none.</summary>
    /// <param name="card">The card's delivery.</param>
    public Task<DeliveryRecord?> OfCardAsync(long card, CancellationToken ct) => database.ReadAsync<DeliveryRecord?>(
        async session =>
        {
            var record = await session.QueryFirstOrDefaultAsync<DeliveryRecord>(
                """
                select p.id, p.channel, p.kind, p.subject_id, p.state, p.reason, p.created_at, p.sent_at, p.held_until, p.message,
                       p.is_ordered, 0 as is_in_digest
                from deliveries c
                join deliveries p on p.channel = c.channel
                                 and p.kind = 'publication'
                                 and p.subject_id = c.id
                where c.id = @card
                """,
                new { card });
            return record;
        },
        ct);

    async Task<IReadOnlyList<WaitingPublication>> WaitingAsync(DatabaseSession session, Delivery publication)
    {
        var rows = (await session.QueryAsync<WaitingRow>(
            // The claim that asks is an attempt itself.
            $"""
            select p.id, d.subject_id as story_id, d.message, p.created_at, d.is_ordered,
                   p.attempts > case when p.id = @Id then 1 else 0 end as is_in_doubt,
                   case when p.state = 'held' then p.due_at end as held_until
            from deliveries p
            join deliveries d on d.id = p.subject_id
            where p.id in (select id from deliveries where channel = @Channel and {DeliveryWriter.Waits})
              and p.kind = 'publication'
              and d.state = 'sent'
              and d.message is not null
            """,
            new { publication.Channel, publication.Id })).ToList();
        var shown = await StoryStore.StoriesAsync(session, [.. rows.Select(row => row.StoryId)], clock.GetUtcNow());
        var stories = shown.ToDictionary(story => story.Id);
        return [.. rows.Where(row => stories.ContainsKey(row.StoryId)).Select(row => row.Of(stories[row.StoryId]))];
    }

    static async Task<IReadOnlyList<DateTimeOffset>> PublishedAsync(DatabaseSession session, string channel)
    {
        var times = await session.QueryAsync<TimeValue>(
            """
            select sent_at as at
            from deliveries
            where channel = @channel
              and sent_at is not null
              and kind = 'publication'
            order by sent_at desc
            limit @most
            """,
            new { channel, most = PublicationTurns.PerHour });
        return [.. times.Select(time => time.At).OfType<DateTimeOffset>()];
    }

    internal sealed record WaitingRow
    {
        public required long Id { get; init; }
        public required long StoryId { get; init; }
        public required string Message { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required bool IsOrdered { get; init; }
        public required bool IsInDoubt { get; init; }
        public DateTimeOffset? HeldUntil { get; init; }

        public WaitingPublication Of(Story story) => new()
        {
            Id = Id,
            Message = Message,
            CreatedAt = CreatedAt,
            HeldUntil = HeldUntil,
            IsInDoubt = IsInDoubt,
            Rank = new()
            {
                IsOrdered = IsOrdered,
                Outlets = story.Coverage.Outlets,
                Heat = story.Heat,
                Quality = story.Quality,
                PublishedAt = story.Articles.Max(article => article.PublishedAt),
            },
        };
    }
}
