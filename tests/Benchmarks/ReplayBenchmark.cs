using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// Two months of a real newsroom's commits, while the bot, on a quarter of a busy core, is killed, stopped, locked out of its database,
/// answered by others than Discord, and restored from backups. At the end, each story must be once in each channel whose rules let it
/// through.
/// </summary>
static class ReplayBenchmark
{
    static readonly Option<int> Kills = new("--kills") { DefaultValueFactory = _ => 500 };
    static readonly Option<int> Restores = new("--restores") { DefaultValueFactory = _ => 2 };
    static readonly Option<int> Rounds = new("--rounds")
    {
        DefaultValueFactory = _ => 3,
        Description = "How often the two months are replayed, each time a year earlier and with other links",
    };

    static readonly Option<int> Pauses = new("--pauses") { DefaultValueFactory = _ => 2, Description = "Pauses longer than a claim lasts" };
    static readonly Option<int> PauseSeconds = new("--pause-seconds") { DefaultValueFactory = _ => 630 };
    static readonly Option<int> Seed = new("--seed") { DefaultValueFactory = _ => Random.Shared.Next() };
    static readonly Option<FileInfo?> Bot = new("--bot") { Description = "The program: a Bot.dll, or an executable" };
    static readonly Option<DirectoryInfo?> Corpus = new("--corpus")
    {
        Description = "The real articles (otherwise shared/corpus, in a folder above)",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        const string description = "Replays a real newsroom while everything fails; counts lost, doubled, and wrong cards";
        var command = new Command("replay", description) { Kills, Restores, Rounds, Pauses, PauseSeconds, Seed, Bot, Corpus };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (kills, seed, clock) = (parsed.GetValue(Kills), parsed.GetValue(Seed), Stopwatch.StartNew());
        var random = new Random(seed);
        var corpus = parsed.GetValue(Corpus)?.FullName ?? TranscriptBenchmark.Find(Directory.GetCurrentDirectory());
        var program = parsed.GetValue(Bot)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "Bot.dll");
        var desk = new ReplayDesk();
        var start = ReplayCorpus.Start(corpus).ToList();
        foreach (var (path, text) in start)
            desk.Write(path, text);
        using var discord = await LocalDiscordProcess.StartAsync(ReplayChannels.Elsewhere, ct);
        using var neighbor = BusyNeighbor.Start();
        using var people = new HttpClient { BaseAddress = discord.Address };
        var channels = await ReplayChannels.SubscribeAsync(desk.Database, desk.Content, people, ct);
        SqliteConnection.ClearAllPools();
        var recount = new ReplayRecount(channels);
        foreach (var (path, text) in start)
            recount.Begin(path, text);
        var witness = new Witness([.. channels.Select(channel => channel.Id)]);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watched = witness.WatchAsync(people, () => clock.Elapsed, watching.Token);

        var commits = new Queue<ReplayCommit>(ReplayCorpus.Commits(corpus, parsed.GetValue(Rounds)));
        var run = new ReplayRun(desk, recount, witness, people, commits, program, random, Tell);
        Tell($"{commits.Count} commits, seed {seed}, {desk.Folder}");
        var plan = new ReplayPlan(kills, parsed.GetValue(Restores), parsed.GetValue(Pauses));
        var restores = await PlayAsync(run, plan, desk, commits, TimeSpan.FromSeconds(parsed.GetValue(PauseSeconds)), random, ct);
        while (commits.Count > 0)
            run.Commit();
        await run.SettleAsync(ct);
        await watching.CancelAsync();
        await watched;
        neighbor.StandardInput.Close();

        IReadOnlyList<ReplayCount> counts;
        await using (run.Start())
            counts = await CountAsync(recount, channels, desk, people, ct);
        Print(counts, run, recount.Articles, restores, $"{clock.Elapsed.TotalMinutes:0.0} minutes, seed {seed}");
        if (run.Intruders > 0 || !counts.All(count => count.IsRight))
            return 1;
        desk.Delete();
        return 0;
    }

    static async Task<IReadOnlyList<ReplayCount>> CountAsync(
        ReplayRecount recount, IReadOnlyList<ReplayChannel> channels, ReplayDesk desk, HttpClient people, CancellationToken ct)
    {
        await using var database = desk.Open();
        var counts = new List<ReplayCount>();
        foreach (var channel in channels)
        {
            var count = recount.Count(channel, await ReplayCards.InAsync(channel, people, ct), database);
            counts.Add(count);
            (string, IReadOnlyList<string>)[] found =
                [("lost", count.Lost), ("doubled", count.Doubled), ("wrong", count.Wrong), ("unknown", count.Unknown)];
            foreach (var (what, all) in found)
            {
                foreach (var one in all)
                    Tell($"#{count.Channel}: {what}: {one}");
            }
        }

        return counts;
    }

    /// <returns>How often the database was restored.</returns>
    static async Task<int> PlayAsync(
        ReplayRun run, ReplayPlan plan, ReplayDesk desk, Queue<ReplayCommit> commits, TimeSpan pause, Random random, CancellationToken ct)
    {
        var (copies, restores) = (new List<string> { desk.Copy() }, 0);
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            await run.LiveAsync(news: (int)Math.Ceiling((double)commits.Count / (plan.Kills - kill)), ct);
            if (plan.IsToCopy(kill))
                copies.Add(desk.Copy());
            if (plan.IsToPause(kill))
                await run.PauseAsync(pause, ct);
            if (ReplayPlan.IsToSettle(kill))
                await run.SettleAsync(ct);
            if (plan.IsToRestore(kill))
            {
                desk.Restore(copies[^Math.Min(copies.Count, 1 + random.Next(3))]);
                restores++;
            }

            if ((kill + 1) % 20 == 0)
                Tell($"{kill + 1} kills, {restores} restores, {run.LongPauses} long pauses, {commits.Count} commits left");
        }

        return restores;
    }

    static void Print(IReadOnlyList<ReplayCount> counts, ReplayRun run, int articles, int restores, string time)
    {
        AnsiConsole.Write(new Table()
            .AddColumns("", "figure")
            .AddRow("time", time)
            .AddRow("kills", $"{run.Kills}")
            .AddRow("restores", $"{restores}")
            .AddRow("pauses", $"{run.LongPauses} longer than a claim, {run.ShortPauses} shorter")
            .AddRow("second bots that went on", $"{run.Intruders}")
            .AddRow("locks held", $"{run.Locks}")
            .AddRow("faults", $"{run.Faults}")
            .AddRow("times all was posted in between", $"{run.Settlings}")
            .AddRow("articles", $"{articles}"));
        var table = new Table().AddColumns("channel", "articles that must be there", "cards", "lost", "doubled", "wrong", "unknown");
        foreach (var one in counts)
            table.AddRow(Row(one.Channel, one.Must, one.Cards, one.Lost.Count, one.Doubled.Count, one.Wrong.Count, one.Unknown.Count));
        AnsiConsole.Write(table.AddRow(Row(
            "all", counts.Sum(one => one.Must), counts.Sum(one => one.Cards), counts.Sum(one => one.Lost.Count),
            counts.Sum(one => one.Doubled.Count), counts.Sum(one => one.Wrong.Count), counts.Sum(one => one.Unknown.Count))));
    }

    static string[] Row(string channel, params IEnumerable<int> numbers) =>
        [channel, .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];

    static void Tell(string line) => Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {line}");
}
