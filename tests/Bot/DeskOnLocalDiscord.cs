using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Commands.Interactions;
using Bot.Health;
using Bot.Hosting;
using Bot.Meaning;
using Bot.Pictures;
using Bot.Posting;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Desk.Tests;
using Discord.Models;
using LocalDiscord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests;

/// <summary>
/// The whole desk of one test on a local Discord of its own, with one clock for both. Nothing runs by itself until
/// <see cref="StartAsync"/>.
/// </summary>
sealed class DeskOnLocalDiscord : IAsyncDisposable
{
    /// <summary>Longer than anything takes on a slow machine.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TemporaryFolder folder = new();
    readonly EmptyDatabase database;
    readonly LocalDiscordServer server;
    readonly HttpClient http;
    readonly DateTimeOffset opened;
    readonly Func<IHost> build;
    IHost host;
    bool isStarted;

    DeskOnLocalDiscord(
        LocalDiscordServer server,
        TimeProvider clock,
        string token,
        IReadOnlyList<ChannelOptions> channels,
        IReadOnlyList<ISlashCommand> commands,
        InteractionsOptions interactions,
        TimeSpan editEvery,
        HttpMessageHandler? network,
        TimeProvider? discordsClock,
        AnswersOptions answers,
        PublicConnector? pictures,
        HealthOptions health,
        string? hubServer)
    {
        this.server = server;
        opened = (discordsClock ?? clock).GetUtcNow();
        http = new() { BaseAddress = server.Address };
        Directory.CreateDirectory(folder.File("content"));
        database = new(DatabaseFile);
        build = () => Build(
            server, folder, database.Place, clock, token, channels, commands, interactions, editEvery, network, answers, pictures, health,
            hubServer);
        host = build();
    }

