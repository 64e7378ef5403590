using System.Data.Common;

namespace Desk.Database;

/// <summary>What differs between the engines that can hold the desk's data.</summary>
abstract class DatabaseEngine : IDisposable
{
    /// <summary>Which database it is, for people; without secrets.</summary>
    public abstract string Name { get; }

    /// <summary>The full path of the file that holds the data; null if a server has it.</summary>
    public virtual string? File => null;

    /// <summary>What to run on a connection before a great many writes; null for nothing.</summary>
    public virtual string? BeginBulk => null;

    /// <inheritdoc cref="BeginBulk"/>
    /// <summary>What to run after them.</summary>
    public virtual string? EndBulk => null;

    /// <summary>Brings the database to today's schema.</summary>
    /// <exception cref="DatabaseException">It is no database of this program, or a newer version wrote it.</exception>
    public abstract void Migrate();

    /// <summary>A connection that isn't open yet.</summary>
    public abstract DbConnection Connection(bool isReadOnly);

    /// <summary>An open connection to the database that its name leads to now, which one that is kept open may not be on.</summary>
    /// <exception cref="DatabaseException">It isn't the one that this process has used so far.</exception>
    public abstract Task<DbConnection> ConnectAnewAsync(CancellationToken ct);

    /// <summary>Begins a transaction in which all queries see the same state.</summary>
    public abstract Task<DatabaseSession> BeginReadAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Begins a transaction while nobody else writes.</summary>
    public abstract Task<DatabaseSession> BeginWriteAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Whether it means that the statement was stopped because nobody waits for it any more.</summary>
    public abstract bool IsCanceled(DbException failure);

    public abstract DatabaseException Translated(DbException failure);

    /// <summary>What it means if the database doesn't say any more that it belongs to this process.</summary>
    public abstract DatabaseException NotOurs();

    /// <summary>Closes the connections that are kept for the next call.</summary>
    public abstract void CloseIdle();

    public abstract void Dispose();
}
