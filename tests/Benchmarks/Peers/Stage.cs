using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Benchmarks.Peers;

/// <summary>A local Discord without limits, for one bot, and the people who use its commands.</summary>
sealed class Stage : IAsyncDisposable
{
    const string Latest = """{"as": "member", "channel": "general", "command": "/latest count:5"}""";

    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    readonly LocalDiscordProcess discord;

    Stage(LocalDiscordProcess discord)
    {
        this.discord = discord;
        People = new() { BaseAddress = discord.Address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public Uri Address => discord.Address;

    public int ProcessId => discord.ProcessId;

    public HttpClient People { get; }

    public static async Task<Stage> OpenAsync(CancellationToken ct) => new(await LocalDiscordProcess.StartUnlimitedAsync(ct));

    /// <param name="isLimited">Whether it enforces Discord's limits.</param>
    public static async Task<Stage> OpenAsync(int channels, bool isLimited, CancellationToken ct) => new(
        isLimited ? await LocalDiscordProcess.StartAsync(channels, ct) : await LocalDiscordProcess.StartUnlimitedAsync(channels, ct));

    /// <summary>The text channels of the second server.</summary>
    public async Task<IReadOnlyList<string>> ChannelsAsync(CancellationToken ct)
    {
        using var guilds = await People.GetFromJsonAsync<JsonDocument>("sandbox/guilds", ct);
        return
        [
            .. guilds!.RootElement[1].GetProperty("channels").EnumerateArray()
                .Where(channel => channel.GetProperty("type").GetInt32() == 0)
                .Select(channel => channel.GetProperty("id").GetString()!),
        ];
    }

    /// <summary>Returns when a bot has registered its commands here for the first time.</summary>
    public async Task UntilRegisteredAsync(CancellationToken ct)
    {
        while ((await CommandsAsync(ct)).Length < 5)
            await Task.Delay(Between, ct);
    }

    /// <summary>The commands that are registered, as JSON.</summary>
    public Task<string> CommandsAsync(CancellationToken ct) => People.GetStringAsync("sandbox/commands?as=member", ct);

    /// <summary>The newest request that a bot has sent to a route; null if there is none.</summary>
    public async Task<JsonElement?> RequestAsync(string route, CancellationToken ct)
    {
        using var calls = await People.GetFromJsonAsync<JsonDocument>("sandbox/calls", ct);
        var found = calls!.RootElement.EnumerateArray().LastOrDefault(call =>
            call.GetProperty("method").GetString() == "POST" && call.GetProperty("route").GetString() == route);
        return found.ValueKind is JsonValueKind.Object ? found.GetProperty("request").Clone() : null;
    }

    /// <summary>A member uses <c>/latest count:5</c>.</summary>
    /// <returns>Milliseconds from the dispatch to the bot's callback.</returns>
    public async Task<double> AskAsync(CancellationToken ct)
    {
        using var body = new StringContent(Latest, Encoding.UTF8, "application/json");
        using var answer = await People.PostAsync("sandbox/interactions", body, ct);
        answer.EnsureSuccessStatusCode();
        using var seen = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        return seen.RootElement.GetProperty("elapsed_ms").GetDouble();
    }

    /// <summary>Members use it so many times, as many at once.</summary>
    /// <returns>How long all of it took.</returns>
    public async Task<TimeSpan> AskAsync(int times, int atOnce, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct };
        await Parallel.ForAsync(0, times, options, async (_, token) => await AskAsync(token));
        return clock.Elapsed;
    }

    public ValueTask DisposeAsync()
    {
        People.Dispose();
        discord.Dispose();
        return ValueTask.CompletedTask;
    }
}
