using System.Globalization;
using Npgsql;

namespace Desk.Database;

/// <summary>
/// The row that says which process runs the desk, and until when that is certain. Its statements wait for nobody who writes. No advisory
/// lock is used, because a pooler may give each transaction another session.
/// </summary>
/// <param name="notOurs">What it means if another process has it.</param>
sealed class PostgresLease(NpgsqlDataSource source, Func<DatabaseException> notOurs)
{
    /// <summary>This process, by a name that no other ever has.</summary>
    readonly string owner = RandomKey.Text();

    /// <summary>Whether this process has had it.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Takes it if it is free.</summary>
    /// <param name="abandoned">The end of a lease that nobody has renewed for too long, whatever the server's clock says.</param>
    public async Task<bool> TryTakeAsync(TimeSpan length, string? abandoned, CancellationToken ct)
    {
        await using var command = Command(
            """
            insert into leases (name, owner, epoch, until)
            values ('desk', @owner, 1, clock_timestamp() + @length)
            on conflict (name) do update
            set owner = excluded.owner, epoch = leases.epoch + 1, until = excluded.until
            where leases.owner = excluded.owner
               or leases.until < clock_timestamp()
               or leases.until::text = @abandoned
            """);
        command.Parameters.AddWithValue("length", length);
        command.Parameters.Add(new() { ParameterName = "abandoned", DataTypeName = "text", Value = (object?)abandoned ?? DBNull.Value });
        return IsTaken = await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>When it ends, by the server's clock, as the server writes it; null if nobody has ever had it.</summary>
    public async Task<string?> EndAsync(CancellationToken ct)
    {
        await using var command = Command("select until::text from leases where name = 'desk'");
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Whether any process has it now.</summary>
    public async Task<bool> IsAnyonesAsync(CancellationToken ct)
    {
        await using var command = Command("select exists (select 1 from leases where name = 'desk' and until > clock_timestamp())");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>How much of it is left, by the server's clock; negative if it has ended.</summary>
    /// <exception cref="DatabaseException">Another process has it.</exception>
    public async Task<TimeSpan> LeftAsync(CancellationToken ct)
    {
        await using var command = Command(
            "select extract(epoch from until - clock_timestamp()) from leases where name = 'desk' and owner = @owner");
        var seconds = await command.ExecuteScalarAsync(ct) ?? throw notOurs();
        return TimeSpan.FromSeconds(Convert.ToDouble(seconds, CultureInfo.InvariantCulture));
    }

    /// <summary>Extends it. If it ended and nobody took it, it is this process's again.</summary>
    /// <exception cref="DatabaseException">Another process has it.</exception>
    public async Task<bool> RenewAsync(TimeSpan length, CancellationToken ct)
    {
        await using var command = Command("update leases set until = clock_timestamp() + @length where name = 'desk' and owner = @owner");
        command.Parameters.AddWithValue("length", length);
        return await command.ExecuteNonQueryAsync(ct) > 0 ? true : throw notOurs();
    }

    /// <summary>Ends it now, so that another process can take it at once.</summary>
    public async Task<bool> ReleaseAsync(CancellationToken ct)
    {
        await using var command = Command(
            "update leases set until = clock_timestamp() - interval '1 second' where name = 'desk' and owner = @owner");
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>Whether this process had it and another has it now, within a transaction.</summary>
    public async Task<bool> IsLostAsync(PostgresSession session)
    {
        if (!IsTaken)
            return false;
        await using var command = session.CreateCommand();
        command.CommandText = "select owner from leases where name = 'desk'";
        return (string?)await command.ExecuteScalarAsync() != owner;
    }

    NpgsqlCommand Command(string sql)
    {
        var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("owner", owner);
        return command;
    }
}
