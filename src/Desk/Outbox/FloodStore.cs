using Dapper;
using Desk.Channels;
using Desk.Database;
using Desk.Outbox;

[module: TypeHandler(typeof(FloodOutcome), typeof(NameHandler<FloodOutcome>))]

namespace Desk.Outbox;

/// <summary>More new stories at once than a channel's rules allow, the rest of which wait for a moderator.</summary>
public sealed record Flood
{
    public required long Id { get; init; }

    /// <summary>Random, so that a button can't act on another flood after a backup was restored.</summary>
    public required string Key { get; init; }

    public required string Channel { get; init; }

    /// <summary>How many stories wait.</summary>
    public required int Stories { get; init; }

    /// <summary>Null while it isn't decided.</summary>
    public FloodOutcome? Outcome { get; init; }

    /// <summary>The id of the person who decided; null if that isn't known.</summary>
    public string? EndedBy { get; init; }
}

public enum FloodOutcome
{
    /// <summary>The stories are posted.</summary>
    Released,

    /// <summary>The stories are skipped.</summary>
    Dropped,
}

/// <summary>What moderators do about channels that got too many new stories at once.</summary>
public sealed class FloodStore(DeskDatabase database, TimeProvider clock)
{
    /// <param name="key">As in the message that reports it.</param>
    /// <returns>Null if there never was one.</returns>
    public Task<Flood?> FloodAsync(string key, CancellationToken ct) => database.ReadAsync(
        session => FloodAsync(session, key),
        ct);

    /// <summary>Posts what the flood holds, as the channel's rules allow, or skips it.</summary>
    /// <returns>The flood as it was before; its outcome is set if somebody was faster. Null if there never was one.</returns>
    public Task<Flood?> EndAsync(string key, FloodOutcome outcome, string? by, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            if (await FloodAsync(session, key) is not { Outcome: null } flood)
                return await FloodAsync(session, key);
            var now = clock.GetUtcNow();
            await session.ExecuteAsync(
                """
                update floods
                set outcome = @outcome, stories = @Stories, ended_by = @by
                where key = @key
                """,
                new { outcome, flood.Stories, by, key });
            await session.ExecuteAsync(
                outcome is FloodOutcome.Released
                    ? """
                      update deliveries
                      set state = 'pending', due_at = @now, created_at = @now, reason = null, flood_id = null
                      where flood_id = @Id and state = 'held'
                      """
                    : """
                      update deliveries
                      set state = 'skipped', reason = 'A moderator dropped the stories that came at once.', flood_id = null
                      where flood_id = @Id and state = 'held'
                      """,
                new { flood.Id, now });
            await NoticeWriter.FloodChangedAsync(session, key, now);
            var guild = (await SubscriptionRows.ReadAsync(session, channel: flood.Channel)).SingleOrDefault()?.Guild;
            var change = $"{(outcome is FloodOutcome.Released ? "released" : "dropped")} {flood.Stories} stories that came at once";
            await SubscriptionLog.NoteAsync(session, guild, flood.Channel, by, [change], now);
            return flood;
        },
        ct);

    static async Task<Flood?> FloodAsync(DatabaseSession session, string key) => await session.QuerySingleOrDefaultAsync<Flood>(
        """
        select f.id, f.key, f.channel, f.outcome, f.ended_by,
               coalesce(f.stories, (select count(*) from deliveries d where d.flood_id = f.id and d.state = 'held')) as stories
        from floods f
        where f.key = @key
        """,
        new { key });
}
