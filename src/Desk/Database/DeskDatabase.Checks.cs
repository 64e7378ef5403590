using Dapper;
using Microsoft.Data.Sqlite;

namespace Desk.Database;

/// <content>Whether the file is still the one that this process writes to.</content>
public sealed partial class DeskDatabase
{
    /// <summary>Keeps the engine's own files where they are while <see cref="CheckAsync"/> looks for them.</summary>
    SqliteConnection? keeper;

    /// <summary>Whether the file that the path leads to is still the one that this process writes to.</summary>
    /// <param name="isOurs">Whether it holds what this process wrote last.</param>
    /// <exception cref="DatabaseException">It isn't, or it can't be read.</exception>
    internal Task CheckAsync(Func<DatabaseSession, Task<bool>> isOurs, CancellationToken ct) => Task.Run(
        () => TranslatedAsync(
            async () =>
            {
                keeper ??= await OpenAsync(ct);
                if (OpenFiles.Fault(DatabasePath.Of(Path)) is { } fault)
                    throw Gone(fault);
                await using var connection = await OpenAsync(ct);
                await using var session = new DatabaseSession(connection, connection.BeginTransaction(deferred: true));
                return await isOurs(session) ? true : throw Gone("was replaced");
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
    /// and place, and the log would hide it.
    /// </summary>
    /// <param name="isOurs">Gets null if the file can't be read.</param>
    /// <exception cref="DatabaseException">It doesn't.</exception>
    internal Task CheckContentAsync<TContent>(
        Func<DatabaseSession, Task<TContent?>> read, Func<TContent?, bool> isOurs, CancellationToken ct)
        where TContent : class => InTurnAsync(
        async () =>
        {
            // Another process may move its part of the log to the file just now.
            if (!isOurs(await ContentAsync(read, ct)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
                if (!isOurs(await ContentAsync(read, ct)))
                    throw Gone("was replaced");
            }

            return true;
        },
        ct);

    async Task<TContent?> ContentAsync<TContent>(Func<DatabaseSession, Task<TContent?>> read, CancellationToken ct)
        where TContent : class
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = $"{new Uri(DatabasePath.Of(Path)).AbsoluteUri}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        await using var connection = new SqliteConnection(builder.ToString());
        try
        {
            await connection.OpenAsync(ct);
            await using var session = new DatabaseSession(connection, connection.BeginTransaction(deferred: true));
            return await read(session);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Opens the file that the path leads to now, which a connection from the pool may not be on.</summary>
    async Task<SqliteConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(checkConnectionString);
        await connection.OpenAsync(ct);
        // The engine opens its files when it reads first.
        using var command = new SqliteCommand("select count(*) from sqlite_schema", connection);
        return (long)command.ExecuteScalar()! > 0 ? connection : throw Gone("was emptied");
    }

    DatabaseException Gone(string fault) => new(
        DatabaseProblem.Gone,
        $"{Path} {fault}. The bot stops, so that nothing more is written to a file that is lost. "
        + "Put the file back, or a backup, and start the bot again.");
}
