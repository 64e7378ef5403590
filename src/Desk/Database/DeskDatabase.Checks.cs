using Dapper;

namespace Desk.Database;

/// <content>Whether the database is still the one that this process writes to.</content>
public sealed partial class DeskDatabase
{
    /// <summary>Whether the database that the name leads to is still the one that this process writes to.</summary>
    /// <param name="isOurs">Whether it holds what this process wrote last.</param>
    /// <exception cref="DatabaseException">It isn't, or it can't be read.</exception>
    internal Task CheckAsync(Func<DatabaseSession, Task<bool>> isOurs, CancellationToken ct) => Task.Run(
        () => TranslatedAsync(
            async () =>
            {
                await using var connection = await engine.ConnectAnewAsync(ct);
                await using var session = await engine.BeginReadAsync(connection, ct);
                return await isOurs(session) ? true : throw engine.NotOurs();
            },
            ct),
        ct);

    /// <summary>Writes a row to the disk and takes it back, to learn whether the lock, the disk, and the rights allow that.</summary>
    /// <exception cref="DatabaseException">They don't.</exception>
    public Task TryWriteAsync(CancellationToken ct) => WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("insert into leases (name, owner, epoch) values ('probe', '', 0)");
            await session.ExecuteAsync("delete from leases where name = 'probe'");
        },
        ct);

    /// <summary>
    /// Whether the file itself, without the log beside it, holds what it held before. A copy that was written over it has the same name
    /// and place, and the log would hide it. A server's database has no such file.
    /// </summary>
    /// <param name="isOurs">Gets null if the file can't be read.</param>
    /// <exception cref="DatabaseException">It doesn't.</exception>
    internal Task CheckContentAsync<TContent>(
        Func<DatabaseSession, Task<TContent?>> read, Func<TContent?, bool> isOurs, CancellationToken ct)
        where TContent : class => engine is not SqliteEngine file ? Task.CompletedTask : InTurnAsync(
        async () =>
        {
            // Another process may move its part of the log to the file just now.
            if (!isOurs(await file.ContentAsync(read, ct)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
                if (!isOurs(await file.ContentAsync(read, ct)))
                    throw file.NotOurs();
            }

            return true;
        },
        ct);
}
