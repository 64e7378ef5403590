using System.Text.Json;
using Bot.Cards;
using Bot.Cli;
using Bot.Commands;
using Bot.Commands.Interactions;
using Bot.Hosting;
using Desk.Archive;
using Desk.Importing;
using Desk.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests;

/// <summary>The bot without Discord: articles in a folder, a real database, all commands, and a clock that stands still.</summary>
sealed class Newsroom : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly EmptyDatabase database;
    readonly ServiceProvider services;

    Newsroom(Action<IServiceCollection>? more)
    {
        Directory.CreateDirectory(folder.File("content"));
        database = new(folder.File("news.db"));
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddNews(new() { Folder = folder.File("content"), Database = database.Place })
            .AddCommands();
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-11-24T12:00:00Z"));

    public ArticleStore Articles => Get<ArticleStore>();

    /// <summary>The person who uses the bot.</summary>
    public static Discord.Models.Snowflake Moderator { get; } = new(7);

    /// <summary>By what buttons name one of the twelve stories.</summary>
    public static long Key(int story) => KeyOf($"{story:00}.md", $"https://gazette.example/{story}");

    /// <summary>By what buttons name an article.</summary>
    public static long KeyOf(string path, string address) => Desk.Database.RandomKey.Of($"{path}\n{address}");

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
                {string.Concat(Enumerable.Range(1, i == 12 ? 7 : 0).Select(Related))}
                """);
        }

        await newsroom.ImportAsync();
        return newsroom;
    }

    static string Related(int i) => $$"""
          - title: Coverage {{i}}
            excerpt: "Said {{i}}."
            webUrl: https://post.example/{{i}}
            publishedDateTime: 2026-11-{{i:00}}
            provider: {name: Tidal Post, domain: post.example}

        """;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <param name="frontMatter">The fields, without the lines of --- around them.</param>
    public void Write(string path, string frontMatter) => folder.Write("content/" + path, $"---\n{frontMatter}\n---\n");

    /// <summary>Any file below the content folder.</summary>
    public void WriteFile(string path, string text) => folder.Write("content/" + path, text);

    public Task<ImportReport> ImportAsync() =>
        Get<ArticleImporter>().ImportAsync(patience: TimeSpan.Zero, progress: null, TestContext.Current.CancellationToken);

    /// <summary>What the bot answers to a typed command.</summary>
    /// <param name="typed">As in <c>/latest count:3</c>.</param>
    /// <param name="language">The language of the person's Discord.</param>
    public async Task<Reply> RunAsync(string typed, string language = "en-US")
    {
        var catalog = Get<CommandCatalog>();
        Assert.True(TypedCall.TryParse(typed, catalog, out var call, out var mistake), mistake);
        return await catalog.Command(call.Name)!.RunAsync(
            call with { UserId = Moderator, Language = language },
            TestContext.Current.CancellationToken);
    }

    /// <summary>What the bot suggests while the last option is typed.</summary>
    public async Task<IReadOnlyList<Discord.Models.Choice>> SuggestAsync(string typed)
    {
        var catalog = Get<CommandCatalog>();
        // Discord asks before anything is typed, too; a whole command has no empty option.
        var isEmpty = typed.EndsWith(':');
        Assert.True(TypedCall.TryParse(isEmpty ? $"{typed}x" : typed, catalog, out var call, out var mistake), mistake);
        var last = call.Options[^1] with { Focused = true };
        if (isEmpty)
            last = last with { Value = JsonSerializer.SerializeToElement("") };
        call = call with { Options = [.. call.Options.SkipLast(1), last] };
        return await ((ISuggest)catalog.Command(call.Name)!).SuggestAsync(call, TestContext.Current.CancellationToken);
    }

    /// <summary>What the bot answers when the button of this label is pressed.</summary>
    public async Task<Reply> PressAsync(Reply reply, string label)
    {
        var button = reply.Buttons().Single(button => button.Label == label);
        Assert.False(button.Disabled);
        return await PressAsync(Interaction(button.CustomId!) with
        {
            Message = new() { Id = new(1), ChannelId = new(1), Embeds = reply.Embeds, Components = reply.Components },
        });
    }

    /// <param name="customId">Of a button or a menu.</param>
    /// <param name="chosen">From the menu.</param>
    public Task<Reply> PressAsync(string customId, params IReadOnlyList<string> chosen) =>
        PressAsync(Interaction(customId) with { Values = chosen });

    public Task<Reply> PressAsync(CustomIdInteraction interaction) =>
        Get<InteractionRouter>().PressAsync(interaction, TestContext.Current.CancellationToken);

    /// <summary>What the bot answers when a form is sent with these answers.</summary>
    public Task<Reply> SubmitAsync(Form form, params IReadOnlyList<(string Question, string Answer)> answers) =>
        SubmitAsync(Interaction(form.Id.ToString()) with
        {
            Answers = answers.ToDictionary(answer => answer.Question, answer => (IReadOnlyList<string>)[answer.Answer]),
        });

    public Task<Reply> SubmitAsync(CustomIdInteraction interaction) =>
        Get<InteractionRouter>().SubmitAsync(interaction, TestContext.Current.CancellationToken);

    /// <summary>An interaction of the moderator, in the server where commands are typed.</summary>
    public static CustomIdInteraction Interaction(string customId) => new()
    {
        CustomId = CustomId.Parse(customId)!,
        GuildId = new(1),
        UserId = Moderator,
        Member = new() { Permissions = Discord.Models.Permissions.ManageGuild },
    };

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        database.Dispose();
        folder.Dispose();
    }
}
