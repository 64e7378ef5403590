using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Desk.Database;
using LocalDiscord;
using Shared;

namespace Benchmarks.Several;

/// <summary>Processes of the bot on one PostgreSQL, with a hundred channels that all get every story.</summary>
sealed class SeveralDesk : IAsyncDisposable
{
    /// <summary>So many that the limit of the bot as a whole holds them up, and not that of each channel.</summary>
    public const int Channels = 100;

    readonly TemporaryFolder folder = new();
    readonly List<Process> bots = [];
    readonly LocalDiscordProcess discord;
    readonly SlowRoad road;
    readonly HttpClient people;
    readonly string database;
    readonly string program;
    IReadOnlyList<string> channels = [];
    int stories;

    SeveralDesk(LocalDiscordProcess discord, string database, string program, TimeSpan roundTrip)
    {
        (this.discord, this.database, this.program) = (discord, database, program);
        road = new(discord.Address, roundTrip);
        people = new() { BaseAddress = discord.Address };
        Write("2026-11-01T08:00:00Z");
    }

    public static async Task<SeveralDesk> OpenAsync(
        string database, string program, int processes, TimeSpan roundTrip, CancellationToken ct)
    {
        var desk = new SeveralDesk(await LocalDiscordProcess.StartAsync(Channels, ct), database, program, roundTrip);
        using var guilds = await desk.people.GetFromJsonAsync<JsonDocument>("sandbox/guilds", ct);
        desk.channels =
        [
            .. guilds!.RootElement.EnumerateArray()
                .SelectMany(guild => guild.GetProperty("channels").EnumerateArray())
                .Where(channel => channel.GetProperty("type").GetInt32() == 0)
                .Select(channel => channel.GetProperty("id").GetString()!)
                .TakeLast(Channels),
        ];
        for (var i = 0; i < processes; i++)
        {
            desk.Start();
            await desk.UntilSharedAsync(i + 1, ct);
        }

        return desk;
    }

    /// <summary>Writes stories that are news now.</summary>
    public DateTimeOffset Write(int count)
    {
        var now = DateTimeOffset.UtcNow;
        for (var i = 0; i < count; i++)
            Write(now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        return now;
    }

    /// <summary>When each of the posts was made, by the local Discord's clock, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> PostsAsync(int count, CancellationToken ct)
    {
        while (true)
        {
            var times = new List<DateTimeOffset>();
            foreach (var channel in channels)
            {
                using var messages = await people.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=moderator", ct);
                times.AddRange(messages!.RootElement.EnumerateArray()
                    .Where(Posted.IsPost)
                    .Select(message => message.GetProperty("timestamp").GetDateTimeOffset()));
            }

            if (times.Count >= count)
                return [.. times.Order()];
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
    }

    /// <summary>How many new sessions Discord allows on this day; one that is resumed doesn't count.</summary>
    public async Task<int> SessionStartsLeftAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v10/gateway/bot")
        {
            Headers = { Authorization = new("Bot", LocalDiscordServer.Token) },
        };
        using var response = await people.SendAsync(request, ct);
        using var answer = await response.Content.ReadFromJsonAsync<JsonDocument>(ct);
        return answer!.RootElement.GetProperty("session_start_limit").GetProperty("remaining").GetInt32();
    }

    /// <summary>A process dies that doesn't run the desk.</summary>
    public async Task<DateTimeOffset> KillAsync(CancellationToken ct)
    {
        using var seen = new DeskDatabase(database);
        var victim = (await new DeskProcess(seen, TimeProvider.System).RunningAsync(ct)).Last(one => !one.Leases.Contains(DeskLease.Name));
        var number = int.Parse(victim.Name.Split(' ')[^1], CultureInfo.InvariantCulture);
        var bot = bots.Single(one => one.Id == number);
        bot.Kill();
        await bot.WaitForExitAsync(ct);
        return DateTimeOffset.UtcNow;
    }

    public void Start()
    {
        var start = new ProcessStartInfo(program, ["run", "--database", database])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        };
        start.Environment["DISCORD__TOKEN"] = LocalDiscordServer.Token;
        start.Environment["DISCORD__APIBASE"] = new Uri(road.Address, "api/v10").AbsoluteUri;
        start.Environment["CONTENT__LOOKEVERY"] = "00:00:01";
        start.Environment["ANSWERS__MEANING"] = "off";
        for (var i = 0; i < channels.Count; i++)
            start.Environment[$"CHANNELS__{i}__CHANNEL"] = channels[i];
        var bot = Process.Start(start)!;
        bot.OutputDataReceived += (_, _) => { };
        bot.BeginOutputReadLine();
        bots.Add(bot);
    }

    /// <summary>Returns when so many processes have each their share of the channels.</summary>
    public async Task UntilSharedAsync(int processes, CancellationToken ct)
    {
        using var seen = new DeskDatabase(database);
        var process = new DeskProcess(seen, TimeProvider.System);
        const int Parts = Desk.Outbox.OutboxLease.PartsOnServer;
        for (var isShared = false; !isShared; await Task.Delay(TimeSpan.FromMilliseconds(200), ct))
        {
            var parts = (await process.RunningAsync(ct))
                .Select(one => one.Leases.Count(lease => lease.StartsWith(Desk.Outbox.OutboxLease.Name, StringComparison.Ordinal)))
                .ToList();
            isShared = parts.Count == processes && parts.All(count => count >= Parts / processes);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
        {
            if (!bot.HasExited)
                bot.Kill();
            await bot.WaitForExitAsync();
            bot.Dispose();
        }

        people.Dispose();
        road.Dispose();
        discord.Dispose();
        folder.Dispose();
    }

    void Write(string published) => folder.Write(
        $"content/{++stories:000}.md",
        $"---\ntitle: Story {stories:000}\npublishedDateTime: {published}\nwebUrl: https://gazette.example/{stories}\n---\n");
}
