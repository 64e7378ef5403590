using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>All subscriptions, kept in memory and read again when any changed: each story is decided for each of them.</summary>
sealed class Subscribers
{
    long read = -1;
    IReadOnlyList<Subscription> all = [];

    public async Task<IReadOnlyList<Subscription>> AllAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        var version = await connection.QuerySingleAsync<long>("select version from subscriptions_version", param: null, transaction);
        if (version != read)
            (all, read) = (await SubscriptionRows.ReadAsync(connection, transaction), version);
        return all;
    }

    /// <summary>Says that subscriptions changed, in the transaction that changes them.</summary>
    public static Task ChangedAsync(SqliteConnection connection, SqliteTransaction transaction) =>
        connection.ExecuteAsync("update subscriptions_version set version = version + 1", param: null, transaction);
}
