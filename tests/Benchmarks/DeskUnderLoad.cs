using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Hosting;
using Desk.Outbox;
using LocalDiscord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Benchmarks;

/// <summary>The whole desk on a local Discord with Discord's limits, with any number of channels and articles.</summary>
sealed class DeskUnderLoad : IAsyncDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("news-benchmark-");
    readonly LocalDiscordProcess discord;
    readonly HttpClient people;
    readonly IHost host;
    readonly string content;

    DeskUnderLoad(LocalDiscordProcess discord, HttpClient people, IReadOnlyList<string> channels, int articles)
    {
        Channels = channels;
        this.discord = discord;
        this.people = people;
        content = folder.CreateSubdirectory("content").FullName;
        WriteAll(content, articles);

        var builder = DeskHost.For(
            new()
            {
                Discord = new() { Token = LocalDiscordServer.Token, ApiBase = new(discord.Address, "api/v10") },
                Content = new()
                {
                    Folder = content,
                    Database = Path.Combine(folder.FullName, "news.db"),
                    LookEvery = TimeSpan.FromSeconds(1),
                },
                Channels = [.. channels.Select(channel => new ChannelOptions { Channel = channel, Latest = articles })],
            },
            TimeProvider.System);
        builder.Logging.ClearProviders();
        host = builder.Build();
    }

    public static async Task<DeskUnderLoad> OpenAsync(int channels, int articles, CancellationToken ct)
    {
        var discord = await LocalDiscordProcess.StartAsync(channels, ct);
        var people = new HttpClient { BaseAddress = discord.Address };
        using var guilds = await people.GetFromJsonAsync<JsonDocument>("sandbox/guilds", ct);
        var ids = guilds!.RootElement.EnumerateArray()
            .SelectMany(guild => guild.GetProperty("channels").EnumerateArray())
            .Where(channel => channel.GetProperty("type").GetInt32() == 0)
            .Select(channel => channel.GetProperty("id").GetString()!)
            .TakeLast(channels);
        return new(discord, people, [.. ids], articles);
    }

    /// <summary>The ids of the channels that get posts.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>Writes an article into the folder; the next import finds it.</summary>
    public void Write(int article) => Write(content, article);

    /// <summary>Writes so many articles into a folder.</summary>
    public static void WriteAll(string folder, int articles)
    {
        for (var i = 0; i < articles; i++)
            Write(folder, i);
    }

    public Task StartAsync(CancellationToken ct) => host.StartAsync(ct);

    /// <summary>Returns when the bot has registered its commands.</summary>
    public async Task UntilReadyAsync(CancellationToken ct)
    {
        while (true)
        {
            using var commands = await people.GetFromJsonAsync<JsonDocument>("sandbox/commands?as=member", ct);
            if (commands!.RootElement.GetArrayLength() > 0)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
        }
    }

    /// <summary>How many deliveries are in each state.</summary>
    public async Task<IReadOnlyDictionary<string, int>> DeliveriesAsync(CancellationToken ct) =>
        (await host.Services.GetRequiredService<DeliveryStore>().CountsAsync(ct)).ToDictionary(count => count.State, count => count.Count);

    public async Task FaultAsync(string json, CancellationToken ct)
    {
        using var body = Json(json);
        using var done = await people.PostAsync("sandbox/faults", body, ct);
        done.EnsureSuccessStatusCode();
    }

    /// <returns>Whether the member got an answer.</returns>
    public async Task<bool> TryCommandAsync(string typed, CancellationToken ct)
    {
        using var answer = await UseAsync(typed, ct);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Uses a command as a member.</summary>
    /// <returns>Milliseconds from the dispatch to the bot's answer.</returns>
    public async Task<double> CommandAsync(string typed, CancellationToken ct)
    {
        using var answer = await UseAsync(typed, ct);
        using var seen = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        return seen.RootElement.GetProperty("elapsed_ms").GetDouble();
    }

    /// <summary>Shows a witness everything that happens, until it is canceled.</summary>
    public Task WatchAsync(Witness witness, Func<TimeSpan> clock, CancellationToken until) => witness.WatchAsync(people, clock, until);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        people.Dispose();
        discord.Dispose();
        folder.Delete(recursive: true);
    }

    async Task<HttpResponseMessage> UseAsync(string typed, CancellationToken ct)
    {
        using var body = Json($$"""{"as": "member", "channel": "general", "command": "{{JsonEncodedText.Encode(typed)}}"}""");
        return await people.PostAsync("sandbox/interactions", body, ct);
    }

    static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    static void Write(string folder, int article) => File.WriteAllText(Path.Combine(folder, $"{article:0000}.md"), Article(article));

    public static string Title(int article) => $"Story {article} of the coast";

    static string Article(int i) => string.Create(CultureInfo.InvariantCulture, $$"""
        ---
        title: "{{Title(i)}}"
        excerpt: "What happened on that day, in a sentence or two."
        publishedDateTime: {{new DateTime(2026, 11, 1).AddMinutes(i):yyyy-MM-ddTHH:mmZ}}
        webUrl: https://gazette.example/{{i}}
        provider: {name: Harbour Gazette, domain: gazette.example}
        topics: [Harbour]
        related:
          - {title: Another report, webUrl: "https://post.example/{{i}}", provider: {name: Tidal Post, domain: post.example} }
        ---
        """);
}
