using System.Diagnostics;

namespace Benchmarks;

/// <summary>The lives of the bot during a replay: started, disturbed, killed, and started again.</summary>
sealed class ReplayRun(
    ReplayDesk desk,
    ReplayRecount recount,
    Witness witness,
    HttpClient people,
    Queue<ReplayCommit> commits,
    string program,
    Random random,
    Action<string> tell)
{
    /// <summary>How long a life lasts at most if it posts nothing.</summary>
    static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(6);

    /// <summary>Longer than the pauses after several failed attempts.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public int Kills { get; private set; }

    public int ShortPauses { get; private set; }

    public int LongPauses { get; private set; }

    /// <summary>Bots that were started beside one that stood still, and went on.</summary>
    public int Intruders { get; private set; }

    public int Locks { get; private set; }

    public int Faults { get; private set; }

    public int Settlings { get; private set; }

    public SlowBot Start() => SlowBot.Start(program, desk.Folder, people.BaseAddress!);

    public void Commit()
    {
        if (!commits.TryDequeue(out var commit))
            return;
        foreach (var (path, text) in commit.Files)
        {
            desk.Write(path, text);
            recount.Write(path, text);
        }
    }

    /// <summary>Starts the bot, and kills it: somewhere in its start or its work, or just as it posts.</summary>
    /// <param name="news">How many commits come while it runs.</param>
    public async Task LiveAsync(int news, CancellationToken ct)
    {
        for (var faults = random.Next(3); faults > 0; faults--, Faults++)
            await ReplayFaults.PlanAsync(people, random, ct);
        var before = random.Next(news + 1);
        for (var i = 0; i < before; i++)
            Commit();
        var wanted = witness.Posts + 1 + random.Next(5);
        var locking = random.Next(15) == 0 ? HoldLockAsync(ct) : Task.CompletedTask;
        await using (var bot = Start())
            await DisturbAsync(bot, wanted, news - before, ct);
        Kills++;
        await locking;
    }

    async Task DisturbAsync(SlowBot bot, int wanted, int news, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var end = random.Next(3) == 0 ? LongestLife * random.NextDouble() : LongestLife;
        await UntilAsync(clock, end / 3, wanted, ct);
        for (var i = 0; i < news; i++)
            Commit();
        if (random.Next(12) == 0)
        {
            bot.Pause();
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 8), ct);
            bot.Resume();
            ShortPauses++;
        }

        await UntilAsync(clock, end, wanted, ct);
        await Task.Delay(random.Next(40), ct);
    }

    /// <summary>
    /// The bot stands still for longer than its claims last, while it posts. Another one that is started meanwhile must not go on.
    /// </summary>
    public async Task PauseAsync(TimeSpan time, CancellationToken ct)
    {
        for (var i = 0; i < 12; i++)
            Commit();
        await using var bot = Start();
        await UntilAsync(Stopwatch.StartNew(), LongestLife * 5, witness.Posts + 1, ct);
        bot.Pause();
        var clock = Stopwatch.StartNew();
        await using (var other = Start())
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            Intruders += await ExitCodeAsync(other, patience.Token) == 0 ? 1 : 0;
        }

        await Task.Delay(time - clock.Elapsed, ct);
        bot.Resume();
        LongPauses++;
        await SettleAsync(bot, ct);
    }

    /// <summary>Lets the bot finish, and then counts what must be there.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        await using var bot = Start();
        await SettleAsync(bot, ct);
    }

    async Task SettleAsync(SlowBot bot, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        // The bot's last action may be on its way when the database says so.
        for (var quiet = 0; quiet < 3; quiet = desk.IsSettled() ? quiet + 1 : 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), ct);
            if (bot.HasExited || clock.Elapsed > Patience)
            {
                tell(bot.HasExited ? "The bot ended; see bot.log." : $"Not everything was posted in {Patience.TotalMinutes} minutes.");
                return;
            }
        }

        recount.Settle();
        Settlings++;
    }

    static async Task<int> ExitCodeAsync(SlowBot bot, CancellationToken ct)
    {
        try
        {
            return await bot.ExitCodeAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    async Task HoldLockAsync(CancellationToken ct)
    {
        Locks++;
        // Longer than the bot waits for it, now and then.
        await desk.LockAsync(TimeSpan.FromSeconds(random.Next(6) == 0 ? 35 : 1 + random.Next(4)), ct);
    }

    async Task UntilAsync(Stopwatch clock, TimeSpan end, int wanted, CancellationToken ct)
    {
        while (clock.Elapsed < end && witness.Posts < wanted)
            await Task.Delay(1, ct);
    }
}
