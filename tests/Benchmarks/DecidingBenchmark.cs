using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Desk.Channels;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Shared;
using Spectre.Console;

namespace Benchmarks;

/// <summary>The time from a new file to the deliveries of ten thousand channels, each with its own rules.</summary>
static class DecidingBenchmark
{
    const int Rounds = 30;

    static readonly Option<int> Channels = new("--channels") { DefaultValueFactory = _ => 10_000 };
    static readonly Option<bool> OnServer = new("--postgres") { Description = "On a PostgreSQL server instead of a file" };

    static readonly string[] Topics = ["harbour", "energy", "ferries", "weather", "sport", "culture", "schools", "council"];

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("deciding", "Decides about new stories for ten thousand channels") { Channels, OnServer };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Channels), parsed.GetValue(OnServer), ct));
        return command;
    }

    static async Task RunAsync(int channels, bool isOnServer, CancellationToken ct)
    {
        using var server = isOnServer ? PostgresServer.Open() : null;
        var table = new Table().AddColumns("channels", "deliveries per story", "median", "slowest");
        await RowAsync(table, server?.CreateDatabase("none"), 0, _ => ChannelRules.Default, ct);
        await RowAsync(table, server?.CreateDatabase("ruled"), channels, Rules, ct);
        await RowAsync(table, server?.CreateDatabase("plain"), channels, _ => ChannelRules.Default, ct);
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine(
            "Each time covers one import: the scan of the folder, reading, grouping, deciding and the commit.");
    }

    /// <summary>Typical rules: a topic or two, a few words, a minimum of outlets or quality.</summary>
    public static ChannelRules Rules(int i) => new()
    {
        Topics = i % 4 == 0 ? [] : [Topics[i % 8], Topics[i / 8 % 8]],
        Words = i % 5 == 0 ? [WordPattern.Parse("storm", out _)!, WordPattern.Parse("power grid", out _)!] : [],
        NotWords = i % 7 == 0 ? [WordPattern.Parse("horoscope", out _)!] : [],
        LeastQuality = i % 3 == 0 ? i % 100 : null,
        LeastOutlets = i % 11 == 0 ? 3 : 1,
    };

    public static IEnumerable<Subscription> Subscriptions(int channels, Func<int, ChannelRules> rules) =>
        Enumerable.Range(0, channels).Select(i => new Subscription
        {
            Channel = i.ToString(CultureInfo.InvariantCulture),
            Guild = "guild",
            Latest = 0,
            Rules = rules(i),
        });

    /// <param name="place">Of the server's database; null for a file.</param>
    static async Task RowAsync(Table table, string? place, int channels, Func<int, ChannelRules> rules, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("news-deciding-");
        var content = folder.CreateSubdirectory("content").FullName;
        Write(content, 0);
        using var database = new DeskDatabase(place ?? Path.Combine(folder.FullName, "news.db"));
        var importer = new ArticleImporter(database, new(content), TimeProvider.System);
        await importer.ImportAsync(TimeSpan.Zero, progress: null, ct);
        await new ChannelAdministration(database, TimeProvider.System).SaveAllAsync([.. Subscriptions(channels, rules)], by: null, ct);

        var times = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            Write(content, round);
            var clock = Stopwatch.StartNew();
            await importer.ImportAsync(TimeSpan.Zero, progress: null, ct);
            times.Add(clock.Elapsed.TotalMilliseconds);
            await SendAsync(database, ct);
        }

        using var outbox = new OutboxLease(database, new(database, TimeProvider.System));
        var counts = await new DeliveryStore(database, TimeProvider.System, outbox).CountsAsync(ct);
        var deliveries = counts.Sum(count => count.Count);
        times.Sort();
        table.AddRow($"{channels}", $"{deliveries / Rounds}", $"{times[Rounds / 2]:0.0} ms", $"{times[^1]:0.0} ms");
        folder.Delete(recursive: true);
    }

    /// <summary>Records all deliveries as sent before the next story.</summary>
    public static Task SendAsync(DeskDatabase database, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            using var statement = session.Prepare(
                """
                update deliveries
                set state = 'sent', sent_edition = edition, sent_at = created_at, message = '1214127331308732422'
                where state = 'pending'
                """);
            statement.Run();
            return Task.CompletedTask;
        },
        ct);

    public static void Write(string content, int story) => File.WriteAllText(
        Path.Combine(content, $"{story:0000}.md"),
        string.Create(CultureInfo.InvariantCulture, $$"""
            ---
            title: "Storm {{story}} cuts power along the coast"
            excerpt: "Thousands of homes were without light on the evening of day {{story}}, and the ferries stayed in port."
            publishedDateTime: {{DateTime.UtcNow.Date.AddMinutes(-story):yyyy-MM-ddTHH:mmZ}}
            webUrl: https://gazette{{story}}.example/storm
            quality: 60
            topics: [{{Topics[story % 8]}}, {{Topics[story / 8 % 8]}}]
            related:
              - title: Another report
                webUrl: https://post{{story}}.example/storm
                provider: {name: Tidal Post, domain: post.example}
              - title: One more report
                webUrl: https://ledger{{story}}.example/storm
                provider: {name: Grid Ledger, domain: ledger.example}
            ---
            """));
}
