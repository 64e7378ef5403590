using Dapper;
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
            queued += await SubscriptionWriter.SaveAsync(connection, transaction, subscription, by, clock.GetUtcNow());
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
        if (!await SubscriptionWriter.RemoveAsync(connection, transaction, channel, by, clock.GetUtcNow()))
            return false;
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Sends the latest stories that the channel's rules let through and that it never got.</summary>
    /// <returns>How many are on their way.</returns>
    public async Task<int> BackfillAsync(Subscription subscription, int count, string? by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var queued = await StoryNews.QueueLatestAsync(connection, transaction, subscription, count, clock.GetUtcNow());
        await SubscriptionLog.NoteAsync(connection, transaction, subscription.Guild, subscription.Channel, by, [$"backfilled {queued}"], UtcText.Of(clock.GetUtcNow()));
        await transaction.CommitAsync(ct);
        return queued;
    }

    /// <summary>Notes to which guild channels belong and what they are, once that is known or when it changed.</summary>
    public async Task LocateAsync(string guild, IReadOnlyDictionary<string, Destination> channels, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var known = await connection.QueryAsync<PlaceRow>(
            """
            select channel, guild, destination
            from subscriptions
            where guild = @guild
               or guild is null
            """,
            new { guild });
        foreach (var place in known)
        {
            if (!channels.TryGetValue(place.Channel, out var met) || (place.Guild, place.Destination) == (guild, Outbox.Named(met)))
                continue;
            await using var transaction = connection.BeginWrite();
            await connection.ExecuteAsync(
                """
                update subscriptions
                set guild = @guild, destination = @destination
                where channel = @Channel
                """,
                new { guild, destination = Outbox.Named(met), place.Channel },
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

    internal sealed record PlaceRow
    {
        public required string Channel { get; init; }
        public string? Guild { get; init; }
        public required string Destination { get; init; }
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
