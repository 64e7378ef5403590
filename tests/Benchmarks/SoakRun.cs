using System.Diagnostics;
using Desk.Channels;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using LocalDiscord.Guilds;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>Articles, edits, questions, and faults for some time. At the end, all must be there once, as it is now.</summary>
sealed class SoakRun(string program, Uri discord, SoakPace pace, int seed)
{
    /// <summary>After the last change: longer than the pauses after several failed attempts.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>No announcement channel: Discord passes on three edits an hour, so that its cards are late on purpose.</summary>
    static readonly (string Id, Destination Destination)[] Channels =
    [
        (Seed.NewsChannelId, Destination.Text),
        (Seed.ForumChannelId, Destination.Forum),
    ];

    readonly ReplayDesk desk = new();

    public async Task<SoakResult> RunAsync(TimeSpan time, TimeSpan sampleEvery, CancellationToken ct)
    {
        await SubscribeAsync(ct);
        using var people = new HttpClient { BaseAddress = discord, Timeout = Timeout.InfiniteTimeSpan };
        var (witness, questions) = (new SoakWitness(), new SoakQuestions(people, new(seed)));
        var articles = new SoakArticles(desk, new(seed + 1));
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watched = witness.WatchAsync(people, watching.Token);
        await using var bot = await SoakBot.StartAsync(program, desk.Folder, discord, ct);
        var faults = new SoakFaults(desk, bot, people, new(seed + 2));
        var (clock, memory) = (Stopwatch.StartNew(), new List<SoakMemory>());

        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(time);
        await Task.WhenAll(
            RepeatAsync(pace.BetweenArticles, () => Done(articles.Add), end.Token),
            RepeatAsync(pace.BetweenChanges, () => Done(articles.Change), end.Token),
            RepeatAsync(pace.BetweenFaults, () => faults.CauseAsync(ct), end.Token),
            RepeatAsync(sampleEvery, async () => memory.Add(await bot.MemoryAsync(clock.Elapsed, ct)), end.Token),
            AskAsync(questions, ct, end.Token));

        articles.MendAll();
        var channels = Channels.Select(one => one.Id).ToList();
        var isSettled = await SettleAsync(() => witness.Differences(articles.All, channels), ct);
        memory.Add(await bot.MemoryAsync(clock.Elapsed, ct));
        var exitCode = await bot.StopAsync(ct);
        await watching.CancelAsync();
        await watched;
        return new()
        {
            Folder = desk.Folder,
            Articles = articles.All.Count,
            Changes = articles.Changes,
            Faults = faults.Count,
            Posts = witness.PostsIn(channels),
            Asked = questions.Asked,
            Answered = questions.Answered,
            Repeated = questions.Repeated,
            Unanswered = questions.Unanswered,
            Differences =
            [
                .. isSettled ? [] : (string[])[$"Not everything was done in {Patience.TotalMinutes} minutes."],
                .. witness.Differences(articles.All, channels),
            ],
            Errors = bot.Errors,
            ExitCode = exitCode,
            Memory = memory,
        };
    }

    public void Delete() => desk.Delete();

    async Task SubscribeAsync(CancellationToken ct)
    {
        // A folder that is empty at first would be taken for one that is not mounted.
        desk.Write("first.md", "---\ntitle: An old story\npublishedDateTime: 2026-01-01\nwebUrl: https://gazette.example/0\n---\n");
        using (var database = new DeskDatabase(desk.Database))
        {
            await new ArticleImporter(database, new(desk.Content), TimeProvider.System).ImportAsync(TimeSpan.Zero, progress: null, ct);
            foreach (var (id, destination) in Channels)
            {
                await new ChannelAdministration(database, TimeProvider.System).SaveAsync(
                    new()
                    {
                        Channel = id,
                        Guild = Seed.GuildId,
                        Destination = destination,
                        Latest = 0,
                        Rules = new() { FloodLimit = 0 },
                    },
                    by: null,
                    ct);
            }
        }

        SqliteConnection.ClearAllPools();
    }

    static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    /// <summary>Does something again and again until the end, which interrupts nothing.</summary>
    static async Task RepeatAsync(TimeSpan every, Func<Task> action, CancellationToken end)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
                await action();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    /// <summary>Nobody waits for the answer to somebody else's question.</summary>
    async Task AskAsync(SoakQuestions questions, CancellationToken ct, CancellationToken end)
    {
        var asking = new List<Task>();
        await RepeatAsync(
            pace.BetweenQuestions,
            () =>
            {
                asking.RemoveAll(one => one.IsCompletedSuccessfully);
                asking.Add(questions.AskAsync(ct));
                return Task.CompletedTask;
            },
            end);
        await Task.WhenAll(asking);
    }

    /// <returns>Whether the bot has done everything in time.</returns>
    async Task<bool> SettleAsync(Func<IReadOnlyList<string>> differences, CancellationToken ct)
    {
        var patience = Stopwatch.StartNew();
        // The bot's last action may be on its way when the database says so.
        while (!desk.IsSettled() || differences().Count > 0)
        {
            if (patience.Elapsed > Patience)
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(300), ct);
        }

        return true;
    }
}

/// <summary>What happened in a soak.</summary>
sealed record SoakResult
{
    /// <summary>With the bot's log.</summary>
    public required string Folder { get; init; }

    public required int Articles { get; init; }

    public required int Changes { get; init; }

    public required int Faults { get; init; }

    public required int Posts { get; init; }

    public required int Asked { get; init; }

    public required int Answered { get; init; }

    public required int Repeated { get; init; }

    /// <summary>A question without an answer; null if all were answered.</summary>
    public string? Unanswered { get; init; }

    /// <summary>What is lost, doubled, or not up to date in a channel.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>Errors in the bot's log. The soak causes nothing that is a reason for one.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    public required int ExitCode { get; init; }

    public required IReadOnlyList<SoakMemory> Memory { get; init; }

    /// <summary>
    /// By how many bytes the memory grew in the second half: from the median of its first sixth to that of its last, because single
    /// samples depend on when memory was collected.
    /// </summary>
    public long Growth
    {
        get
        {
            var half = Memory.Skip(Memory.Count / 2).Select(one => one.Resident).ToList();
            var part = Math.Max(1, half.Count / 6);
            return Median(half.TakeLast(part)) - Median(half.Take(part));
        }
    }

    static long Median(IEnumerable<long> some) => some.Order().ElementAt(some.Count() / 2);
}
