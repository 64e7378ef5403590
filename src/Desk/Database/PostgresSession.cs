using System.Data.Common;
using Npgsql;

namespace Desk.Database;

/// <summary>
/// A transaction in PostgreSQL. Writes that nobody waits for are sent together with the next statement whose result somebody needs: each
/// way to the server and back takes longer than a short statement.
/// </summary>
sealed class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    : DatabaseSession(connection, transaction)
{
    const int MostWaiting = 1000;

    readonly List<NpgsqlBatchCommand> waiting = [];

    public override PreparedStatement Prepare(string sql) => new PostgresStatement(this, PostgresSql.Of(sql));

    public override async Task CommitAsync(CancellationToken ct)
    {
        Flush();
        await base.CommitAsync(ct);
    }

    /// <summary>Runs a statement now or later in the transaction, after those that came before.</summary>
    public void Add(NpgsqlBatchCommand command)
    {
        waiting.Add(command);
        if (waiting.Count >= MostWaiting)
            Flush();
    }

    /// <summary>Sends what waits, and then this statement.</summary>
    /// <returns>What its rows are read from; of the statements before it, none has rows.</returns>
    public NpgsqlDataReader Read(NpgsqlBatchCommand command)
    {
        ct.ThrowIfCancellationRequested();
        waiting.Add(command);
        using var batch = Batch();
        return batch.ExecuteReader();
    }

    /// <summary>Sends what waits.</summary>
    public void Flush()
    {
        ct.ThrowIfCancellationRequested();
        if (waiting.Count == 0)
            return;
        using var batch = Batch();
        batch.ExecuteNonQuery();
    }

    protected override DbCommand CreateDbCommand() => new PostgresCommand(EngineCommand(), this, ct);

    NpgsqlBatch Batch()
    {
        var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in waiting)
            batch.BatchCommands.Add(command);
        waiting.Clear();
        return batch;
    }
}
