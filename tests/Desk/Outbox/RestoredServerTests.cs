using Dapper;
using Desk.Database;
using Desk.Outbox;

namespace Desk.Tests.Outbox;

/// <summary>A server's database has no file beside it that knows when it is older: the operator says so.</summary>
[Trait("Engine", "SQLite")]
public sealed class RestoredServerTests : IDisposable
{
    readonly EmptyDatabase server = EmptyDatabase.OnServer();
    readonly DeskDatabase database;

    public RestoredServerTests() => database = new(server.Place);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_process_goes_on_with_what_the_last_one_knew()
    {
        await BeginAsync();

        Assert.Null((await TakenAsync()).Restored);
    }

    [Fact]
    public async Task Database_that_lost_its_incarnation_is_taken_for_restored_with_the_newest_message_that_it_knows()
    {
        await BeginAsync();
        await database.WriteAsync(session => session.ExecuteAsync("delete from incarnations"), Ct);

        Assert.Equal("10", (await TakenAsync()).Restored?.NewestMessage);
    }

    async Task BeginAsync()
    {
        Assert.Null((await TakenAsync()).Restored);
        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                insert into deliveries (channel, kind, subject_id, state, due_at, created_at, message)
                values ('42', 'story', 1, 'sent', '2026-11-24T12:00:00.000Z', '2026-11-24T12:00:00.000Z', '9'),
                       ('42', 'story', 2, 'sent', '2026-11-24T12:00:00.000Z', '2026-11-24T12:00:00.000Z', '10')
                """),
            Ct);
    }

    async Task<OutboxLease> TakenAsync()
    {
        var lease = new OutboxLease(database, new(database, TimeProvider.System));
        await lease.TakeAsync(Ct);
        return lease;
    }

    public void Dispose()
    {
        database.Dispose();
        server.Dispose();
    }
}
