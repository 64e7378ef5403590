using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>What was posted, held, left out and given up, for moderators to look up.</summary>
public sealed class DeliveryHistory(DeskDatabase database)
{
    const string Columns = """
        d.id, d.channel, d.kind, d.subject_id, d.state, d.reason, d.created_at, d.sent_at, d.held_until, d.message,
        coalesce(
          d.message_place,
          (select x.message_place
             from deliveries x
            where x.kind = 'digest'
              and x.subject_id = d.digest_id
              and x.channel = d.channel)) as place,
        d.digest_id is not null as is_in_digest, d.is_ordered,
        (select a.title
           from articles a
          where a.id = case d.kind
                       when 'story' then d.subject_id
                       when 'publication' then (select s.subject_id from deliveries s where s.id = d.subject_id)
                       when 'thread' then (select s.subject_id from deliveries s where s.id = d.subject_id)
                       when 'coverage' then (select n.story_id from coverage_news n where n.id = d.subject_id)
                       end) as title
        """;

    /// <summary>
    /// Of a channel, what happened last first. It leaves out what isn't news, such as alerts, and threads that were started.
    /// </summary>
    public Task<IReadOnlyList<DeliveryRecord>> HistoryAsync(string channel, int skip, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<DeliveryRecord>>(
        async session =>
        {
            var rows = await session.QueryAsync<DeliveryRecord>(
                $"""
                select {Columns}
                from deliveries d
                where d.id in {DeliveryWriter.OfChannel}
                  and (d.kind in ('story', 'digest', 'publication', 'coverage')
                    or (d.kind = 'thread' and d.state <> 'sent'))
                order by coalesce(d.sent_at, d.created_at) desc, d.id desc
                limit @take offset @skip
                """,
                new { channel, skip, take });
            return [.. rows];
        },
        ct);

    /// <summary>
    /// The stories that a channel never got, though they were on their way, and that readers can see, the newest first: those whose
    /// title holds what was typed.
    /// </summary>
    public Task<IReadOnlyList<DeliveryRecord>> NotSentAsync(string channel, string typed, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<DeliveryRecord>>(
        async session =>
        {
            var rows = await session.QueryAsync<DeliveryRecord>(
                $"""
                select *
                from (select {Columns}
                      from deliveries d
                      where d.channel = @channel
                        and d.{DeliveryWriter.IsSettled}
                        and d.kind = 'story'
                        and d.state in ('failed', 'skipped')
                        and exists (select 1
                                      from listed_articles l
                                     where l.id = d.subject_id
                                        or l.story_id = (select coalesce(a.story_id, a.id)
                                                           from articles a
                                                          where a.id = d.subject_id))) not_sent
                where title like @pattern escape '\'
                order by created_at desc, id desc
                limit @take
                """,
                new { channel, pattern = LikePattern.Containing(typed), take });
            return [.. rows];
        },
        ct);

    public Task<DeliveryRecord?> RecordAsync(long id, CancellationToken ct) => database.ReadAsync<DeliveryRecord?>(
        async session =>
        {
            var row = await session.QuerySingleOrDefaultAsync<DeliveryRecord>(
                $"""
                select {Columns}
                from deliveries d
                where d.id = @id
                """,
                new { id });
            return row;
        },
        ct);

    /// <summary>Null where the story never was on its way to the channel.</summary>
    public Task<DeliveryRecord?> OfStoryAsync(string channel, long story, CancellationToken ct) => database.ReadAsync<DeliveryRecord?>(
        async session =>
        {
            var row = await session.QuerySingleOrDefaultAsync<DeliveryRecord>(
                $"""
                select {Columns}
                from deliveries d
                where d.channel = @channel
                  and d.kind = 'story'
                  and d.subject_id = @story
                """,
                new { channel, story });
            return row;
        },
        ct);

    /// <summary>How many stories are in which state, by channel of a guild.</summary>
    public Task<ILookup<string, DeliveryCount>> CountsOfGuildAsync(string guild, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var rows = await session.QueryAsync<ChannelCountRow>(
                $"""
                select d.channel, d.state, count(*) as count
                from deliveries d
                where d.id in (select id
                                 from deliveries
                                where channel in (select s.channel from subscriptions s where s.guild = @guild)
                                  and {DeliveryWriter.Waits}
                                union
                               select id
                                 from deliveries
                                where channel in (select s.channel from subscriptions s where s.guild = @guild)
                                  and {DeliveryWriter.IsSettled})
                  and d.kind = 'story'
                group by d.channel, d.state
                order by d.channel, d.state
                """,
                new { guild });
            return rows.ToLookup(row => row.Channel, row => new DeliveryCount { State = row.State, Count = row.Count });
        },
        ct);

    internal sealed record ChannelCountRow
    {
        public required string Channel { get; init; }
        public required string State { get; init; }
        public required int Count { get; init; }
    }
}
