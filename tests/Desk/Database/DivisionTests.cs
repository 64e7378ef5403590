using Desk.Database;
using Microsoft.Extensions.Time.Testing;

namespace Desk.Tests.Database;

/// <summary>Work that the processes on one server divide among themselves.</summary>
[Trait("Engine", "SQLite")]
public sealed class DivisionTests : IDisposable
{
    readonly EmptyDatabase server = EmptyDatabase.OnServer();
    readonly FakeTimeProvider clock = new();
    readonly List<DeskDatabase> databases = [];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(64, 3)]
    [InlineData(4, 3)]
    [InlineData(1, 2)]
    [InlineData(64, 1)]
    public async Task Parts_are_divided_evenly_whoever_comes_and_goes(int parts, int processes)
    {
        var all = new List<Worker>();
        for (var i = 0; i < processes; i++)
        {
            all.Add(await JoinAsync(parts));
            await SettleAsync(all, parts);
        }

        while (all.Count > 1)
        {
            await all[0].Process.LeaveAsync(Ct);
            all.RemoveAt(0);
            await SettleAsync(all, parts);
        }
    }

    [Fact]
    public async Task Part_is_taken_by_one_process_only()
    {
        var (one, two) = (await JoinAsync(10), await JoinAsync(10));
        await LookAsync(one, two);

        var taken = await Task.WhenAll(one.Division.TakeAsync(Ct), two.Division.TakeAsync(Ct));

        Assert.Empty(taken[0].Intersect(taken[1]));
    }

    [Fact]
    public async Task Process_gives_up_nothing_while_it_is_alone()
    {
        var one = await JoinAsync(5);
        await one.Division.TakeAsync(Ct);

        Assert.Equal((5, 0), (one.Division.Held.Count, one.Division.Surplus));
        Assert.Empty(await one.Division.TakeAsync(Ct));
    }

    /// <summary>Looks and takes as often as it takes until nothing changes, and then each part has one process.</summary>
    static async Task SettleAsync(IReadOnlyList<Worker> all, int parts)
    {
        for (var isSettled = false; !isSettled;)
        {
            await LookAsync([.. all]);
            isSettled = true;
            foreach (var one in all)
            {
                if (one.Division.Surplus is var surplus and > 0)
                {
                    await one.Division.ReleaseAsync([.. one.Division.Held.TakeLast(surplus)], Ct);
                    isSettled = false;
                }

                isSettled &= await one.Division.TakeAsync(Ct) is [];
            }
        }

        Assert.Equal(Enumerable.Range(0, parts), all.SelectMany(one => one.Division.Held).Order());
        Assert.InRange(all.Max(one => one.Division.Held.Count) - all.Min(one => one.Division.Held.Count), 0, 1);
    }

    static async Task LookAsync(params IEnumerable<Worker> all)
    {
        foreach (var one in all)
            await one.Process.LookAsync(Ct);
    }

    async Task<Worker> JoinAsync(int parts)
    {
        var database = new DeskDatabase(server.Place);
        databases.Add(database);
        var process = new DeskProcess(database, clock);
        await process.JoinAsync(waits: () => { }, Ct);
        return new(process, new(process, "part", parts));
    }

    public void Dispose()
    {
        databases.ForEach(database => database.Dispose());
        server.Dispose();
    }

    sealed record Worker(DeskProcess Process, Division Division);
}
