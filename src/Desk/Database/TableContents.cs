using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Desk.Database;

/// <summary>A table with all of its rows, to copy it to a database of another engine.</summary>
sealed record TableContents
{
    /// <summary>In SQLite: the tables of both engines, without those of full-text indexes, and without who runs the desk.</summary>
    const string Catalog = """
        select t.name as name, c.name as column_name
        from sqlite_schema t
        join pragma_table_info(t.name) c
        where t.type = 'table'
          and t.name not like 'article\_search%' escape '\'
          and t.name not like 'article\_words%' escape '\'
          and t.name not in ('vocabulary', 'sqlite_sequence', 'leases')
        order by t.rowid, c.cid
        """;

    const string Identities = """
        select table_name::text as name, column_name::text as column_name
        from information_schema.columns
        where table_schema = current_schema
          and is_identity = 'YES'
        """;

    public required string Name { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The tables, of which a database of either engine has the same.</summary>
    public static async Task<IReadOnlyList<TableContents>> AllAsync(SqliteSession session) =>
    [
        .. (await session.QueryAsync<ColumnRow>(Catalog))
            .GroupBy(row => row.Name, row => row.ColumnName)
            .Select(table => new TableContents { Name = table.Key, Columns = [.. table] }),
    ];

    /// <summary>Has the rules between tables checked when the transaction ends, when all of their rows are there.</summary>
    public static Task DeferRulesAsync(DatabaseSession session) =>
        session.ExecuteAsync(session is SqliteSession ? "pragma defer_foreign_keys = on" : "set constraints all deferred");

    /// <summary>Has the keys of new rows begin after those of the rows that were copied. SQLite does that itself.</summary>
    public static async Task CountOnAsync(DatabaseSession session)
    {
        if (session is SqliteSession)
            return;
        foreach (var row in await session.QueryAsync<ColumnRow>(Identities))
            await session.ExecuteAsync(
                $"select setval(pg_get_serial_sequence('{row.Name}', '{row.ColumnName}'), "
                + $"(select coalesce(max({row.ColumnName}), 0) + 1 from {row.Name}), false)");
    }

    /// <summary>Replaces the table's rows by those of another database.</summary>
    public void Copy(DatabaseSession from, DatabaseSession to)
    {
        var names = Columns.Select(column => $"@{column}").ToArray();
        using var clear = to.Prepare($"delete from {Name}");
        using var insert = to.Prepare($"insert into {Name} ({string.Join(", ", Columns)}) values ({string.Join(", ", names)})");
        clear.Run();
        foreach (var row in Rows(from))
            insert.Run([.. names.Zip(row)]);
    }

    /// <summary>What the table holds, whatever the order of its rows, as a number that only tables with the same rows share.</summary>
    public TableSum Sum(DatabaseSession session)
    {
        var (count, sum) = (0L, UInt128.Zero);
        foreach (var row in Rows(session))
        {
            count++;
            sum = unchecked(sum + Hash(row));
        }

        return new(count, sum);
    }

    IEnumerable<object?[]> Rows(DatabaseSession session)
    {
        using var command = session.CreateCommand();
        command.CommandText = $"select {string.Join(", ", Columns)} from {Name}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return [.. Enumerable.Range(0, Columns.Count).Select(column => Value(reader, column))];
    }

    /// <remarks>PostgreSQL has no character 0 in a text, so that it is left out everywhere.</remarks>
    static object? Value(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => null,
        string text => text.Replace("\0", ""),
        var value => value,
    };

    static UInt128 Hash(object?[] row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[9];
        foreach (var value in row)
        {
            var bytes = value switch
            {
                null => [],
                byte[] blob => blob,
                _ => Encoding.UTF8.GetBytes(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!),
            };
            length[0] = value switch { null => 0, byte[] => 1, string => 2, _ => 3 };
            BinaryPrimitives.WriteInt64LittleEndian(length[1..], bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }

    internal sealed record ColumnRow
    {
        public required string Name { get; init; }
        public required string ColumnName { get; init; }
    }
}

/// <summary>How many rows a table has, and what they are.</summary>
readonly record struct TableSum(long Rows, UInt128 Sum);
