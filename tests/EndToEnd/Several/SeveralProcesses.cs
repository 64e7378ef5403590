using System.Diagnostics;
using System.Globalization;
using LocalDiscord;
using Shared;

namespace EndToEnd.Tests.Several;

/// <summary>Three processes share one PostgreSQL, four shards, and sixty channels, while whatever can happen to them happens.</summary>
public abstract class SeveralProcesses : IAsyncDisposable
{
    const int Processes = 3;
    const int Servers = 12;

    /// <summary>How many of the faults are freezes.</summary>
    const int Freezes = 2;

    /// <summary>More than it takes, with Discord's limits, from the last story to its post.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    static readonly TimeSpan BetweenStories = TimeSpan.FromSeconds(1);
    static readonly TimeSpan BetweenFaults = TimeSpan.FromSeconds(5);

    /// <summary>How long members wait in vain after a process died: until it is believed, and its shards have resumed.</summary>
    static readonly TimeSpan UntilTakenOver = TimeSpan.FromSeconds(20);

    readonly TemporaryFolder folder = new();
    readonly Dictionary<int, List<string>> written = [];
    readonly PostgresServer postgres;
    readonly MachineClock? serversClock;

    protected SeveralProcesses()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed: apt-get install postgresql");
        if (MachineClock.IsInstalled)
            serversClock = new(folder.File("server-clock"));
        OpenToOthers();
        postgres = PostgresServer.Open(serversClock);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Asserts that no story is lost or posted twice, and that every question gets an answer.</summary>
    /// <param name="areNoncesEnforced">
    /// Whether Discord knows the nonces. Without those, a process that froze may double what it was about to send.
    /// </param>
    protected async Task RunAsync(int stories, bool areNoncesEnforced)
    {
        await using var server = await LocalDiscordServer.StartAsync(Discord(areNoncesEnforced), TimeProvider.System, Ct);
        using var harbor = new Harbor(server.Address);
        await harbor.OpenAsync();
        Assert.Equal(Servers * 5, harbor.Channels.Count);
        var database = postgres.CreateDatabase(areNoncesEnforced ? "enforced" : "ignored");
        folder.Write("rules.yaml", harbor.Rules());
        var (imported, _, errors) = await BotProcess.RunAsync(folder.Path, "channels", "import", "rules.yaml", "--database", database);
        Assert.True(imported == 0, errors);
        Directory.CreateDirectory(folder.File("content"));
        // A folder that is empty at first would be taken for one that is not mounted.
        folder.Write("content/first.md", KillTests.Story("Nobody's topic", "2026-11-01T08:00:00Z", "first"));
        await using var fleet = new Fleet(folder, postgres, database, server);
        for (var i = 0; i < Processes; i++)
            await fleet.StartAsync();
        await harbor.UntilAllAnswerAsync();
        await AssertSharedAsync(database);

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var deaths = new List<DateTimeOffset>();
        var asking = AskAsync(harbor, over.Token);
        await Task.WhenAll(WriteAllAsync(harbor, stories), CauseAsync(fleet, deaths));
        serversClock?.Set(TimeSpan.Zero);
        var found = await UntilAllPostedAsync(harbor, stories);
        await over.CancelAsync();
        var unanswered = await asking;
        await fleet.StopAllAsync();

        if (areNoncesEnforced)
            Assert.Equal(Expected(harbor), found);
        else
            AssertNearly(Expected(harbor), found);
        Assert.Equal(0, await harbor.TooManyAsync());
        Assert.Empty(fleet.Surprises);
        Assert.DoesNotContain(
            unanswered, at => !deaths.Any(death => at >= death - TimeSpan.FromSeconds(3) && at < death + UntilTakenOver));
    }

    /// <summary>Each process has a third of the channels, and one or two of the four shards.</summary>
    async Task AssertSharedAsync(string database)
    {
        var (_, status, _) = await BotProcess.RunAsync(folder.Path, "status", "--database", database);
        var processes = status.Split('\n').Where(line => line.Contains(Environment.MachineName, StringComparison.Ordinal)).ToList();
        Assert.Equal(Processes, processes.Count);
        Assert.All(processes, line => Assert.Matches(" (33|34) % +([0-3]|[0-3], [0-3]) +[0-9]+", line));
        Assert.Single(processes, line => line.Contains("runs it", StringComparison.Ordinal));
    }

