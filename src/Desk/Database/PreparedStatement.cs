namespace Desk.Database;

/// <summary>A statement that is prepared once and run many times, inside a transaction.</summary>
abstract class PreparedStatement : IDisposable
{
    /// <summary>Runs a statement whose rows, if it has any, are not needed.</summary>
    public abstract void Run(params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>Runs an insert.</summary>
    /// <returns>The new row's key.</returns>
    public abstract long Inserted(params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>Runs a statement.</summary>
    /// <returns>Whether it changed any row.</returns>
    public abstract bool Changes(params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>All rows that a query finds.</summary>
    public abstract List<T> Rows<T>(Func<PreparedRow, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters);

    public abstract void Dispose();
}

/// <summary>The current row of a query.</summary>
abstract class PreparedRow
{
    public abstract long Number(int column);

    public abstract string Text(int column);

    protected abstract bool IsNull(int column);

    public bool Flag(int column) => Number(column) != 0;

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset Time(int column) => UtcText.Parse(Text(column));

    public int? NumberOrNull(int column) => IsNull(column) ? null : (int)Number(column);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public Uri? LinkOrNull(int column) => IsNull(column) ? null : new(Text(column));
}
