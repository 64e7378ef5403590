using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Commands;
using Bot.Hosting;
using Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using News.Importing;
using Sandbox;
using Shared;

namespace Bot.Tests;

/// <summary>The whole desk of one test on a local Discord of its own, with one clock for both. Nothing runs by itself until <see cref="StartAsync"/>.</summary>
sealed class DeskOnLocalDiscord : IAsyncDisposable
{
    /// <summary>What takes longer on any machine does not come.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TemporaryFolder folder = new();
    readonly SandboxServer server;
    readonly HttpClient http;
    readonly IHost host;
    bool isStarted;

    DeskOnLocalDiscord(SandboxServer server, TimeProvider clock, string token, IReadOnlyList<ChannelOptions> channels, IReadOnlyList<ISlashCommand> commands, InteractionsOptions interactions, TimeSpan editEvery)
    {
        this.server = server;
        http = new() { BaseAddress = server.Address };
        Directory.CreateDirectory(folder.File("content"));
        var builder = DeskHost.For(
            new()
            {
                Discord = new() { Token = token, ApiBase = server.ApiBase },
                Content = new() { Folder = folder.File("content"), Database = folder.File("news.db") },
                Channels = channels,
                Posting = new() { EditEvery = editEvery },
                Interactions = interactions,
            },
            clock);
        builder.Logging.ClearProviders();
        foreach (var command in commands)
        {
            builder.Services.AddSingleton(command);
            if (command is IButton button)
                builder.Services.AddSingleton(button);
        }

        host = builder.Build();
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="clock">The system's where a test needs nothing else.</param>
    /// <param name="token">What the bot presents itself with.</param>
    /// <param name="channels">Those of the settings.</param>
    /// <param name="commands">Beside the bot's own.</param>
    /// <param name="interactions">Over HTTP, where a test wants that.</param>
    /// <param name="editEvery">Between two edits of one card; what the settings say by themselves.</param>
    public static async Task<DeskOnLocalDiscord> OpenAsync(
        FakeTimeProvider? clock = null,
        string token = SandboxServer.Token,
        IReadOnlyList<ChannelOptions>? channels = null,
        IReadOnlyList<ISlashCommand>? commands = null,
        InteractionsOptions? interactions = null,
        TimeSpan? editEvery = null)
    {
        var time = clock ?? TimeProvider.System;
        return new(await SandboxServer.StartAsync(new() { RateLimits = false }, time, Ct), time, token, channels ?? [], commands ?? [], interactions ?? new(), editEvery ?? new PostingOptions().EditEvery);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public void Write(string path, string title, string fields = "") =>
        folder.Write("content/" + path, $"---\ntitle: \"{title}\"\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/{path}\n{fields}\n---\n");

    public string ContentFolder => folder.File("content");

    /// <summary>Renames the content folder, as far as the desk can see: away.</summary>
    public void MoveContent(string name) => Directory.Move(ContentFolder, folder.File(name));

    public void MoveContentBack(string name) => Directory.Move(folder.File(name), ContentFolder);

    public Task<ImportReport> ImportAsync() => Get<ArticleImporter>().ImportAsync(patience: TimeSpan.Zero, progress: null, Ct);

    public async Task StartAsync()
    {
        isStarted = true;
        await host.StartAsync(Ct);
    }

    /// <summary>The titles of the posts in a channel, oldest first.</summary>
    public async Task<IReadOnlyList<string>> PostsAsync(string channel) =>
        [.. (await MessagesAsync(channel)).Select(message => message.GetProperty("embeds")[0].GetProperty("title").GetString()!)];

    /// <summary>The messages of a channel that carry an embed.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string channel)
    {
        using var messages = await http.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=moderator", Ct);
        return [.. messages!.RootElement.EnumerateArray().Where(message => message.GetProperty("embeds").GetArrayLength() > 0).Select(message => message.Clone())];
    }

    /// <summary>Returns when the channel has that many posts.</summary>
    public async Task UntilPostedAsync(string channel, int count)
    {
        for (var patience = Stopwatch.StartNew(); (await MessagesAsync(channel)).Count < count; await Task.Yield())
            Assert.True(patience.Elapsed < Patience, $"#{channel} has only {(await MessagesAsync(channel)).Count} of {count} posts.");
    }

    /// <summary>Returns when the bot has said in the channel that it is thinking.</summary>
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

    /// <summary>Returns when the bot has answered an interaction so.</summary>
    public async Task UntilAnsweredAsync(InteractionResponseType type)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            Assert.True(patience.Elapsed < Patience, $"Nothing was answered with {type}.");
            using var calls = await http.GetFromJsonAsync<JsonDocument>("sandbox/calls", Ct);
            if (calls!.RootElement.EnumerateArray().Any(call => call.GetProperty("path").GetString()!.EndsWith("/callback", StringComparison.Ordinal) && call.GetProperty("request").GetProperty("type").GetInt32() == (int)type))
                return;
        }
    }

    /// <summary>What a person sees after using the bot, such as <c>{"as":"member","command":"/latest"}</c>.</summary>
    public async Task<JsonElement> InteractAsync(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("sandbox/interactions", body, Ct);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return document.RootElement.Clone();
    }

    /// <summary>What a member sees after pressing the button at that place of a message's first row.</summary>
    public Task<JsonElement> PressAsync(JsonElement message, int button)
    {
        var customId = message.GetProperty("components")[0].GetProperty("components")[button].GetProperty("custom_id").GetRawText();
        return InteractAsync($$"""{"as": "member", "channel": "news", "press": { "message": {{message.GetProperty("id").GetRawText()}}, "custom_id": {{customId}} } }""");
    }

    /// <summary>What a member sees after choosing that from the menu in a message's first row.</summary>
    public Task<JsonElement> SelectAsync(JsonElement message, string value)
    {
        var customId = message.GetProperty("components")[0].GetProperty("components")[0].GetProperty("custom_id").GetRawText();
        return InteractAsync($$"""{"as": "member", "channel": "news", "select": { "message": {{message.GetProperty("id").GetRawText()}}, "custom_id": {{customId}}, "values": [{{JsonSerializer.Serialize(value)}}] } }""");
    }

    /// <summary>Whether a member takes private messages from now on.</summary>
    public async Task AcceptPrivateMessagesAsync(string member, bool accepts)
    {
        using var answer = await http.PostAsJsonAsync("sandbox/direct-messages", new Dictionary<string, object> { ["as"] = member, ["accept"] = accepts }, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Returns when the bot has told the local Discord its commands.</summary>
    public async Task UntilReadyAsync()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            Assert.True(patience.Elapsed < Patience, "The bot has not told its commands.");
            using var commands = await http.GetFromJsonAsync<JsonDocument>("sandbox/commands?as=moderator", Ct);
            if (commands!.RootElement.GetArrayLength() > 0)
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (isStarted)
            await host.StopAsync(CancellationToken.None);
        host.Dispose();
        http.Dispose();
        await server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
