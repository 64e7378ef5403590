using Dapper;
using Desk.Database;
using Microsoft.Extensions.Time.Testing;

namespace Desk.Tests.Database;

/// <summary>Processes on one server: here, connections of one process, which know nothing of each other.</summary>
[Trait("Engine", "SQLite")]
public sealed class DeskProcessTests : IDisposable
{
    readonly EmptyDatabase server = EmptyDatabase.OnServer();
    readonly FakeTimeProvider clock = new();
    readonly DeskDatabase first;
    readonly DeskDatabase second;

    public DeskProcessTests() => (first, second) = (new(server.Place), new(server.Place));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Desk_is_free_at_once_when_its_process_leaves()
    {
        var (one, two) = (await JoinedAsync(first), await JoinedAsync(second));
        Assert.True(await new DeskLease(one).TryTakeAsync(Ct));
        var lease = new DeskLease(two);
        Assert.False(await lease.TryTakeAsync(Ct));

        await one.LeaveAsync(Ct);

        Assert.True(await lease.TryTakeAsync(Ct));
        Assert.True(lease.IsHeld);
    }

    [Fact]
    public async Task Process_whose_time_ended_is_removed_and_can_write_nothing_more()
    {
        var (one, two) = (await JoinedAsync(first), await JoinedAsync(second));
        await new DeskLease(one).TryTakeAsync(Ct);
        var lost = new List<DatabaseException>();
        first.Lost += lost.Add;

        // As after a time in which it was frozen.
        await UntilRemovedAsync(two);

        Assert.True(await new DeskLease(two).TryTakeAsync(Ct));
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => WriteAsync(first));
        Assert.Equal((DatabaseProblem.InUse, true), (refused.Problem, refused.IsFinal));
        Assert.Equal([refused], lost);
        await WriteAsync(second);
    }

    [Fact]
    public async Task Request_may_begin_only_while_its_process_has_time_left()
    {
        var (one, two) = (await JoinedAsync(first), await JoinedAsync(second));
        Assert.InRange(await one.LeftAsync(Ct), TimeSpan.FromSeconds(1), DeskProcess.Length);

        await UntilRemovedAsync(two);

        await Assert.ThrowsAsync<DatabaseException>(() => one.LeftAsync(Ct));
        await Assert.ThrowsAsync<DatabaseException>(() => one.RenewAsync(Ct));
        Assert.Empty(await one.TakeAsync(["desk"], Ct));
    }

    [Fact]
    public async Task Process_whose_time_ended_but_that_nobody_removed_goes_on()
    {
        var one = await JoinedAsync(first);
        // As after a time in which the server was down, or after its clock was set forward.
        await SetEndAsync(one, "clock_timestamp() - interval '1 hour'");

        Assert.InRange(await one.LeftAsync(Ct), TimeSpan.FromSeconds(1), DeskProcess.Length);
    }

    [Fact]
    public async Task Servers_clock_that_was_set_back_promises_nobody_more_than_the_length_of_a_lease()
    {
        var one = await JoinedAsync(first);
        await SetEndAsync(one, "clock_timestamp() + interval '1 hour'");

        Assert.InRange(await one.LeftAsync(Ct), TimeSpan.FromSeconds(1), DeskProcess.Length);
    }

    [Theory]
    [InlineData("+ interval '1 hour'")]
    [InlineData("- interval '1 hour'")]
    public async Task Dead_process_is_removed_when_its_time_is_over_whatever_the_servers_clock_says(string set)
    {
        var (one, two) = (await JoinedAsync(first), await JoinedAsync(second));
        await new DeskLease(one).TryTakeAsync(Ct);
        await SetEndAsync(one, $"clock_timestamp() {set}");
        await two.LookAsync(Ct);

        clock.Advance(DeskProcess.Length);
        await two.LookAsync(Ct);
        Assert.False(await new DeskLease(two).TryTakeAsync(Ct));
        clock.Advance(TimeSpan.FromSeconds(2));
        await two.LookAsync(Ct);

        Assert.True(await new DeskLease(two).TryTakeAsync(Ct));
    }

    [Fact]
    public async Task Time_by_the_servers_clock_is_known_after_a_look()
    {
        var one = await JoinedAsync(first);

        Assert.InRange(one.ServersTime!.Value.Time, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task Process_that_renews_its_time_is_not_removed_however_long_others_look()
    {
        var (one, two) = (await JoinedAsync(first), await JoinedAsync(second));

        for (var seconds = 0; seconds < 60; seconds++)
        {
            await one.RenewAsync(Ct);
            await two.LookAsync(Ct);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([one.Owner, two.Owner], two.All.Select(each => each.Owner));
    }

    [Fact]
    public async Task Looking_and_renewing_wait_for_nobody_who_writes()
    {
        var one = await JoinedAsync(first);

        await second.WriteAsync(
            async _ =>
            {
                await one.RenewAsync(Ct);
                await one.LookAsync(Ct);
            },
            Ct);

        Assert.Single(one.All);
    }

    [Fact]
    public async Task Nobody_joins_while_one_process_has_the_database_to_itself()
    {
        var one = await JoinedAsync(first);
        Assert.True(await one.TryTakeEverythingAsync(Ct));
        var (two, waits) = (new DeskProcess(second, clock), new TaskCompletionSource());

        var joining = two.JoinAsync(waits.SetResult, Ct);
        await waits.Task;
        await one.LeaveAsync(Ct);
        await UntilAsync(joining);

        Assert.Equal([two.Owner], two.All.Select(each => each.Owner));
    }

    [Fact]
    public async Task Nobody_gets_the_database_to_itself_while_another_process_runs()
    {
        await JoinedAsync(first);

        Assert.False(await (await JoinedAsync(second)).TryTakeEverythingAsync(Ct));
    }

    [Fact]
    public async Task Turn_that_all_processes_share_is_taken_once_until_its_time_is_over()
    {
        var (one, two) = (await JoinedAsync(first), await JoinedAsync(second));

        Assert.True(await one.TryTurnAsync("identify 0", TimeSpan.FromMinutes(5), Ct));
        Assert.False(await one.TryTurnAsync("identify 0", TimeSpan.FromMinutes(5), Ct));
        Assert.False(await two.TryTurnAsync("identify 0", TimeSpan.FromMinutes(5), Ct));
        Assert.True(await two.TryTurnAsync("identify 1", TimeSpan.FromMinutes(5), Ct));
        await second.WriteAsync(
            session => session.ExecuteAsync("update leases set until = clock_timestamp() where name = 'identify 0'"), Ct);

        Assert.True(await two.TryTurnAsync("identify 0", TimeSpan.FromMinutes(5), Ct));
    }

    async Task<DeskProcess> JoinedAsync(DeskDatabase database)
    {
        var process = new DeskProcess(database, clock);
        await process.JoinAsync(waits: () => Assert.Fail("Another process has the database to itself."), Ct);
        return process;
    }

    /// <summary>Lets the others' time pass, without their renewing it.</summary>
    async Task UntilRemovedAsync(DeskProcess last)
    {
        await last.LookAsync(Ct);
        clock.Advance(DeskProcess.Length + TimeSpan.FromSeconds(2));
        await last.LookAsync(Ct);
        Assert.Single(last.All);
    }

    /// <summary>Lets time pass until it is done.</summary>
    async Task UntilAsync(Task done)
    {
        for (; !done.IsCompleted; await Task.Yield())
            clock.Advance(TimeSpan.FromMilliseconds(100));
        await done;
    }

    Task<int> SetEndAsync(DeskProcess process, string end) => second.WriteAsync(
        session => session.ExecuteAsync($"update processes set until = {end} where owner = @Owner", new { process.Owner }), Ct);

    static Task<int> WriteAsync(DeskDatabase database) => database.WriteAsync(session => session.ExecuteAsync("delete from presets"), Ct);

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        server.Dispose();
    }
}
