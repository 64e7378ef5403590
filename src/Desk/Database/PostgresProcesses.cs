using System.Data;
using Npgsql;

namespace Desk.Database;

/// <summary>
/// The rows that say which processes run on a server's database, until when that is certain, and what each of them holds. A process whose
/// row is deleted has lost everything at once. These statements wait for nobody who writes what the desk knows. No advisory lock is used,
/// because a pooler may give each transaction another session.
/// </summary>
/// <param name="notOurs">What it means if this process's row is gone.</param>
sealed class PostgresProcesses(NpgsqlDataSource source, Func<DatabaseException> notOurs)
{
    /// <summary>The lease of who wants the database to itself.</summary>
    const string Everything = "everything";

    const string Taking = """
        insert into leases (name, owner, epoch)
        select name, @owner, 1
        from unnest(@names) as name
        where exists (select 1 from processes where owner = @owner)
        order by name
        on conflict (name) do update
        set owner = excluded.owner, epoch = leases.epoch + 1
        where leases.owner = excluded.owner
           or not exists (select 1 from processes where owner = leases.owner)
        returning name
        """;

    bool hasJoined;

    /// <summary>This process, by a name that no other ever has.</summary>
    public string Owner { get; } = RandomKey.Text();

    /// <summary>Whether this process may write: it has its row, or never had one. For the beginning of a transaction.</summary>
    public string MayWrite => hasJoined ? $"select exists (select 1 from processes where owner = '{Owner}')" : "select true";

    /// <summary>Adds this process, unless another one has the database to itself.</summary>
    /// <param name="name">For people.</param>
    public async Task<bool> TryJoinAsync(string name, TimeSpan length, CancellationToken ct) => hasJoined = await AloneAsync(
        $"""
        insert into processes (owner, name, until)
        select @owner, @name, clock_timestamp() + @length
        where not exists (select 1 from leases l join processes p on p.owner = l.owner where l.name = '{Everything}')
        on conflict (owner) do update set until = excluded.until
        """,
        ct,
        new("name", name),
        new("length", length));

    /// <summary>Has no other process join from now on.</summary>
    public Task<bool> TryTakeEverythingAsync(CancellationToken ct) =>
        AloneAsync(Taking, ct, new NpgsqlParameter("names", new[] { Everything }));

    /// <summary>How much time it has left, by the server's clock; negative if it has ended, and another process may remove it.</summary>
    /// <exception cref="DatabaseException">Another process has removed it.</exception>
    public async Task<TimeSpan> LeftAsync(CancellationToken ct)
    {
        await using var command = Command(
            "select extract(epoch from until - clock_timestamp())::float8 from processes where owner = @owner");
        return TimeSpan.FromSeconds((double)(await command.ExecuteScalarAsync(ct) ?? throw notOurs()));
    }

    /// <summary>Extends its time, also if that has ended and nobody has removed it.</summary>
    /// <exception cref="DatabaseException">Another process has removed it.</exception>
    public async Task<bool> RenewAsync(TimeSpan length, CancellationToken ct)
    {
        await using var command = Command(
            "update processes set until = clock_timestamp() + @length where owner = @owner", new NpgsqlParameter("length", length));
        return await command.ExecuteNonQueryAsync(ct) > 0 ? true : throw notOurs();
    }

