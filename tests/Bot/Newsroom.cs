using Bot.Cards;
using Bot.Commands;
using Bot.Hosting;
using Bot.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using News.Importing;
using News.Storage;
using Shared;

namespace Bot.Tests;

/// <summary>The rooms of one test: articles in a folder, a real database, all commands, and a clock that stands still.</summary>
sealed class Newsroom : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly ServiceProvider services;

    Newsroom(Action<IServiceCollection>? more)
    {
        Directory.CreateDirectory(folder.File("content"));
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddNews(new() { Folder = folder.File("content"), Database = folder.File("news.db") })
            .AddCommands();
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-11-24T12:00:00Z"));

    public ArticleStore Articles => Get<ArticleStore>();

    /// <summary>Who types and presses here.</summary>
    public static Discord.Snowflake Moderator { get; } = new(7);

    /// <summary>With twelve articles on ferries and power grids.</summary>
    public static async Task<Newsroom> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var newsroom = new Newsroom(more);
        for (var i = 1; i <= 12; i++)
        {
            newsroom.Write($"{i:00}.md", $"""
                title: "Story {i} of *twelve*"
                excerpt: "What happened on day {i}."
                publishedDateTime: 2026-11-{i:00}T08:00:00Z
                webUrl: https://gazette.example/{i}
                provider: {"{"}name: Harbour Gazette, domain: gazette.example{"}"}
                topics: [{(i % 2 == 0 ? "Power grids" : "Ferries")}]
                related:
                {string.Concat(Enumerable.Range(1, i == 12 ? 7 : 0).Select(n => $"  - {{title: Coverage {n}, excerpt: \"Said {n}.\", webUrl: \"https://post.example/{n}\", publishedDateTime: 2026-11-{n:00}, provider: {{name: Tidal Post, domain: post.example}}}}\n"))}
                """);
        }

        await newsroom.ImportAsync();
        return newsroom;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <param name="frontMatter">The fields, without the marks around them.</param>
    public void Write(string path, string frontMatter) => folder.Write("content/" + path, $"---\n{frontMatter}\n---\n");

    public Task<ImportReport> ImportAsync() => Get<ArticleImporter>().ImportAsync(patience: TimeSpan.Zero, progress: null, TestContext.Current.CancellationToken);

    /// <summary>What the bot answers to a command as it is typed.</summary>
    /// <param name="typed">As in <c>/latest count:3</c>.</param>
    /// <param name="language">Of the Discord of who types it.</param>
    public async Task<Reply> RunAsync(string typed, string language = "en-US")
    {
        var catalog = Get<CommandCatalog>();
        Assert.True(TypedCommand.TryParse(typed, catalog, out var call, out var mistake), mistake);
        return await catalog.Command(call.Name)!.RunAsync(call with { UserId = Moderator, Language = language }, TestContext.Current.CancellationToken);
    }

    /// <summary>What the bot suggests while the last option is typed.</summary>
    public async Task<IReadOnlyList<Discord.Choice>> SuggestAsync(string typed)
    {
        var catalog = Get<CommandCatalog>();
        Assert.True(TypedCommand.TryParse(typed, catalog, out var call, out var mistake), mistake);
        call = call with { Options = [.. call.Options.Select((option, index) => option with { Focused = index == call.Options.Count - 1 })] };
        return await ((ISuggest)catalog.Command(call.Name)!).SuggestAsync(call, TestContext.Current.CancellationToken);
    }

    /// <summary>What the bot answers when the button of this label is pressed.</summary>
    public async Task<Reply> PressAsync(Reply reply, string label)
    {
        var button = reply.Buttons().Single(button => button.Label == label);
        Assert.False(button.Disabled);
        return await PressAsync(button.CustomId!);
    }

    /// <param name="customId">Of a button or a menu.</param>
    /// <param name="chosen">From the menu.</param>
    public Task<Reply> PressAsync(string customId, params IReadOnlyList<string> chosen) =>
        PressAsync(Press(customId) with { Values = chosen });

    public Task<Reply> PressAsync(Press press) => Get<CommandCatalog>().Button(press.Id.Name)!.PressAsync(press, TestContext.Current.CancellationToken);

    /// <summary>What the bot answers when a form is sent with these answers.</summary>
    public Task<Reply> SubmitAsync(Form form, params IReadOnlyList<(string Question, string Answer)> answers) =>
        SubmitAsync(Press(form.Id.ToString()) with { Answers = answers.ToDictionary(answer => answer.Question, answer => (IReadOnlyList<string>)[answer.Answer]) });

    public Task<Reply> SubmitAsync(Press press) => Get<CommandCatalog>().Form(press.Id.Name)!.SubmitAsync(press, TestContext.Current.CancellationToken);

    /// <summary>By the moderator, in the guild where commands are typed.</summary>
    public static Press Press(string customId) => new()
    {
        Id = CustomId.Parse(customId)!,
        GuildId = new(1),
        UserId = Moderator,
        Member = new() { Permissions = Discord.Permissions.ManageGuild },
    };

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
