using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Spectre.Console;

namespace Benchmarks;

/// <summary>A tenth of a large desk, and all of it: what grows with the number of articles and channels, and how much faster.</summary>
static class ScaleBenchmark
{
    const int Stories = 5;

    /// <summary>How often each command is used.</summary>
    const int Uses = 20;

    static readonly string[] Commands =
    [
        "/latest count:5", "/topic name:Harbour", "/search words:ferry", "/ask question:When does the ferry run?", "/trending", "/topics",
        "/outlet name:Harbour Gazette",
    ];

    const double Megabyte = 1024 * 1024;

    /// <summary>From the start until the memory is looked at: nothing that the start needed is still going on.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    static readonly Option<int> Articles = new("--articles") { DefaultValueFactory = _ => 1_000_000 };
    static readonly Option<int> Channels = new("--channels") { DefaultValueFactory = _ => 10_000 };
    static readonly Option<string> From = new("--from")
    {
        DefaultValueFactory = _ => "content",
        Description = "Folder with the articles to repeat",
    };

    static readonly Option<FileInfo?> Bot = new("--bot") { Description = "The program: a Bot.dll, or an executable" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        const string description = "Imports, restarts, decides, rests, and answers with very many articles and channels";
        var command = new Command("scale", description) { Articles, Channels, From, Bot };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (articles, channels, from) = (parsed.GetValue(Articles), parsed.GetValue(Channels), parsed.GetValue(From)!);
        var program = parsed.GetValue(Bot)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "Bot.dll");
        var tenth = await MeasureAsync(from, articles / 10, channels / 10, program, ct);
        var all = await MeasureAsync(from, articles, channels, program, ct);
        var table = new Table().AddColumns(
            "", $"{articles / 10:N0} articles, {channels / 10:N0} channels", $"{articles:N0} articles, {channels:N0} channels", "ratio");
        foreach (var (before, after) in tenth.Zip(all))
        {
            var ratio = after.Value / before.Value;
            table.AddRow(before.What, before.Words, after.Words, ratio.ToString("0.0", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
    }

    static async Task<List<Figure>> MeasureAsync(string from, int articles, int channels, string program, CancellationToken ct)
    {
        Tell($"writing {articles:N0} files");
        using var desk = RepeatedDesk.Open(from, articles);
        Tell("importing");
        var cold = await desk.ColdAsync(ct);
        var figures = new List<Figure>
        {
            Time("first import", cold.Took),
            Memory("its peak memory", cold.Memory),
            Memory("database", new FileInfo(desk.DatabaseFile).Length),
        };
        Tell("restarting");
        figures.Add(Time("restart with unchanged files, in this process", await desk.RestartAsync(ct)));
        figures.Add(Time("again", await desk.RestartAsync(ct)));
        figures.Add(Time($"new story for these channels, median of {Stories}", await DecideAsync(desk, channels, ct)));
        figures.AddRange(await RestAsync(desk, program, ct));
        return figures;
    }

    /// <summary>From a new file to its deliveries, the scan of the folder included.</summary>
    static async Task<TimeSpan> DecideAsync(RepeatedDesk desk, int channels, CancellationToken ct)
    {
        Tell($"deciding for {channels:N0} channels");
        using var database = new DeskDatabase(desk.DatabaseFile);
        var importer = new ArticleImporter(database, new(desk.Folder), TimeProvider.System);
        var subscriptions = DecidingBenchmark.Subscriptions(channels, DecidingBenchmark.Rules);
        await new ChannelAdministration(database, TimeProvider.System).SaveAllAsync([.. subscriptions], by: null, ct);
        var times = new List<TimeSpan>();
        for (var story = 1; story <= Stories; story++)
        {
            DecidingBenchmark.Write(desk.Folder, story);
            var clock = Stopwatch.StartNew();
            await importer.ImportAsync(TimeSpan.Zero, progress: null, ct);
            times.Add(clock.Elapsed);
            await DecidingBenchmark.SendAsync(database, ct);
        }

        times.Sort();
        return times[Stories / 2];
    }

    /// <summary>The real program, when nothing happens.</summary>
    static async Task<IReadOnlyList<Figure>> RestAsync(RepeatedDesk desk, string program, CancellationToken ct)
    {
        Tell("starting the bot");
        using var discord = await LocalDiscordProcess.StartAsync(channels: 0, ct);
        var clock = Stopwatch.StartNew();
        await using var bot = await SoakBot.StartAsync(program, Path.GetDirectoryName(desk.DatabaseFile)!, discord.Address, ct);
        var took = clock.Elapsed;
        await Task.Delay(Rest, ct);
        var atRest = await bot.MemoryAsync(clock.Elapsed, ct);
        Tell("asking");
        var answers = await AskAsync(discord.Address, ct);
        var after = await bot.MemoryAsync(clock.Elapsed, ct);
        await bot.StopAsync(ct);
        return
        [
            Time("start of the bot until its commands are registered", took),
            Memory("its memory at rest", atRest.Resident),
            .. answers,
            Memory("its memory after these answers", after.Resident),
        ];
    }

    /// <summary>From the dispatch of a command to its answer, as the local Discord measures it.</summary>
    static async Task<IReadOnlyList<Figure>> AskAsync(Uri discord, CancellationToken ct)
    {
        using var people = new HttpClient { BaseAddress = discord };
        var figures = new List<Figure>();
        foreach (var command in Commands)
        {
            var times = new List<double>();
            for (var use = 0; use < Uses; use++)
            {
                var request = new Dictionary<string, string> { ["as"] = "member", ["channel"] = "general", ["command"] = command };
                using var answer = await people.PostAsJsonAsync("sandbox/interactions", request, ct);
                using var seen = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
                answer.EnsureSuccessStatusCode();
                times.Add(seen.RootElement.GetProperty("elapsed_ms").GetDouble());
            }

            times.Sort();
            figures.Add(Time($"{command}, median", TimeSpan.FromMilliseconds(times[Uses / 2])));
            figures.Add(Time($"{command}, slowest", TimeSpan.FromMilliseconds(times[^1])));
        }

        return figures;
    }

    static Figure Time(string what, TimeSpan time) => new(
        what,
        time.TotalMilliseconds,
        time.TotalSeconds >= 10 ? $"{time.TotalSeconds:0.0} s"
            : time.TotalMilliseconds >= 10 ? $"{time.TotalMilliseconds:0} ms" : $"{time.TotalMilliseconds:0.00} ms");

    static Figure Memory(string what, long bytes) => new(what, bytes, $"{bytes / Megabyte:N0} MiB");

    static void Tell(string line) => Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {line}");

    sealed record Figure(string What, double Value, string Words);
}