    /// <summary>A process that froze between its last look at the database and the request may have sent what its successor sent.</summary>
    static void AssertNearly(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        Assert.Equal(expected, found.Select(Once));
        Assert.InRange(found.Sum(Posts) - expected.Sum(Posts), 0, Freezes);
    }

    static string Once(string channel) => channel.Split(": ") is [var name, var titles] && titles.Length > 0
        ? $"{name}: {string.Join(", ", titles.Split(", ").Distinct())}"
        : channel;

    static int Posts(string channel) => channel.Split("Story").Length - 1;

    static LocalDiscordOptions Discord(bool areNoncesEnforced) => new()
    {
        Guilds = Servers + 1,
        ChannelsPerGuild = 3,
        ForumsPerGuild = 1,
        AnnouncementChannelsPerGuild = 1,
        Shards = 4,
        EnforceNonces = areNoncesEnforced,
    };

    /// <summary>Stories come as fast as the limits allow them to be posted.</summary>
    async Task WriteAllAsync(Harbor harbor, int stories)
    {
        const int AtOnce = 20;
        for (var count = 0; count < stories; count += AtOnce)
        {
            await Task.Delay(BetweenStories, Ct);
            Write(harbor, Math.Min(AtOnce, stories - count), count);
        }
    }

    void Write(Harbor harbor, int count, int since)
    {
        for (var number = since; number < since + count; number++)
        {
            var (channel, title) = (number % harbor.Channels.Count, string.Create(CultureInfo.InvariantCulture, $"Story {number:0000}"));
            if (!written.TryGetValue(channel, out var titles))
                written[channel] = titles = [];
            titles.Add(title);
            var now = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            folder.Write($"content/{number:0000}.md", KillTests.Story(title, now, $"{number}", $"topics: [{Harbor.Topic(channel)}]"));
        }
    }

    async Task CauseAsync(Fleet fleet, List<DateTimeOffset> deaths)
    {
        Func<Task>[] faults =
        [
            () => DieAsync(() => fleet.KillAsync(0)),
            () => Done(fleet.EndConnections),
            () => DieAsync(() => fleet.FreezeAsync(0)),
            () => Done(fleet.RestartServer),
            () => Done(() => serversClock?.Set(TimeSpan.FromHours(1))),
            () => DieAsync(() => fleet.KillAsync(1)),
            () => Done(() => serversClock?.Set(TimeSpan.Zero)),
            () => fleet.StopAsync(2),
            () => DieAsync(() => fleet.FreezeAsync(1)),
        ];
        foreach (var fault in faults)
        {
            await Task.Delay(BetweenFaults, Ct);
            await fault();
        }

        async Task DieAsync(Func<Task> die)
        {
            deaths.Add(DateTimeOffset.UtcNow);
            await die();
            deaths.Add(DateTimeOffset.UtcNow);
        }

        static Task Done(Action fault)
        {
            fault();
            return Task.CompletedTask;
        }
    }

    /// <summary>Members of all servers ask in turn.</summary>
    /// <returns>When nobody answered.</returns>
    static async Task<IReadOnlyList<DateTimeOffset>> AskAsync(Harbor harbor, CancellationToken end)
    {
        var (rooms, unanswered) = (harbor.Rooms, new List<DateTimeOffset>());
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            var asked = DateTimeOffset.UtcNow;
            if (!await harbor.AskAsync(rooms[i * 7 % rooms.Count]))
                unanswered.Add(asked);
            await Task.Delay(TimeSpan.FromMilliseconds(300), Ct);
        }

        return unanswered;
    }

    /// <summary>What is in each channel, as soon as there is as much as was written.</summary>
    static async Task<IReadOnlyList<string>> UntilAllPostedAsync(Harbor harbor, int stories)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromSeconds(1), Ct))
        {
            var (found, threads) = (new List<string>(), await harbor.ThreadsAsync());
            foreach (var channel in harbor.Channels)
                found.Add($"{channel.Name}: {string.Join(", ", await harbor.PostsAsync(channel, threads))}");
            if (waited.Elapsed > Patience || found.Sum(Posts) >= stories)
                return found;
        }
    }

    IReadOnlyList<string> Expected(Harbor harbor) =>
        [.. harbor.Channels.Select((channel, index) => $"{channel.Name}: {string.Join(", ", written.GetValueOrDefault(index, []))}")];

    /// <summary>The server, which runs as somebody else, reads its clock in this folder.</summary>
    void OpenToOthers()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
    }

    public ValueTask DisposeAsync()
    {
        postgres.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
