using System.Text;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;

namespace LocalDiscord.Tests;

/// <summary>A server for one test, on a free port, with a clock that the test controls.</summary>
sealed class TestDiscord : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 8, 5, 12, 0, 0, TimeSpan.Zero);

    readonly HttpClient http = new();
    readonly List<ScriptedBot> bots = [];

    TestDiscord(LocalDiscordServer server, FakeTimeProvider clock) => (Server, Clock) = (server, clock);

    public LocalDiscordServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public static Task<TestDiscord> StartAsync(bool rateLimits = false, string? stateFile = null, DateTimeOffset? at = null) =>
        StartAsync(new LocalDiscordOptions { RateLimits = rateLimits, StateFile = stateFile }, at);

    public static async Task<TestDiscord> StartAsync(LocalDiscordOptions options, DateTimeOffset? at = null)
    {
        var clock = new FakeTimeProvider(at ?? Noon);
        return new TestDiscord(await LocalDiscordServer.StartAsync(options, clock, TestContext.Current.CancellationToken), clock);
    }

    /// <summary>A request of the bot: <c>ApiAsync("POST", "channels/…/messages", """{"content":"hi"}""")</c>.</summary>
    public Task<Reply> ApiAsync(string method, string path, string? json = null, string? token = "Bot " + LocalDiscordServer.Token)
    {
        var request = Request(method, $"{Server.ApiBase}/{path}", json);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        return SendAsync(request);
    }

    /// <summary>A request of the page: <c>PageAsync("GET", "guilds")</c>.</summary>
    public Task<Reply> PageAsync(string method, string path, string? json = null) =>
        SendAsync(Request(method, $"{Server.Address}sandbox/{path}", json));

    public Task<Reply> SendAsync(string json, string channel = Seed.GeneralChannelId) =>
        ApiAsync("POST", $"channels/{channel}/messages", json);

    /// <summary>A user does something with the bot.</summary>
    public Task<Reply> UseAsync(string json) => PageAsync("POST", "interactions", json);

    public Task<Reply> RegisterAsync(string commands) => ApiAsync("PUT", $"applications/{Seed.ApplicationId}/commands", commands);

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply
        {
            Status = (int)response.StatusCode,
            Text = text,
            ContentType = response.Content.Headers.ContentType?.MediaType,
            Headers = response.Headers.ToDictionary(
                header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Server-sent events, each as <c>name data</c>.</summary>
    public async IAsyncEnumerable<string> EventsAsync(string user, bool calls = false)
    {
        using var response = await http.GetAsync(
            $"{Server.Address}sandbox/events?as={user}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal) && (calls || line != "event: api_call"))
                yield return $"{line[7..]} {(await lines.ReadLineAsync(TestContext.Current.CancellationToken))![6..]}";
        }
    }

    /// <summary>A bot that is connected, but not identified.</summary>
    public async Task<ScriptedBot> ConnectAsync(string query = "?v=10&encoding=json")
    {
        var url = (await ApiAsync("GET", "gateway/bot")).Json["url"]!.GetValue<string>();
        var bot = await ScriptedBot.ConnectAsync(new Uri(url + query));
        bots.Add(bot);
        return bot;
    }

    /// <summary>An identified bot that has received READY and its guild.</summary>
    public async Task<ScriptedBot> ReadyBotAsync(long intents = 513)
    {
        var bot = await ConnectAsync();
        await bot.NextAsync();
        await bot.IdentifyAsync(intents);
        bot.Ready = await bot.EventAsync("READY");
        if ((intents & 1) != 0)
            await bot.EventAsync("GUILD_CREATE");
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
            bot.Dispose();
        http.Dispose();
        await Server.DisposeAsync();
    }

    static HttpRequestMessage Request(string method, string url, string? json) => new(new HttpMethod(method), url)
    {
        Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
    };
}

sealed record Reply
{
    public required int Status { get; init; }

    public required string Text { get; init; }

    public required string? ContentType { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public JsonNode Json => JsonNode.Parse(Text)!;

    public string this[string field] => Json[field]?.ToString() ?? "null";

    /// <summary>Discord's error code.</summary>
    public int Code => Json["code"]!.GetValue<int>();

    /// <summary>The leaves of a 50035: <c>embeds.0.title BASE_TYPE_MAX_LENGTH</c>.</summary>
    public IReadOnlyList<string> Problems => [.. Leaves(Json["errors"]!.AsObject(), "")];

    static IEnumerable<string> Leaves(JsonObject tree, string path) => tree.SelectMany(branch => branch.Key == "_errors"
        ? branch.Value!.AsArray().Select(error => $"{path} {error!["code"]}".Trim())
        : Leaves(branch.Value!.AsObject(), path.Length == 0 ? branch.Key : $"{path}.{branch.Key}"));
}