    static IHost Build(
        LocalDiscordServer server,
        TemporaryFolder folder,
        string database,
        TimeProvider clock,
        string token,
        IReadOnlyList<ChannelOptions> channels,
        IReadOnlyList<ISlashCommand> commands,
        InteractionsOptions interactions,
        TimeSpan editEvery,
        HttpMessageHandler? network,
        AnswersOptions answers,
        PublicConnector? pictures,
        HealthOptions health,
        string? hubServer)
    {
        var builder = DeskHost.For(
            new()
            {
                Discord = new() { Token = token, ApiBase = server.ApiBase },
                Content = new() { Folder = folder.File("content"), Database = database },
                Channels = channels,
                Posting = new() { EditEvery = editEvery, AttachPictures = pictures is not null, HubServer = hubServer },
                Interactions = interactions,
                Answers = answers,
                Health = health,
            },
            clock);
        builder.Logging.ClearProviders();
        if (network is not null)
            builder.Services.AddSingleton(new HttpClient(network));
        if (pictures is not null)
            builder.Services.AddSingleton(pictures);
        foreach (var command in commands)
        {
            builder.Services.AddSingleton(command);
            if (command is IButton button)
                builder.Services.AddSingleton(button);
        }

        return builder.Build();
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="clock">The system's clock if null.</param>
    /// <param name="token">The bot's token.</param>
    /// <param name="channels">The channels in the settings.</param>
    /// <param name="commands">In addition to the bot's own.</param>
    /// <param name="interactions">For interactions over HTTP.</param>
    /// <param name="editEvery">The time between two edits of a card; the default setting if null.</param>
    /// <param name="answers">How questions are answered; the default settings if null.</param>
    /// <param name="discordsClock">If it isn't the bot's.</param>
    /// <param name="pictures">Attaches pictures, and leads to their servers; null shows them from their addresses.</param>
    /// <param name="health">Where it tells how it is; nowhere if null.</param>
    /// <param name="hubServer">The server whose announcement channels others can follow.</param>
    /// <param name="network">Between the bot and the local Discord, for tests in which requests fail.</param>
    public static async Task<DeskOnLocalDiscord> OpenAsync(
        FakeTimeProvider? clock = null,
        string token = LocalDiscordServer.Token,
        IReadOnlyList<ChannelOptions>? channels = null,
        IReadOnlyList<ISlashCommand>? commands = null,
        InteractionsOptions? interactions = null,
        TimeSpan? editEvery = null,
        HttpMessageHandler? network = null,
        FakeTimeProvider? discordsClock = null,
        AnswersOptions? answers = null,
        PublicConnector? pictures = null,
        HealthOptions? health = null,
        string? hubServer = null)
    {
        var time = clock ?? TimeProvider.System;
        var desk = new DeskOnLocalDiscord(
            await LocalDiscordServer.StartAsync(new() { RateLimits = false }, discordsClock ?? time, Ct),
            time,
            token,
            channels ?? [],
            commands ?? [],
            interactions ?? new(),
            editEvery ?? new PostingOptions().EditEvery,
            network,
            discordsClock,
            answers ?? new(),
            pictures,
            health ?? new(),
            hubServer);
        await desk.TakeLeaseAsync();
        return desk;
    }

    /// <summary>Tests send without starting the desk, too.</summary>
    async Task TakeLeaseAsync()
    {
        await Get<OutboxLease>().TakeAsync(Ct);
        Assert.True(await Get<DeskLease>().TryTakeAsync(Ct));
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>An article that was published a while before the desk opened.</summary>
    public void Write(string path, string title, string fields = "") =>
        folder.Write(
            "content/" + path,
            $"---\ntitle: \"{title}\"\npublishedDateTime: {opened.AddHours(-4):yyyy-MM-ddTHH:mm:ssZ}\n"
                + $"webUrl: https://gazette.example/{path}\n{fields}\n---\n");

    /// <summary>As Content:Database takes it.</summary>
    public string Database => database.Place;

    public string DatabaseFile => folder.File("news.db");

    public string BackupFile => folder.File("backup.db");

    /// <summary>Copies the database, as it is now, to <see cref="BackupFile"/>.</summary>
    public void BackUp()
    {
        File.Delete(BackupFile);
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"vacuum into '{BackupFile}'";
        command.ExecuteNonQuery();
    }

    /// <summary>Puts the backup in the place of the database, as the next process finds it.</summary>
    public Task RestoreAsync() => RestartAsync(() =>
    {
        File.Delete(DatabaseFile + "-wal");
        File.Delete(DatabaseFile + "-shm");
        File.Copy(BackupFile, DatabaseFile, overwrite: true);
    });

    /// <summary>The next process on the same files and the same Discord.</summary>
    /// <param name="between">What happens while none runs.</param>
    public async Task RestartAsync(Action? between = null)
    {
        await EndAsync();
        between?.Invoke();
        host = build();
        await TakeLeaseAsync();
    }

    async Task EndAsync()
    {
        if (isStarted)
            await host.StopAsync(CancellationToken.None);
        isStarted = false;
        await Get<DeskProcess>().LeaveAsync(CancellationToken.None);
        host.Dispose();
    }

    public string ContentFolder => folder.File("content");

    /// <summary>Moves the content folder away.</summary>
    public void MoveContent(string name) => Directory.Move(ContentFolder, folder.File(name));

    public void MoveContentBack(string name) => Directory.Move(folder.File(name), ContentFolder);

    public Task<ImportReport> ImportAsync() => Get<ArticleImporter>().ImportAsync(patience: TimeSpan.Zero, progress: null, Ct);

    public async Task StartAsync()
    {
        isStarted = true;
        await host.StartAsync(Ct);
    }

    /// <summary>Starts with one article, whose topic is Harbour, and adds #news, which gets only later ones.</summary>
    public async Task StartWithNewsChannelAsync()
    {
        Write("a.md", "Boat", "topics: [Harbour]");
        await ImportAsync();
        await StartAsync();
        await UntilReadyAsync();
        await InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news latest:0"}""");
    }

    /// <summary>The custom_id of the button or menu that sets a part of a panel.</summary>
    public static string CustomId(JsonElement message, string part) => message.GetProperty("components").EnumerateArray()
        .SelectMany(row => row.GetProperty("components").EnumerateArray())
        .Select(component => component.GetProperty("custom_id").GetString()!)
        .Single(id => id.EndsWith($":={part}", StringComparison.Ordinal));

    /// <summary>The titles of the posts in a channel, oldest first.</summary>
    public async Task<IReadOnlyList<string>> PostsAsync(string channel) =>
        [.. (await MessagesAsync(channel)).Select(message => Posted.Title(message))];

    /// <summary>The messages of a channel that carry an embed.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string channel)
    {
        using var messages = await http.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=moderator", Ct);
        return
        [
            .. messages!.RootElement.EnumerateArray()
                .Where(message => Posted.IsPost(message))
                .Select(message => message.Clone()),
        ];
    }

    /// <summary>Returns when the channel has that many posts.</summary>
    public async Task UntilPostedAsync(string channel, int count)
    {
        for (var patience = Stopwatch.StartNew(); (await MessagesAsync(channel)).Count < count; await Task.Yield())
            Assert.True(patience.Elapsed < Patience, $"#{channel} has only {(await MessagesAsync(channel)).Count} of {count} posts.");
    }

    /// <summary>Returns when the channel shows that the bot is thinking.</summary>
    public async Task UntilThinkingAsync(string channel)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            Assert.True(patience.Elapsed < Patience, $"Nobody is thinking in #{channel}.");
            using var messages = await http.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=member", Ct);
            if (messages!.RootElement.EnumerateArray().Any(message => (message.GetProperty("flags").GetInt32() & 128) != 0))
                return;
        }
    }

    /// <summary>The message with this content in a channel, as a member sees it; returns when it is there.</summary>
    public async Task<JsonElement> UntilShownAsync(string channel, string content)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            Assert.True(patience.Elapsed < Patience, $"Nothing in #{channel} says \"{content}\".");
            using var messages = await http.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=member", Ct);
            foreach (var message in messages!.RootElement.EnumerateArray().Where(one => one.GetProperty("content").GetString() == content))
                return message.Clone();
        }
    }

    /// <summary>Returns when the bot has answered an interaction with this type.</summary>
    public async Task UntilAnsweredAsync(InteractionResponseType type)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            Assert.True(patience.Elapsed < Patience, $"Nothing was answered with {type}.");
            if ((await CallsAsync()).Any(IsAnswer))
                return;
        }

        bool IsAnswer(JsonElement call) =>
            call.GetProperty("path").GetString()!.EndsWith("/callback", StringComparison.Ordinal)
            && call.GetProperty("request").GetProperty("type").GetInt32() == (int)type;
    }

    /// <summary>The latest calls of the bot, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> CallsAsync()
    {
        using var calls = await http.GetFromJsonAsync<JsonDocument>("sandbox/calls", Ct);
        return [.. calls!.RootElement.EnumerateArray().Select(call => call.Clone())];
    }

    /// <summary>What a person sees after an interaction, such as <c>{"as":"member","command":"/latest"}</c>.</summary>
    public async Task<JsonElement> InteractAsync(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("sandbox/interactions", body, Ct);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return document.RootElement.Clone();
    }

    /// <summary>The same with a file, whose number in the command is 1.</summary>
    public async Task<JsonElement> InteractAsync(string json, byte[] file, string name)
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(json), "payload_json" },
            { new ByteArrayContent(file), "files[1]", name },
        };
        using var answer = await http.PostAsync("sandbox/interactions", body, Ct);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return document.RootElement.Clone();
    }

    /// <summary>What Discord's API has at this path, for the bot.</summary>
    public async Task<JsonElement> ApiAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v10/{path}");
        request.Headers.Authorization = new("Bot", LocalDiscordServer.Token);
        using var answer = await http.SendAsync(request, Ct);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return document.RootElement.Clone();
    }

    /// <summary>What a member sees after pressing this button of a message, counted from 0, links included.</summary>
    public Task<JsonElement> PressAsync(JsonElement message, int button)
    {
        var customId = Posted.All(message).Where(IsButton).ElementAt(button).GetProperty("custom_id").GetRawText();
        var id = message.GetProperty("id").GetRawText();
        return InteractAsync($$"""{"as": "member", "channel": "news", "press": {"message": {{id}}, "custom_id": {{customId}} } }""");
    }

    static bool IsButton(JsonElement component) => component.GetProperty("type").GetInt32() == 2;

    /// <summary>What a member sees after choosing this value from the first menu of a message.</summary>
    public Task<JsonElement> SelectAsync(JsonElement message, string value)
    {
        var customId = Posted.All(message).First(Posted.IsMenu).GetProperty("custom_id").GetRawText();
        var id = message.GetProperty("id").GetRawText();
        var choice = $$"""{"message": {{id}}, "custom_id": {{customId}}, "values": [{{JsonSerializer.Serialize(value)}}]}""";
        return InteractAsync($$"""{"as": "member", "channel": "news", "select": {{choice}} }""");
    }

    /// <summary>Causes a fault, such as <c>{"channel":"news","deny":["EMBED_LINKS"]}</c>.</summary>
    public async Task CauseAsync(string fault)
    {
        using var body = new StringContent(fault, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("sandbox/faults", body, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Sets whether a member accepts private messages.</summary>
    public async Task AcceptPrivateMessagesAsync(string member, bool accepts)
    {
        using var answer = await http.PostAsJsonAsync(
            "sandbox/direct-messages", new Dictionary<string, object> { ["as"] = member, ["accept"] = accepts }, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Returns when the bot has registered its commands, and has heard what Discord calls them.</summary>
    public async Task UntilReadyAsync()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            Assert.True(patience.Elapsed < Patience, "The bot has not registered its commands.");
            // Asked first: a request at each turn would take the processor from the bot that is waited for.
            if (!Get<CommandMentions>().Of("latest").StartsWith("</", StringComparison.Ordinal))
                continue;
            using var commands = await http.GetFromJsonAsync<JsonDocument>("sandbox/commands?as=moderator", Ct);
            if (commands!.RootElement.GetArrayLength() > 0)
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        http.Dispose();
        await server.DisposeAsync();
        database.Dispose();
        folder.Dispose();
    }
}