    /// <summary>Removes this process; what it held is free at once.</summary>
    public async Task<bool> LeaveAsync(CancellationToken ct)
    {
        await using var command = Command("delete from processes where owner = @owner");
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>Removes processes, unless they have renewed their time since they were looked at.</summary>
    public async Task<int> RemoveAsync(IReadOnlyCollection<ProcessState> dead, CancellationToken ct)
    {
        await using var command = Command(
            "delete from processes where owner <> @owner and owner || until::text = any(@dead)",
            new NpgsqlParameter("dead", dead.Select(one => one.Owner + one.End).ToArray()));
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The processes and what they hold, the one that started first at the beginning.</summary>
    public async Task<IReadOnlyList<ProcessState>> AllAsync(CancellationToken ct)
    {
        await using var command = Command(
            """
            select p.owner, p.name, p.started_at, p.until::text, p.until > clock_timestamp(), p.requests, p.is_busy, p.rejected,
                   coalesce(array_agg(l.name order by l.name) filter (where l.name is not null), '{}'), clock_timestamp()
            from processes p
            left join leases l on l.owner = p.owner
            group by p.owner
            order by p.started_at, p.owner
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<ProcessState>();
        while (await reader.ReadAsync(ct))
        {
            all.Add(new()
            {
                Owner = reader.GetString(0),
                Name = reader.GetString(1),
                StartedAt = reader.GetFieldValue<DateTimeOffset>(2),
                End = reader.GetString(3),
                IsAlive = reader.GetBoolean(4),
                Requests = reader.GetInt32(5),
                IsBusy = reader.GetInt32(6) == 1,
                Rejected = reader.GetInt32(7),
                Leases = reader.GetFieldValue<string[]>(8),
                SeenAt = reader.GetFieldValue<DateTimeOffset>(9),
            });
        }

        return all;
    }

    /// <summary>Takes those leases that no other process has.</summary>
    /// <returns>Which ones.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        await using var command = Command(Taking, new NpgsqlParameter("names", names.ToArray()));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var taken = new List<string>();
        while (await reader.ReadAsync(ct))
            taken.Add(reader.GetString(0));
        return taken;
    }

    /// <summary>Frees leases for another process.</summary>
    public async Task<int> ReleaseAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        await using var command = Command(
            "update leases set owner = '' where owner = @owner and name = any(@names)", new NpgsqlParameter("names", names.ToArray()));
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes a turn that all processes share; it ends by itself if this process doesn't end it.</summary>
    public async Task<bool> TryTurnAsync(string name, TimeSpan atMost, CancellationToken ct)
    {
        await using var command = Command(
            """
            insert into leases (name, owner, epoch, until)
            values (@name, @owner, 1, clock_timestamp() + @length)
            on conflict (name) do update
            set owner = excluded.owner, epoch = leases.epoch + 1, until = excluded.until
            where leases.until not between clock_timestamp() and clock_timestamp() + @length
            """,
            new("name", name),
            new("length", atMost));
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>Leaves the turn to the next process, after a time.</summary>
    public async Task<int> EndTurnAsync(string name, TimeSpan after, CancellationToken ct)
    {
        await using var command = Command(
            "update leases set until = clock_timestamp() + @after where name = @name and owner = @owner",
            new("name", name),
            new("after", after));
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Notes how many of the requests a second are this process's, if the others leave so many.</summary>
    /// <param name="total">What all processes may have together.</param>
    public Task<bool> TryShareAsync(int requests, int total, bool isBusy, int rejected, CancellationToken ct) => AloneAsync(
        """
        update processes
        set requests = @requests, is_busy = @busy, rejected = @rejected
        where owner = @owner
          and @requests + (select coalesce(sum(requests), 0) from processes where owner <> @owner) <= @total
        """,
        ct,
        new("requests", requests),
        new("total", total),
        new("busy", isBusy ? 1 : 0),
        new("rejected", rejected));

    /// <summary>One statement, while no other process joins or shares.</summary>
    /// <returns>Whether it changed anything.</returns>
    async Task<bool> AloneAsync(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await using (var turn = new NpgsqlCommand("lock table processes in share row exclusive mode", connection, transaction))
            await turn.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.AddWithValue("owner", Owner);
        command.Parameters.AddRange(parameters);
        var changed = await command.ExecuteNonQueryAsync(ct) > 0;
        await transaction.CommitAsync(ct);
        return changed;
    }

    NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("owner", Owner);
        command.Parameters.AddRange(parameters);
        return command;
    }
}

/// <summary>A process that runs on the database, when it was last looked at.</summary>
public sealed record ProcessState
{
    /// <summary>By a name that no other process ever has.</summary>
    public required string Owner { get; init; }

    /// <summary>For people: its machine, and its number there.</summary>
    public required string Name { get; init; }

    /// <summary>By the server's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until when it is certain that it runs, as the server writes it.</summary>
    internal string End { get; init; } = "";

    /// <summary>When this was read, by the server's clock.</summary>
    internal DateTimeOffset SeenAt { get; init; }

    /// <summary>Whether the end was still to come then.</summary>
    internal bool IsAlive { get; init; }

    /// <summary>What it holds, such as <c>desk</c>.</summary>
    public required IReadOnlyList<string> Leases { get; init; }

    /// <summary>How many of the requests that Discord allows the bot in a second are this process's.</summary>
    public int Requests { get; init; }

    /// <summary>Whether it has a use for more.</summary>
    public bool IsBusy { get; init; }

    /// <summary>How many of its requests Discord rejected in the last ten minutes.</summary>
    public int Rejected { get; init; }
}
