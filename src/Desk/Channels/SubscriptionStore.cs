using Dapper;
using Desk.Database;

namespace Desk.Channels;

/// <summary>Which channels get which news.</summary>
public sealed class SubscriptionStore(DeskDatabase database)
{
    public Task<IReadOnlyList<Subscription>> AllAsync(CancellationToken ct) => database.ReadAsync(
        session => SubscriptionRows.ReadAsync(session),
        ct);

    public Task<IReadOnlyList<Subscription>> OfGuildAsync(string guild, CancellationToken ct) => database.ReadAsync(
        session => SubscriptionRows.ReadAsync(session, guild),
        ct);

    public Task<Subscription?> OfChannelAsync(string channel, CancellationToken ct) => database.ReadAsync<Subscription?>(
        async session => (await SubscriptionRows.ReadAsync(session, channel: channel)).SingleOrDefault(),
        ct);

    /// <summary>Who changed what in a guild, the latest first.</summary>
    public Task<IReadOnlyList<SubscriptionChange>> ChangesAsync(string guild, int skip, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SubscriptionChange>>(async session =>
        {
            var rows = await session.QueryAsync<SubscriptionChange>(
                """
                select channel, at, by, what
                from subscription_changes
                where guild = @guild
                order by id desc
                limit @take offset @skip
                """,
                new { guild, skip, take });
            return [.. rows];
        },
        ct);

    /// <summary>Whether the last that happened to a channel is that a person removed it.</summary>
    public Task<bool> IsRemovedAsync(string channel, CancellationToken ct) => database.ReadAsync(
        session => session.QuerySingleAsync<bool>(
            """
            select exists (select 1
                             from subscription_changes
                            where channel = @channel
                              and id = (select max(id) from subscription_changes where channel = @channel)
                              and what = @Removed
                              and by is not null)
            """,
            new { channel, SubscriptionLog.Removed }),
        ct);

    /// <summary>Records which guild channels belong to and what they are, if that wasn't known or has changed.</summary>
    public async Task LocateAsync(string guild, IReadOnlyDictionary<string, Destination> channels, CancellationToken ct)
    {
        var known = await database.ReadAsync(session => PlacesAsync(session, guild), ct);
        var moved = known
            .Where(place => channels.TryGetValue(place.Channel, out var met) && (place.Guild, place.Destination) != (guild, met))
            .Select(place => place.Channel)
            .ToList();
        // Most guilds are as they were, and then nothing waits for the lock.
        if (moved is [])
            return;
        await database.WriteAsync(
            async session =>
            {
                foreach (var channel in moved)
                {
                    await session.ExecuteAsync(
                        """
                        update subscriptions
                        set guild = @guild, destination = @destination
                        where channel = @channel
                        """,
                        new { guild, destination = channels[channel], channel });
                }

                await Subscribers.ChangedAsync(session);
            },
            ct);
    }

    static Task<IEnumerable<KnownPlace>> PlacesAsync(DatabaseSession session, string guild) => session.QueryAsync<KnownPlace>(
        """
        select channel, guild, destination
        from subscriptions
        where guild = @guild
           or guild is null
        """,
        new { guild });

    internal sealed record KnownPlace
    {
        public required string Channel { get; init; }
        public string? Guild { get; init; }
        public required Destination Destination { get; init; }
    }
}

/// <param name="At">In UTC.</param>
/// <param name="By">Who did it; null for the bot itself, or its settings; empty for a person who doesn't want to be named.</param>
/// <param name="What">Such as <c>least outlets: 1 → 3</c>.</param>
public sealed record SubscriptionChange(string Channel, DateTimeOffset At, string? By, string What);
