using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Which channels want which news.</summary>
public sealed class SubscriptionStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>Adds the channel, with the latest articles it asked for on their way, or changes its topics.</summary>
    /// <returns>How many articles are on their way to it by this.</returns>
    public async Task<int> SaveAsync(Subscription subscription, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var now = UtcText.Of(clock.GetUtcNow());
        var added = await connection.ExecuteAsync(
            """
            insert into subscriptions (channel, guild, latest, from_settings, created_at)
            values (@Channel, @Guild, @Latest, @FromSettings, @now)
            on conflict (channel) do nothing
            """,
            new { subscription.Channel, subscription.Guild, subscription.Latest, subscription.FromSettings, now },
            transaction);
        if (added == 0)
        {
            await connection.ExecuteAsync(
                """
                update subscriptions
                set guild = coalesce(@Guild, guild), latest = @Latest, from_settings = @FromSettings
                where channel = @Channel
                """,
                new { subscription.Channel, subscription.Guild, subscription.Latest, subscription.FromSettings },
                transaction);
        }

        await SaveTopicsAsync(connection, transaction, subscription);
        var queued = added == 0 ? 0 : await Outbox.QueueLatestAsync(connection, transaction, subscription.Channel, now);
        await transaction.CommitAsync(ct);
        return queued;
    }

    /// <summary>Removes the channel and what was still on its way to it.</summary>
    /// <returns>False where it was not subscribed.</returns>
    public async Task<bool> RemoveAsync(string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var removed = await connection.ExecuteAsync(
            """
            delete from subscriptions
            where channel = @channel
            """,
            new { channel },
            transaction);
        await connection.ExecuteAsync(
            """
            delete from deliveries
            where channel = @channel
              and state = 'pending'
              and attempts = 0
            """,
            new { channel },
            transaction);
        await transaction.CommitAsync(ct);
        return removed > 0;
    }

    /// <summary>Notes to which guild channels belong, once that is known.</summary>
    public async Task LocateAsync(string guild, IReadOnlyList<string> channels, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var unlocated = await connection.QueryAsync<string>(
            """
            select channel
            from subscriptions
            where guild is null
            """);
        foreach (var channel in unlocated.Intersect(channels))
        {
            await connection.ExecuteAsync(
                """
                update subscriptions
                set guild = @guild
                where channel = @channel
                """,
                new { guild, channel });
        }
    }

    public async Task<IReadOnlyList<Subscription>> AllAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await ReadAsync(connection, guild: null);
    }

    public async Task<IReadOnlyList<Subscription>> OfGuildAsync(string guild, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await ReadAsync(connection, guild);
    }

    public async Task<Subscription?> OfChannelAsync(string channel, CancellationToken ct) =>
        (await AllAsync(ct)).FirstOrDefault(subscription => subscription.Channel == channel);

    static async Task SaveTopicsAsync(SqliteConnection connection, SqliteTransaction transaction, Subscription subscription)
    {
        await connection.ExecuteAsync(
            """
            delete from subscription_topics
            where channel = @Channel
            """,
            new { subscription.Channel },
            transaction);
        foreach (var (position, slug) in subscription.Topics.Distinct().Index())
        {
            await connection.ExecuteAsync(
                """
                insert into subscription_topics (channel, slug, position)
                values (@Channel, @slug, @position)
                """,
                new { subscription.Channel, slug, position },
                transaction);
        }
    }

    static async Task<IReadOnlyList<Subscription>> ReadAsync(SqliteConnection connection, string? guild)
    {
        var rows = await connection.QueryAsync<SubscriptionRow>(
            """
            select s.channel, s.guild, s.latest, s.from_settings,
                   (select group_concat(slug, ' ')
                      from (select slug from subscription_topics x where x.channel = s.channel order by x.position)) as topics
            from subscriptions s
            where @guild is null
               or s.guild = @guild
            order by s.created_at, s.channel
            """,
            new { guild });
        return [.. rows.Select(row => row.ToSubscription())];
    }

    internal sealed record SubscriptionRow
    {
        public required string Channel { get; init; }
        public string? Guild { get; init; }
        public required int Latest { get; init; }
        public required bool FromSettings { get; init; }
        public string? Topics { get; init; }

        public Subscription ToSubscription() => new()
        {
            Channel = Channel,
            Guild = Guild,
            Latest = Latest,
            FromSettings = FromSettings,
            Topics = Topics?.Split(' ') ?? [],
        };
    }
}
