using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Bot.Commands;
using Bot.Hosting;
using Bot.Meaning;
using Desk.Archive;
using Desk.Archive.Meaning;
using Desk.Archive.Questions;
using Desk.Database;
using Discord.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Benchmarks.Answers;

/// <summary>
/// How long members wait inside the bot, from an interaction to its reply, when they come at a steady rate whatever the replies take;
/// and what the model costs in memory.
/// </summary>
static class AskingBenchmark
{
    /// <summary>So many articles the model reads; the vectors of the others are copies, since only their number matters here.</summary>
    const int Read = 1000;

    static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    static readonly Option<string> From = new("--from")
    {
        DefaultValueFactory = _ => "../shared/corpus/powerapps-2021-10-01/_news",
        Description = "Folder with the articles to repeat",
    };
    static readonly Option<int> Files = new("--files") { DefaultValueFactory = _ => 100_000, Description = "Number of articles" };
    static readonly Option<int> Rate = new("--rate") { DefaultValueFactory = _ => 20, Description = "Interactions a second" };
    static readonly Option<int> Seconds = new("--seconds") { DefaultValueFactory = _ => 60, Description = "For how long" };
    static readonly Option<string> Program = new("--program")
    {
        DefaultValueFactory = _ => "src/Bot/bin/Release/net10.0",
        Description = "The folder with the bot and its model",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        const string description = "Answers members at a steady rate, with a large archive";
        var command = new Command("asking", description) { From, Files, Rate, Seconds, Program };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(From)!, parsed.GetValue(Files), parsed.GetValue(Rate), parsed.GetValue(Seconds),
            Path.GetFullPath(parsed.GetValue(Program)!), ct));
        return command;
    }

    static async Task RunAsync(string from, int files, int rate, int seconds, string program, CancellationToken ct)
    {
        using var desk = RepeatedDesk.Open(from, files);
        await desk.ColdAsync(ct);
        using var generator = new EmbeddingProcess(
            EmbeddingProgram.For(Path.Combine(program, "models", MiniLm.Name), program), Idle, TimeProvider.System);
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddNews(new() { Folder = desk.Folder, Database = desk.DatabaseFile })
            .AddSingleton(services => new MeaningSearch(
                new(services.GetRequiredService<DeskDatabase>()), generator, MiniLm.Name, Idle, TimeProvider.System))
            .AddCommands()
            .BuildServiceProvider();
        var perSecond = await EmbedAsync(services.GetRequiredService<DeskDatabase>(), generator, ct);
        var router = services.GetRequiredService<InteractionRouter>();
        var names = await services.GetRequiredService<ArchiveNamesStore>().NamesAsync(ct);
        var kinds = await KindsAsync(services.GetRequiredService<ArticleStore>(), names, ct);
        // As it is without meaning: the background reader's process has ended, and a phrase in quotes is looked up by its words.
        await Task.Delay(Idle * 1.5, ct);
        await TimeAsync(router, kinds[^1].Of("\"canvas\" apps"), ct);
        await AskAsync(router, [.. kinds.SkipLast(2)], rate, seconds: 10, ct);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var idle = Environment.WorkingSet;

        var first = await TimeAsync(router, kinds[^1].Of(kinds[^1].Next()), ct);
        foreach (var kind in kinds)
            await TimeAsync(router, kind.Of(kind.Next()), ct);
        await AskAsync(router, kinds, rate, seconds, ct);

        var (asked, child) = (Environment.WorkingSet - idle, MemoryOf(generator.ProcessId));
        await Task.Delay(Idle * 1.5, ct);
        Show(kinds, perSecond, first, asked, child, Environment.WorkingSet - idle + MemoryOf(generator.ProcessId));
    }

    /// <summary>Has the model read some articles, and copies their vectors to the others.</summary>
    /// <returns>Articles a second.</returns>
    static async Task<double> EmbedAsync(DeskDatabase database, EmbeddingProcess generator, CancellationToken ct)
    {
        var store = new EmbeddingStore(database);
        var articles = await store.MissingAsync(MiniLm.Name, after: null, Read, ct);
        await generator.GenerateAsync(["warm"], cancellationToken: ct);
        var clock = Stopwatch.StartNew();
        var vectors = await generator.GenerateAsync(articles.Select(article => article.Text), cancellationToken: ct);
        var took = clock.Elapsed;
        UnreadArticle? last = null;
        while (await store.MissingAsync(MiniLm.Name, last, Read, ct) is { Count: > 0 } missing)
        {
            await store.SaveAsync(MiniLm.Name, [.. missing.Zip(vectors, (article, vector) => (article, vector.Vector))], ct);
            last = missing[^1];
        }

        return articles.Count / took.TotalSeconds;
    }

    static async Task<IReadOnlyList<Kind>> KindsAsync(ArticleStore articles, ArchiveNames names, CancellationToken ct)
    {
        var outlets = names.Outlets.Take(25).Select(outlet => outlet.Name).ToList();
        var questions = AskedQuestion.Read().Select(asked => asked.Question).ToList();
        var titles = (await articles.LatestAsync(0, 200, ct)).Headlines.Select(headline => headline.Title).ToList();
        var topics = (await articles.TopicsLikeAsync("", 25, ct)).Select(topic => topic.Name).ToList();
        return
        [
            new("/latest", ["x"], _ => Used("latest")),
            new("/topic", topics, topic => Used("topic", ("name", topic))),
            new("/related", titles, title => Used("related", ("article", title))),
            new("/timeline", titles, title => Used("timeline", ("story", title))),
            new("/trending", ["x"], _ => Used("trending")),
            new("/outlet", outlets, outlet => Used("outlet", ("name", outlet))),
            new("headlines suggested", titles, title => Typing("related", "article", title[..Math.Min(6, title.Length)])),
            new("topics suggested", topics, topic => Typing("topic", "name", topic[..2])),
            new("/search", questions, question => Used("search", ("words", question))),
            // Backwards, so that /search has not asked them just before.
            new("/ask", [.. questions.AsEnumerable().Reverse()], question => Used("ask", ("question", question))),
        ];
    }

    static async Task AskAsync(InteractionRouter router, IReadOnlyList<Kind> kinds, int rate, int seconds, CancellationToken ct)
    {
        var (clock, running) = (Stopwatch.StartNew(), new List<Task>());
        for (var at = 0; at < rate * seconds; at++)
        {
            var due = TimeSpan.FromSeconds((double)at / rate) - clock.Elapsed;
            if (due > TimeSpan.Zero)
                await Task.Delay(due, ct);
            var kind = kinds[at % kinds.Count];
            var text = kind.Next();
            running.Add(Task.Run(async () => kind.Add(await TimeAsync(router, kind.Of(text), ct), text), ct));
        }

        await Task.WhenAll(running);
    }

    static async Task<TimeSpan> TimeAsync(InteractionRouter router, Interaction interaction, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        if (interaction.Type is InteractionType.ApplicationCommandAutocomplete)
            await router.SuggestAsync(interaction, ct);
        else
            await router.RunAsync(interaction, ct);
        return Stopwatch.GetElapsedTime(started);
    }

    static void Show(IReadOnlyList<Kind> kinds, double perSecond, TimeSpan first, long asked, long child, long left)
    {
        var table = new Table().AddColumns("", "times", "median", "p99", "longest", "which was");
        foreach (var kind in kinds)
        {
            var times = kind.Times.OrderBy(one => one.Took).ToList();
            table.AddRow(
                kind.Name, $"{times.Count}", Milliseconds(times[times.Count / 2].Took), Milliseconds(times[(int)(times.Count * 0.99)].Took),
                Milliseconds(times[^1].Took), Markup.Escape(times[^1].Text));
        }

        AnsiConsole.Write(table);
        AnsiConsole.Write(new Table().AddColumns("", "figure")
            .AddRow("the first question, which loads the vectors", Milliseconds(first))
            .AddRow("texts a second that the model reads", $"{perSecond:0}")
            .AddRow("memory added by questions", $"{asked >> 20} MiB")
            .AddRow("the process with the model", $"{child >> 20} MiB")
            .AddRow("both, when nobody has asked for a while", $"{left >> 20} MiB"));
    }

    static long MemoryOf(int? id)
    {
        using var process = id is { } running ? Process.GetProcessById(running) : null;
        return process?.WorkingSet64 ?? 0;
    }

    static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:0.0} ms";

    static Interaction Used(string name, params IReadOnlyList<(string Name, string Value)> options) => new()
    {
        Id = new(1),
        ApplicationId = new(2),
        Type = InteractionType.ApplicationCommand,
        Token = "t",
        User = new() { Id = new(3) },
        AppPermissions = Permissions.AttachFiles,
        Data = new() { Name = name, Options = [.. options.Select(option => Option(option.Name, option.Value))] },
    };

    static Interaction Typing(string command, string option, string typed) => Used(command) with
    {
        Type = InteractionType.ApplicationCommandAutocomplete,
        Data = new() { Name = command, Options = [Option(option, typed) with { Focused = true }] },
    };

    static InteractionOption Option(string name, string value) =>
        new() { Type = OptionType.String, Name = name, Value = JsonSerializer.SerializeToElement(value) };

    sealed class Kind(string name, IReadOnlyList<string> texts, Func<string, Interaction> interaction)
    {
        readonly List<(TimeSpan Took, string Text)> times = [];
        int next;

        public string Name => name;

        public IReadOnlyList<(TimeSpan Took, string Text)> Times => times;

        public string Next() => texts[next++ % texts.Count];

        public Interaction Of(string text) => interaction(text);

        public void Add(TimeSpan took, string text)
        {
            lock (times)
                times.Add((took, text));
        }
    }
}
