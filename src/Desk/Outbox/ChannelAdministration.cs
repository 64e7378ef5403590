using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Adds, changes and removes channels, and queues what that brings them.</summary>
public sealed class ChannelAdministration(DeskDatabase database, TimeProvider clock)
{
    readonly LatestStories latest = new(database, clock);

    /// <summary>Adds the channel, with the latest stories it asked for on their way, or changes what it asks for.</summary>
    /// <param name="by">Who did it; null for the settings.</param>
    /// <returns>How many stories are on their way to it by this.</returns>
    public Task<int> SaveAsync(Subscription subscription, string? by, CancellationToken ct) => SaveAllAsync([subscription], by, ct);

    /// <summary>Adds or changes all of them, or none.</summary>
    public async Task<int> SaveAllAsync(IReadOnlyList<Subscription> subscriptions, string? by, CancellationToken ct)
    {
        await database.WriteAsync(
            async session =>
            {
                foreach (var subscription in subscriptions)
                    await SubscriptionWriter.SaveAsync(session, subscription, by, clock.GetUtcNow());
            },
            ct);
        return await latest.FillAsync(ct);
    }

    /// <summary>
    /// Changes the rules of a channel; what they hold back is decided on again. From then on they count, and not those of the settings.
    /// </summary>
    /// <returns>False where the channel gets no news.</returns>
    public Task<bool> ChangeAsync(string channel, ChannelRules rules, string? by, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            if ((await SubscriptionRows.ReadAsync(session, channel: channel)).SingleOrDefault() is not { } subscription)
                return false;
            await SubscriptionWriter.SaveAsync(session, subscription with { Rules = rules, FromSettings = false }, by, clock.GetUtcNow());
            return true;
        },
        ct);

    /// <summary>How many regular expressions the other channels of the server have.</summary>
    public Task<int> ExpressionsInOthersAsync(Subscription channel, CancellationToken ct) => database.ReadAsync(
        async session => channel.Guild is null
            ? 0
            : (await SubscriptionRows.ReadAsync(session, channel.Guild))
                .Where(other => other.Channel != channel.Channel)
                .Sum(other => other.Rules.Expressions),
        ct);

    /// <summary>Removes the channel and what was still on its way to it.</summary>
    /// <returns>False where it was not subscribed.</returns>
    public Task<bool> RemoveAsync(string channel, string? by, CancellationToken ct) => database.WriteAsync(
        session => SubscriptionWriter.RemoveAsync(session, channel, by, clock.GetUtcNow()),
        ct);

    /// <summary>Sends the latest stories that the channel's rules let through and that it never got.</summary>
    /// <returns>How many are on their way.</returns>
    public async Task<int> BackfillAsync(Subscription subscription, int count, string? by, CancellationToken ct)
    {
        await database.WriteAsync(session => LatestStories.WantAsync(session, subscription.Channel, count), ct);
        var queued = await latest.FillAsync(ct);
        var change = queued == 1 ? "backfilled 1 story" : $"backfilled {queued} stories";
        await database.WriteAsync(
            session => SubscriptionLog.NoteAsync(session, subscription.Guild, subscription.Channel, by, [change], clock.GetUtcNow()),
            ct);
        return queued;
    }
}
