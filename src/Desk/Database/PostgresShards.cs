using Npgsql;

namespace Desk.Database;

/// <summary>
/// The rows about the gateway's shards that the processes on a server share. Nobody who writes keeps these statements waiting.
/// </summary>
sealed class PostgresShards(NpgsqlDataSource source, string owner)
{
    /// <summary>Settles how many there are. While other processes run, it stays as they have it.</summary>
    public async Task<int> SettleAsync(int count, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            lock table shards in share row exclusive mode;
            delete from shards where count <> @count and not exists (select 1 from processes where owner <> @owner);
            insert into shards (id, count)
            select id, @count
            from generate_series(0, @count - 1) as id
            where not exists (select 1 from shards);
            select max(count) from shards
            """,
            connection,
            transaction);
        command.Parameters.AddWithValue("count", count);
        command.Parameters.AddWithValue("owner", owner);
        var settled = (int)(await command.ExecuteScalarAsync(ct))!;
        await transaction.CommitAsync(ct);
        return settled;
    }

    /// <summary>Where a shard's session stopped; null if there is none to resume.</summary>
    public async Task<KeptSession?> SessionAsync(int id, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "select session_id, sequence, resume_url from shards where id = @id and session_id is not null");
        command.Parameters.AddWithValue("id", id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new(reader.GetString(0), reader.GetInt32(1), reader.GetString(2)) : null;
    }

    /// <summary>Notes where sessions are now, of shards that this process has.</summary>
    public async Task<int> SaveAsync(IReadOnlyDictionary<int, KeptSession?> sessions, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            update shards
            set session_id = kept.session_id, sequence = kept.sequence, resume_url = kept.resume_url
            from unnest(@ids, @sessions, @sequences, @urls) as kept (id, session_id, sequence, resume_url)
            where shards.id = kept.id
              and exists (select 1 from leases where name = 'shard ' || kept.id and owner = @owner)
            """);
        command.Parameters.AddWithValue("owner", owner);
        command.Parameters.AddWithValue("ids", sessions.Keys.ToArray());
        command.Parameters.AddWithValue("sessions", sessions.Values.Select(one => one?.Id).ToArray());
        command.Parameters.AddWithValue("sequences", sessions.Values.Select(one => one?.Sequence).ToArray());
        command.Parameters.AddWithValue("urls", sessions.Values.Select(one => one?.ResumeUrl).ToArray());
        return await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>A session of the gateway, as another process needs it to go on.</summary>
/// <param name="Sequence">Of the last event that was handled.</param>
public sealed record KeptSession(string Id, int Sequence, string ResumeUrl);
