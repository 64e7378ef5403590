using Dapper;
using Desk.Database;
using Microsoft.Extensions.Time.Testing;

namespace Desk.Tests.Database;

/// <summary>Two processes on one server: here, two connections of one process, which know nothing of each other.</summary>
[Trait("Engine", "SQLite")]
public sealed class DeskLeaseTests : IDisposable
{
    readonly EmptyDatabase server = EmptyDatabase.OnServer();
    readonly FakeTimeProvider clock = new();
    readonly DeskDatabase first;
    readonly DeskDatabase second;

    public DeskLeaseTests() => (first, second) = (new(server.Place), new(server.Place));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Second_stands_by_and_takes_over_when_the_first_gives_up()
    {
        var lease = await TakenAsync(first);
        var (takeover, standsBy) = Take(second);
        await standsBy;

        await lease.ReleaseAsync(Ct);
        await UntilAsync(takeover);

        Assert.True((await takeover).IsHeld);
    }

    [Fact]
    public async Task Lease_that_ended_is_taken_and_its_owner_can_write_nothing_more()
    {
        await TakenAsync(first);
        var lost = new List<DatabaseException>();
        first.Lost += lost.Add;
        // As after a time in which its owner was frozen.
        await SetEndAsync("clock_timestamp() - interval '1 second'");

        await TakenAsync(second);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => WriteAsync(first));
        Assert.Equal((DatabaseProblem.InUse, true), (refused.Problem, refused.IsFinal));
        Assert.Equal([refused], lost);
        await WriteAsync(second);
    }

    [Fact]
    public async Task Request_may_begin_only_while_the_lease_is_held()
    {
        var lease = await TakenAsync(first);
        Assert.InRange(await lease.LeftAsync(Ct), TimeSpan.FromSeconds(1), DeskLease.Length);

        await SetEndAsync("clock_timestamp() - interval '1 second'");
        await TakenAsync(second);

        await Assert.ThrowsAsync<DatabaseException>(() => lease.LeftAsync(Ct));
        await Assert.ThrowsAsync<DatabaseException>(() => lease.RenewAsync(Ct));
    }

    [Fact]
    public async Task Lease_that_ended_but_that_nobody_took_goes_on()
    {
        var lease = await TakenAsync(first);
        // As after a time in which the server was down, or after its clock was set forward.
        await SetEndAsync("clock_timestamp() - interval '1 hour'");

        Assert.InRange(await lease.LeftAsync(Ct), TimeSpan.FromSeconds(1), DeskLease.Length);
    }

    [Fact]
    public async Task Servers_clock_that_was_set_back_promises_nobody_more_than_the_length_of_a_lease()
    {
        var lease = await TakenAsync(first);
        await SetEndAsync("clock_timestamp() + interval '1 hour'");

        Assert.InRange(await lease.LeftAsync(Ct), TimeSpan.FromSeconds(1), DeskLease.Length);
    }

    [Fact]
    public async Task Lease_of_a_dead_process_is_taken_even_if_the_servers_clock_was_set_back()
    {
        await TakenAsync(first);
        await SetEndAsync("clock_timestamp() + interval '1 hour'");
        var (takeover, standsBy) = Take(second);
        await standsBy;

        await UntilAsync(takeover);

        Assert.True((await takeover).IsHeld);
    }

    [Fact]
    public async Task Lease_that_is_renewed_is_not_taken_however_long_others_wait()
    {
        var lease = await TakenAsync(first);
        var (takeover, standsBy) = Take(second);
        await standsBy;

        for (var seconds = 0; seconds < 60; seconds++)
        {
            await lease.RenewAsync(Ct);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(takeover.IsCompleted);
        await lease.ReleaseAsync(Ct);
        await UntilAsync(takeover);
    }

    [Fact]
    public async Task Lease_waits_for_nobody_who_writes()
    {
        var lease = await TakenAsync(first);

        await second.WriteAsync(_ => lease.RenewAsync(Ct), Ct);

        Assert.True(lease.IsHeld);
    }

    async Task<DeskLease> TakenAsync(DeskDatabase database)
    {
        var lease = new DeskLease(database, clock);
        await lease.TakeAsync(standBy: () => Assert.Fail("Another process has the lease."), Ct);
        return lease;
    }

    (Task<DeskLease> Takeover, Task StandsBy) Take(DeskDatabase database)
    {
        var (lease, standsBy) = (new DeskLease(database, clock), new TaskCompletionSource());
        return (TakeAsync(), standsBy.Task);

        async Task<DeskLease> TakeAsync()
        {
            await lease.TakeAsync(standsBy.SetResult, Ct);
            return lease;
        }
    }

    /// <summary>Lets time pass until it is done.</summary>
    async Task UntilAsync(Task done)
    {
        for (; !done.IsCompleted; await Task.Yield())
            clock.Advance(TimeSpan.FromMilliseconds(100));
    }

    Task<int> SetEndAsync(string end) => second.WriteAsync(
        session => session.ExecuteAsync($"update leases set until = {end} where name = 'desk'"), Ct);

    static Task<int> WriteAsync(DeskDatabase database) => database.WriteAsync(session => session.ExecuteAsync("delete from presets"), Ct);

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        server.Dispose();
    }
}
