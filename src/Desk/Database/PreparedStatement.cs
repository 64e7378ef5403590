using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Desk.Database;

/// <summary>
/// A statement that is prepared once and run many times, inside a transaction. It binds and steps SQLite's own statement:
/// a command makes a reader and boxes each value for every run, which is most of what a short statement takes.
/// </summary>
sealed class PreparedStatement : IDisposable
{
    readonly sqlite3 database;
    readonly sqlite3_stmt statement;

    /// <summary>The index of each parameter, in the order in which they are passed: most statements run from only one place.</summary>
    readonly List<(string Name, int Index)> found = [];

    public PreparedStatement(DatabaseSession session, string sql)
    {
        database = session.Sqlite.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public void Run(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        while (Step())
        {
            // Its rows are not needed.
        }
    }

    /// <summary>Runs an insert.</summary>
    /// <returns>
    /// The new row's key. A returning clause would build a table for it in each run, which takes longer than the insert.
    /// </returns>
    public long Inserted(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Run(parameters);
        return raw.sqlite3_last_insert_rowid(database);
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>Whether it changed any row.</returns>
    public bool Changes(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Run(parameters);
        return raw.sqlite3_changes(database) > 0;
    }

    /// <summary>All rows that a query finds.</summary>
    public List<T> Rows<T>(Func<PreparedRow, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Bind(parameters);
        var rows = new List<T>();
        while (Step())
            rows.Add(row(new(statement)));
        return rows;
    }

    public void Dispose() => statement.Dispose();

    void Bind(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (i == found.Count)
                found.Add(default);
            var (name, value) = parameters[i];
            if (!ReferenceEquals(found[i].Name, name))
                found[i] = (name, IndexOf(name));
            Check(Bind(found[i].Index, value));
        }
    }

    /// <summary>A parameter that SQLite doesn't know is a bug in the statement.</summary>
    int IndexOf(string name) =>
        raw.sqlite3_bind_parameter_index(statement, name) is > 0 and var index
            ? index
            : throw new ArgumentException($"The statement has no {name}.");

    int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        string text => BindText(index, text),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        IConvertible number => raw.sqlite3_bind_int64(statement, index, number.ToInt64(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"{value.GetType().Name} is none of the kinds that the database keeps."),
    };

    int BindText(int index, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, index, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Whether there is a row; after the last one, or a failure, the statement is ready for its next run.</summary>
    bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
            return true;
        var reset = raw.sqlite3_reset(statement);
        Check(result == raw.SQLITE_DONE ? reset : result);
        return false;
    }

    void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}

/// <summary>The current row of a query.</summary>
readonly ref struct PreparedRow(sqlite3_stmt statement)
{
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public bool Flag(int column) => Number(column) != 0;

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset Time(int column) => UtcText.Parse(Text(column));

    public int? NumberOrNull(int column) => IsNull(column) ? null : (int)Number(column);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public Uri? LinkOrNull(int column) => IsNull(column) ? null : new(Text(column));

    bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
}
