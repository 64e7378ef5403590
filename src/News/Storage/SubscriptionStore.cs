using Dapper;
using Microsoft.Data.Sqlite;
using News.Rules;

namespace News.Storage;

/// <summary>Which channels want which news, and who said so.</summary>
public sealed class SubscriptionStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>Adds the channel, with the latest stories it asked for on their way, or changes what it asks for.</summary>
    /// <param name="subscription">What it is to be.</param>
    /// <param name="by">Who says so; null for the settings of whoever runs the bot.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>How many stories are on their way to it by this.</returns>
    public Task<int> SaveAsync(Subscription subscription, string? by, CancellationToken ct) => SaveAllAsync([subscription], by, ct);

    /// <summary>Adds or changes all of them, or none.</summary>
    public async Task<int> SaveAllAsync(IReadOnlyList<Subscription> subscriptions, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var queued = 0;
        foreach (var subscription in subscriptions)
            queued += await SaveAsync(connection, transaction, subscription, by);
        await transaction.CommitAsync(ct);
        return queued;
    }

    /// <summary>Changes the rules of a channel; what they hold back is decided on again.</summary>
    /// <returns>False where the channel gets no news.</returns>
    public async Task<bool> ChangeAsync(string channel, ChannelRules rules, string? by, CancellationToken ct)
    {
        if (await OfChannelAsync(channel, ct) is not { } subscription)
            return false;
        await SaveAsync(subscription with { Rules = rules }, by, ct);
        return true;
    }

    /// <summary>Removes the channel and what was still on its way to it.</summary>
    /// <returns>False where it was not subscribed.</returns>
    public async Task<bool> RemoveAsync(string channel, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var guild = await connection.QueryFirstOrDefaultAsync<RemovedRow>(
            """
            delete from subscriptions
            where channel = @channel
            returning guild
            """,
            new { channel },
            transaction);
        if (guild is null)
            return false;

        await connection.ExecuteAsync(
            """
            delete from deliveries
            where channel = @channel
              and kind in ('story', 'digest')
              and state in ('held', 'pending')
              and attempts = 0
            """,
            new { channel },
            transaction);
        await Subscribers.ChangedAsync(connection, transaction);
        await NoteAsync(connection, transaction, guild.Guild, channel, by, ["removed"]);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Posts nothing to the channel until it is resumed; what comes meanwhile is held.</summary>
    /// <returns>False where it gets no news, or is paused already.</returns>
    public async Task<bool> PauseAsync(string channel, string reason, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var isPaused = await PauseAsync(connection, transaction, channel, reason, by, isByBot: false);
        await transaction.CommitAsync(ct);
        return isPaused;
    }

    /// <summary>Posts to the channel again, what was on its way before as well.</summary>
    /// <param name="channel">Which.</param>
    /// <param name="withMissed">Whether what came during the pause is posted too, or skipped.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>How many stories came during the pause; null where it was not paused.</returns>
    public async Task<int?> ResumeAsync(string channel, bool withMissed, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        if ((await SubscriptionRows.ReadAsync(connection, transaction, channel: channel)).SingleOrDefault() is not { Paused: { } pause } subscription)
            return null;

        var since = UtcText.Of(pause.Since);
        var missed = await connection.QuerySingleAsync<int>(
            """
            select count(*)
            from deliveries
            where channel = @channel
              and kind = 'story'
              and state in ('held', 'pending')
              and created_at >= @since
            """,
            new { channel, since },
            transaction);
        if (!withMissed)
        {
            await connection.ExecuteAsync(
                """
                update deliveries
                set state = 'skipped', reason = 'It came while the channel was paused.'
                where channel = @channel
                  and kind = 'story'
                  and state in ('held', 'pending')
                  and created_at >= @since
                """,
                new { channel, since },
                transaction);
        }

        await connection.ExecuteAsync(
            """
            update subscriptions
            set paused_at = null, pause_reason = null, is_paused_by_bot = 0
            where channel = @channel
            """,
            new { channel },
            transaction);
        await ReleaseAsync(connection, transaction, channel, clock.GetUtcNow());
        await Subscribers.ChangedAsync(connection, transaction);
        await NoteAsync(connection, transaction, subscription.Guild, channel, by, [withMissed ? "resumed, with what was missed" : "resumed"]);
        await transaction.CommitAsync(ct);
        return missed;
    }

    /// <summary>
    /// Discord refused the channel for one of its deliveries. After this happened for several, the channel is paused, and who
    /// answers for it is told once.
    /// </summary>
    /// <returns>Whether it was paused by this.</returns>
    public async Task<bool> RefusedAsync(Delivery delivery, string reason, CancellationToken ct)
    {
        const int enough = 3;
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        await connection.ExecuteAsync(
            """
            update deliveries
            set refused_at = @now
            where id = @Id
            """,
            new { delivery.Id, now = Now },
            transaction);
        var refused = await connection.QuerySingleAsync<int>(
            """
            select count(*)
            from deliveries
            where channel = @Channel
              and state in ('held', 'pending', 'sending')
              and refused_at is not null
            """,
            new { delivery.Channel },
            transaction);
        var isPaused = refused >= enough && await PauseAsync(connection, transaction, delivery.Channel, reason, by: null, isByBot: true);
        if (isPaused)
            await Notices.QueueAsync(connection, transaction, delivery.Channel, reason, Now);
        await transaction.CommitAsync(ct);
        return isPaused;
    }

    /// <summary>Sends the latest stories that the channel's rules let through and that it never got.</summary>
    /// <returns>How many are on their way.</returns>
    public async Task<int> BackfillAsync(Subscription subscription, int count, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var queued = await StoryNews.QueueLatestAsync(connection, transaction, subscription, count, clock.GetUtcNow());
        await NoteAsync(connection, transaction, subscription.Guild, subscription.Channel, by, [$"backfilled {queued}"]);
        await transaction.CommitAsync(ct);
        return queued;
    }

    /// <summary>Notes to which guild channels belong and what they are, once that is known or when it changed.</summary>
    public async Task LocateAsync(string guild, IReadOnlyDictionary<string, Destination> channels, CancellationToken ct)
    {
        foreach (var subscription in await AllAsync(ct))
        {
            if (!channels.TryGetValue(subscription.Channel, out var destination) || (subscription.Guild, subscription.Destination) == (guild, destination))
                continue;
            await using var connection = await database.OpenAsync(ct);
            await using var transaction = connection.BeginWrite();
            await connection.ExecuteAsync(
                """
                update subscriptions
                set guild = @guild, destination = @destination
                where channel = @Channel
                """,
                new { guild, destination = Outbox.Named(destination), subscription.Channel },
                transaction);
            await Subscribers.ChangedAsync(connection, transaction);
            await transaction.CommitAsync(ct);
        }
    }

    public async Task<IReadOnlyList<Subscription>> AllAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await SubscriptionRows.ReadAsync(connection, transaction: null);
    }

    public async Task<IReadOnlyList<Subscription>> OfGuildAsync(string guild, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await SubscriptionRows.ReadAsync(connection, transaction: null, guild);
    }

    public async Task<Subscription?> OfChannelAsync(string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await SubscriptionRows.ReadAsync(connection, transaction: null, channel: channel)).SingleOrDefault();
    }

    /// <summary>Who changed what in a guild, the latest first.</summary>
    public async Task<IReadOnlyList<SubscriptionChange>> ChangesAsync(string guild, int skip, int take, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<ChangeRow>(
            """
            select channel, at, by, what
            from subscription_changes
            where guild = @guild
            order by id desc
            limit @take offset @skip
            """,
            new { guild, skip, take });
        return [.. rows.Select(row => new SubscriptionChange(row.Channel, UtcText.Parse(row.At), row.By, row.What))];
    }

    string Now => UtcText.Of(clock.GetUtcNow());

    async Task<int> SaveAsync(SqliteConnection connection, SqliteTransaction transaction, Subscription subscription, string? by)
    {
        var now = clock.GetUtcNow();
        var before = (await SubscriptionRows.ReadAsync(connection, transaction, channel: subscription.Channel)).SingleOrDefault();
        if (before is not null && before.Rules == subscription.Rules && before with { Guild = subscription.Guild ?? before.Guild, Rules = subscription.Rules, CreatedAt = default, Paused = null, ChosenBy = null }
            == subscription with { Guild = subscription.Guild ?? before.Guild, CreatedAt = default, Paused = null, ChosenBy = null })
            return 0;

        await connection.ExecuteAsync(
            """
            insert into subscriptions (channel, guild, destination, latest, from_settings, chosen_by, created_at)
            values (@Channel, @Guild, @destination, @Latest, @FromSettings, @by, @now)
            on conflict (channel) do update
            set guild = coalesce(excluded.guild, guild), destination = case when excluded.from_settings then destination else excluded.destination end, latest = excluded.latest, from_settings = excluded.from_settings
            """,
            new
            {
                subscription.Channel,
                subscription.Guild,
                destination = Outbox.Named(subscription.Destination),
                subscription.Latest,
                subscription.FromSettings,
                by,
                now = UtcText.Of(now),
            },
            transaction);
        await SubscriptionRows.SaveRulesAsync(connection, transaction, subscription.Channel, subscription.Rules);
        await Subscribers.ChangedAsync(connection, transaction);
        var changes = (before?.Rules ?? ChannelRules.Default).Changes(subscription.Rules);
        if (before is null)
            await NoteAsync(connection, transaction, subscription.Guild, subscription.Channel, by, ["added", .. changes]);
        else
            await NoteAsync(connection, transaction, before.Guild, subscription.Channel, by, changes);
        return before is null
            ? await StoryNews.QueueLatestAsync(connection, transaction, subscription, subscription.Latest, now)
            : await ReleaseAsync(connection, transaction, subscription.Channel, now) * 0;
    }

    async Task<bool> PauseAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, string reason, string? by, bool isByBot)
    {
        var paused = await connection.QueryFirstOrDefaultAsync<RemovedRow>(
            """
            update subscriptions
            set paused_at = @now, pause_reason = @reason, is_paused_by_bot = @isByBot
            where channel = @channel
              and paused_at is null
            returning guild
            """,
            new { channel, reason, isByBot, now = Now },
            transaction);
        if (paused is null)
            return false;
        await Subscribers.ChangedAsync(connection, transaction);
        await NoteAsync(connection, transaction, paused.Guild, channel, by, [isByBot ? $"paused by itself: {reason}" : "paused"]);
        return true;
    }

    /// <summary>Has everything that rules hold back decided on again.</summary>
    static Task<int> ReleaseAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, DateTimeOffset now) => connection.ExecuteAsync(
        """
        update deliveries
        set due_at = @now, refused_at = null
        where channel = @channel
          and state in ('held', 'pending')
          and digest_id is null
        """,
        new { channel, now = UtcText.Of(now) },
        transaction);

    Task NoteAsync(SqliteConnection connection, SqliteTransaction transaction, string? guild, string channel, string? by, IReadOnlyList<string> changes) =>
        SubscriptionLog.NoteAsync(connection, transaction, guild, channel, by, changes, Now);

    internal sealed record RemovedRow
    {
        public string? Guild { get; init; }
    }

    internal sealed record ChangeRow
    {
        public required string Channel { get; init; }
        public required string At { get; init; }
        public string? By { get; init; }
        public required string What { get; init; }
    }
}

/// <param name="At">In UTC.</param>
/// <param name="By">Who did it; null for the bot itself, or its settings.</param>
/// <param name="What">Such as <c>least outlets: 1 → 3</c>.</param>
public sealed record SubscriptionChange(string Channel, DateTimeOffset At, string? By, string What);
