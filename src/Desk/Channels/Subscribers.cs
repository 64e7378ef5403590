using Dapper;
using Desk.Database;

namespace Desk.Channels;

/// <summary>All subscriptions, cached until one changes: each story is decided for each of them.</summary>
sealed class Subscribers
{
    long read = -1;
    IReadOnlyList<Subscription> all = [];

    public async Task<IReadOnlyList<Subscription>> AllAsync(DatabaseSession session)
    {
        var version = await session.QuerySingleAsync<long>("select version from subscriptions_version");
        if (version != read)
            (all, read) = (await SubscriptionRows.ReadAsync(session), version);
        return all;
    }

    /// <summary>Records that subscriptions changed, in the transaction that changes them.</summary>
    public static Task ChangedAsync(DatabaseSession session) =>
        session.ExecuteAsync("update subscriptions_version set version = version + 1");
}
