using Dapper;
using Desk.Database;
using Microsoft.Data.Sqlite;

namespace Desk.Tests.Database;

/// <summary>What every caller of <c>ReadAsync</c> and <c>WriteAsync</c> relies on, with real locks on a real file.</summary>
[Trait("Engine", "SQLite")]
public sealed class DatabaseDoorTests : IDisposable
{
    readonly TestDesk desk = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_does_not_wait_for_the_write_lock()
    {
        await using var other = await LockAsync();

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Write_that_waits_for_the_lock_does_not_block_its_caller()
    {
        var other = await LockAsync();

        var write = AddAsync("late");
        Assert.False(write.IsCompleted);
        await other.DisposeAsync();
        await write;

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Write_that_waits_for_the_lock_can_be_canceled()
    {
        await using var other = await LockAsync();
        using var canceled = new CancellationTokenSource();

        var write = desk.Database.WriteAsync(session => session.ExecuteAsync("delete from topics"), canceled.Token);
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
    }

    [Fact]
    public async Task Long_query_can_be_canceled()
    {
        using var canceled = new CancellationTokenSource();
        var started = new TaskCompletionSource();

        var read = desk.Database.ReadAsync(
            session =>
            {
                started.SetResult();
                return session.QuerySingleAsync<long>(
                    "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n");
            },
            canceled.Token);
        await started.Task;
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task Write_that_throws_is_rolled_back()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("insert into topics (name, slug) values ('x', 'x')");
                throw new InvalidOperationException("after the insert");
            },
            Ct));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Writes_take_turns()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AddAsync($"topic {i}")));

        Assert.Equal(20, await CountAsync());
    }

    [Fact]
    public async Task Read_cannot_write()
    {
        var refused = await Assert.ThrowsAsync<DatabaseException>(() =>
            desk.Database.ReadAsync(session => session.ExecuteAsync("delete from topics"), Ct));

        Assert.Equal(DatabaseProblem.Unreachable, refused.Problem);
    }

    [Fact]
    public async Task Damaged_database_is_an_error_with_a_remedy()
    {
        await AddAsync("one");
        using (var connection = new SqliteConnection($"Data Source={desk.DatabaseFile}"))
        {
            await connection.OpenAsync(Ct);
            await connection.ExecuteAsync("pragma wal_checkpoint(truncate)");
        }

        using (var file = File.OpenWrite(desk.DatabaseFile))
        {
            file.Position = 4096;
            file.Write(new byte[(int)file.Length - 4096]);
        }

        desk.Database.CloseIdle();
        var damaged = await Assert.ThrowsAsync<DatabaseException>(() => desk.TitlesAsync());

        Assert.Equal(DatabaseProblem.Corrupt, damaged.Problem);
        Assert.StartsWith(desk.DatabaseFile, damaged.Message, StringComparison.Ordinal);
        Assert.Contains("restore a backup", damaged.Message);
    }

    public void Dispose() => desk.Dispose();

    Task<int> AddAsync(string name) => desk.Database.WriteAsync(
        session => session.ExecuteAsync("insert into topics (name, slug) values (@name, @name)", new { name }),
        Ct);

    Task<int> CountAsync() => desk.Database.ReadAsync(session => session.QuerySingleAsync<int>("select count(*) from topics"), Ct);

    /// <summary>As another process would hold it: on a connection of its own.</summary>
    async Task<SqliteConnection> LockAsync()
    {
        var connection = new SqliteConnection($"Data Source={desk.DatabaseFile};Pooling=False");
        await connection.OpenAsync(Ct);
        await connection.ExecuteAsync("begin immediate");
        return connection;
    }
}
