using System.Diagnostics;
using System.Globalization;
using Desk.Channels;
using Desk.Database;
using Desk.Outbox;
using LocalDiscord.Guilds;

namespace Benchmarks.Peers;

/// <summary>From an article that is written into the folder to its post at Discord.</summary>
sealed class FileToMessageRow : IPeerRow
{
    const int Articles = 10_000;
    const int Posts = 200;
    const double Most = 150;

    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public string Name => "file-to-message";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        using var desk = SeedDesk.OfSeed(Articles);
        await desk.ImportAsync(bench.Bot, ct);
        await SubscribeAsync(desk.Database, ct);
        await using var stage = await Stage.OpenAsync(ct);
        await using var happened = await Happened.WatchAsync(stage, ct);
        await using var bot = bench.StartBot(
            stage.Address, desk.Folder, desk.Database, core: null,
            new Dictionary<string, string> { ["DISCORD__REQUESTSPERSECOND"] = "10000" });
        await stage.UntilRegisteredAsync(ct);
        var times = new List<double>();
        for (var post = 0; post < Posts; post++)
        {
            await Task.Delay(Between, ct);
            var started = Stopwatch.GetTimestamp();
            await File.WriteAllTextAsync(Path.Combine(desk.Folder, $"new-{post}.md"), Article(post), ct);
            var title = $"Wave {post} ";
            var arrived = await happened.NextAsync(
                "message_create", message => message.GetRawText().Contains(title, StringComparison.Ordinal), ct);
            times.Add(Stopwatch.GetElapsedTime(started, arrived).TotalMilliseconds);
        }

        var slow = Medians.At(times, 0.99);
        return
        [
            new(
                $"File written to message at Discord, beside {Articles:N0} articles, p99", Units.Milliseconds(slow),
                $"its own median: {Units.Milliseconds(Medians.Of(times))}", slow, Target.AtMost(Most, " ms")),
        ];
    }

    /// <summary>The brake on many stories at once is off.</summary>
    static async Task SubscribeAsync(string database, CancellationToken ct)
    {
        using var desk = new DeskDatabase(database);
        await new ChannelAdministration(desk, TimeProvider.System).SaveAsync(
            new()
            {
                Channel = Seed.NewsChannelId,
                Guild = Seed.GuildId,
                Destination = Destination.Text,
                Latest = 0,
                Rules = new() { FloodLimit = 0 },
            },
            by: null, ct);
    }

    static string Article(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: "Wave {number} reaches the harbour"
        publishedDateTime: {DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}
        webUrl: https://gazette.example/waves/{number}
        ---
        """);
}
