using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using News;
using News.Importing;
using News.Storage;
using Sandbox;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// Stories keep coming while the bot is killed again and again and Discord fails: afterwards each channel has each story once.
/// </summary>
static class KillsBenchmark
{
    static readonly string[] Faults =
    [
        """{"api": "create-message", "status": 502, "times": 2}""",
        """{"api": "create-message", "after": true}""",
        """{"api": "create-message", "drop": true, "after": true}""",
        """{"api": "create-message", "drop": true}""",
        """{"api": "create-message", "delay": 0.5}""",
        """{"api": "create-message", "status": 429, "scope": "user", "retry_after": 0.5}""",
        """{"api": "edit-message", "status": 500}""",
        """{"gateway": "drop"}""",
        """{"gateway": "invalidate"}""",
        """{"api": "any", "status": 503}""",
    ];

    static readonly Option<int> Kills = new("--kills") { DefaultValueFactory = _ => 200 };
    static readonly Option<int> Stories = new("--stories") { DefaultValueFactory = _ => 60 };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("kills", "Kills the bot again and again while it posts to five channels, and counts what was lost or doubled") { Kills, Stories };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Kills), parsed.GetValue(Stories), ct));
        return command;
    }

    static async Task<int> RunAsync(int kills, int stories, CancellationToken ct)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("news-kills-");
        var content = folder.CreateSubdirectory("content").FullName;
        await using var server = await SandboxServer.StartAsync(new() { RateLimits = false, Guilds = 2, ChannelsPerGuild = 1 }, TimeProvider.System, ct);
        using var people = new HttpClient { BaseAddress = server.Address };
        var channels = await SubscribeAsync(folder.FullName, content, people, ct);
        var clock = Stopwatch.StartNew();

        var told = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            while (told * kills < stories * (kill + 1))
                Write(content, ++told, edition: 1);
            if (random.Next(3) == 0)
                Write(content, random.Next(told) + 1, edition: kill + 2);
            if (random.Next(2) == 0)
                await FaultAsync(people, Faults[random.Next(Faults.Length)], ct);
            var before = await PostsAsync(people, channels, ct);
            using var bot = Start(folder.FullName, server);
            var wanted = before.Values.Sum(posts => posts.Count) + random.Next(4);
            var patience = Stopwatch.StartNew();
            while ((await PostsAsync(people, channels, ct)).Values.Sum(posts => posts.Count) < wanted && patience.Elapsed < TimeSpan.FromSeconds(4))
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(10)), ct);
            await KillAsync(bot, ct);
        }

        using (var last = Start(folder.FullName, server))
        {
            var patience = Stopwatch.StartNew();
            while ((await PostsAsync(people, channels, ct)).Values.Any(posts => posts.Distinct().Count() < told) && patience.Elapsed < TimeSpan.FromMinutes(3))
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            await KillAsync(last, ct);
        }

        var end = await PostsAsync(people, channels, ct);
        var (lost, doubled) = (end.Values.Sum(posts => told - posts.Distinct().Count()), end.Values.Sum(posts => posts.Count - posts.Distinct().Count()));
        AnsiConsole.Write(new Table()
            .AddColumns("", "figure")
            .AddRow("kills", $"{kills} in {clock.Elapsed.TotalSeconds:0} s, seed {seed}")
            .AddRow("posts", $"{end.Values.Sum(posts => posts.Count)} of {told} stories to {channels.Count} channels")
            .AddRow("lost", $"{lost}")
            .AddRow("doubled", $"{doubled}"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return lost + doubled == 0 ? 0 : 1;
    }

    /// <summary>Two text channels, one for announcements, a forum, and one of another server.</summary>
    static async Task<IReadOnlyDictionary<string, Destination>> SubscribeAsync(string folder, string content, HttpClient people, CancellationToken ct)
    {
        using var guilds = await people.GetFromJsonAsync<JsonDocument>("sandbox/guilds", ct);
        var elsewhere = guilds!.RootElement[1].GetProperty("channels").EnumerateArray().First(channel => channel.GetProperty("type").GetInt32() == 0).GetProperty("id").GetString()!;
        var channels = new Dictionary<string, Destination>
        {
            [Seed.NewsChannelId] = Destination.Text,
            [Seed.GeneralChannelId] = Destination.Text,
            [Seed.AnnouncementsChannelId] = Destination.Announcement,
            [Seed.ForumChannelId] = Destination.Forum,
            [elsewhere] = Destination.Text,
        };
        Write(content, 0, edition: 1);
        var database = new NewsDatabase(Path.Combine(folder, "news.db"));
        await new ArticleImporter(database, new(content), TimeProvider.System).ImportAsync(TimeSpan.Zero, progress: null, ct);
        foreach (var (channel, destination) in channels)
            await new SubscriptionStore(database, TimeProvider.System).SaveAsync(new() { Channel = channel, Destination = destination, Latest = 0 }, by: null, ct);
        return channels;
    }

    static Process Start(string folder, SandboxServer server)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.dll")]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISCORD__TOKEN"] = SandboxServer.Token;
        start.Environment["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri;
        start.Environment["POSTING__EDITEVERY"] = "00:00:01";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    static async Task KillAsync(Process bot, CancellationToken ct)
    {
        bot.Kill();
        await bot.WaitForExitAsync(ct);
    }

    static async Task FaultAsync(HttpClient people, string json, CancellationToken ct)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var done = await people.PostAsync("sandbox/faults", body, ct);
        done.EnsureSuccessStatusCode();
    }

    /// <summary>The stories that stand in each channel, by number.</summary>
    static async Task<Dictionary<string, IReadOnlyList<int>>> PostsAsync(HttpClient people, IReadOnlyDictionary<string, Destination> channels, CancellationToken ct)
    {
        var posts = new Dictionary<string, IReadOnlyList<int>>();
        foreach (var (channel, destination) in channels)
            posts[channel] = destination is Destination.Forum ? await ForumPostsAsync(people, channel, ct) : await MessagesAsync(people, channel, ct);
        return posts;
    }

    static async Task<IReadOnlyList<int>> MessagesAsync(HttpClient people, string channel, CancellationToken ct)
    {
        using var messages = await people.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=moderator", ct);
        return [.. messages!.RootElement.EnumerateArray().Where(message => message.GetProperty("embeds").GetArrayLength() > 0).Select(message => Number(message.GetProperty("embeds")[0].GetProperty("title").GetString()!))];
    }

    static async Task<IReadOnlyList<int>> ForumPostsAsync(HttpClient people, string forum, CancellationToken ct)
    {
        using var guilds = await people.GetFromJsonAsync<JsonDocument>("sandbox/guilds", ct);
        return [.. guilds!.RootElement[0].GetProperty("channels").EnumerateArray()
            .Where(channel => channel.TryGetProperty("parent_id", out var parent) && parent.GetString() == forum)
            .Select(thread => Number(thread.GetProperty("name").GetString()!))];
    }

    static int Number(string title) => int.Parse(title.Split(' ')[1], CultureInfo.InvariantCulture);

    static void Write(string content, int story, int edition) => File.WriteAllText(
        Path.Combine(content, $"{story:0000}.md"),
        string.Create(CultureInfo.InvariantCulture, $"---\ntitle: \"Story {story} of the coast\"\nexcerpt: \"As it was known at the {edition}th look.\"\npublishedDateTime: {new DateTime(2026, 11, 1).AddMinutes(story):yyyy-MM-ddTHH:mmZ}\nwebUrl: https://gazette.example/{story}\n---\n"));
}
