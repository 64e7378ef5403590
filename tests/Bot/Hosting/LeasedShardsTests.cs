using Bot.Hosting;
using Desk.Database;
using Desk.Tests;
using Discord.Gateway;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Hosting;

/// <summary>Shards that two processes on one server divide.</summary>
[Trait("Engine", "SQLite")]
public sealed class LeasedShardsTests : IDisposable
{
    readonly EmptyDatabase server = EmptyDatabase.OnServer();
    readonly FakeTimeProvider clock = new();
    readonly List<Member> members = [];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Process_that_joins_gets_a_shard_with_its_session_once_that_is_handed_over()
    {
        var first = await JoinAsync(recommended: 2);
        var kept = await first.NextAsync();
        var left = await first.NextAsync();
        Assert.Equal(["0/2", "1/2"], new[] { kept, left }.Select(turn => $"{turn.Shard}"));
        Assert.Null(left.Session);

        // Another number is recommended by now, but two are running.
        var second = await JoinAsync(recommended: 3);
        await UntilAsync(() => left.Ended.IsCancellationRequested);
        Assert.False(kept.Ended.IsCancellationRequested);
        Assert.True(left.HasSuccessor);
        Assert.False(second.HasNext);

        var stopped = new ShardSession("session", 7, new("wss://gateway.example/?v=10"));
        left.Note(stopped);
        await left.DisposeAsync();
        await UntilAsync(() => second.HasNext);

        var taken = await second.NextAsync();
        Assert.Equal(("1/2", stopped), ($"{taken.Shard}", taken.Session));
    }

    [Fact]
    public async Task Session_of_a_dead_process_is_where_it_was_a_second_before()
    {
        var first = await JoinAsync(recommended: 1);
        var turn = await first.NextAsync();
        var second = await JoinAsync(recommended: 1);
        turn.Note(new("session", 7, new("wss://gateway.example/?v=10")));
        await PassAsync(TimeSpan.FromSeconds(2));
        turn.Note(new("session", 8, new("wss://gateway.example/?v=10")));

        first.Die();
        await UntilAsync(() => second.HasNext);

        Assert.Equal(7, (await second.NextAsync()).Session!.Sequence);
    }

    [Fact]
    public async Task Processes_take_turns_to_identify()
    {
        var (first, second) = (await JoinAsync(recommended: 1), await JoinAsync(recommended: 1));
        var turn = await first.Shards.WaitToIdentifyAsync(key: 0, Ct);
        var waiting = second.Shards.WaitToIdentifyAsync(key: 0, Ct);
        await PassAsync(TimeSpan.FromSeconds(3));
        Assert.False(waiting.IsCompleted);

        // Nothing was sent, so that the next need not wait.
        await turn.DisposeAsync();

        await UntilAsync(() => waiting.IsCompleted);
        await (await waiting).DisposeAsync();
    }

    async Task<Member> JoinAsync(int recommended)
    {
        var database = new DeskDatabase(server.Place);
        var process = new DeskProcess(database, clock);
        await process.JoinAsync(waits: () => { }, Ct);
        var shards = new LeasedShards(process, new(database), new(), clock, NullLogger<LeasedShards>.Instance);
        var member = new Member(database, process, shards, recommended);
        members.Add(member);
        return member;
    }

    async Task PassAsync(TimeSpan time)
    {
        var until = clock.GetUtcNow() + time;
        await UntilAsync(() => clock.GetUtcNow() >= until);
    }

    /// <summary>Lets time pass, in which the living look at each other, until it is so.</summary>
    async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            foreach (var member in members.Where(one => !one.IsDead))
            {
                await member.Process.RenewAsync(Ct);
                await member.Process.LookAsync(Ct);
            }
        }
    }

    public void Dispose()
    {
        members.ForEach(member => member.Dispose());
        server.Dispose();
    }

    sealed class Member(DeskDatabase database, DeskProcess process, LeasedShards shards, int recommended) : IDisposable
    {
        readonly IAsyncEnumerator<IShardTurn> turns = shards.TurnsAsync(recommended, Ct).GetAsyncEnumerator(Ct);
        Task<bool>? next;

        public DeskProcess Process => process;

        public LeasedShards Shards => shards;

        public bool IsDead { get; private set; }

        /// <summary>Whether it got another turn. Asking keeps it at work.</summary>
        public bool HasNext => (next ??= turns.MoveNextAsync().AsTask()).IsCompletedSuccessfully;

        public async Task<IShardTurn> NextAsync()
        {
            Assert.True(await (next ??= turns.MoveNextAsync().AsTask()));
            var turn = turns.Current;
            next = turns.MoveNextAsync().AsTask();
            return turn;
        }

        /// <summary>It does and renews nothing any more.</summary>
        public void Die()
        {
            IsDead = true;
            database.Dispose();
        }

        public void Dispose()
        {
            if (!IsDead)
                database.Dispose();
        }
    }
}
