using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Discord.Gateway;
using LocalDiscord;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Shards;

/// <summary>Two processes of one bot on one local Discord, and a shard that goes from one to the other.</summary>
public sealed class ShardHandoverTests : IAsyncDisposable
{
    readonly HttpClient http = new();
    readonly List<ShardProcess> processes = [];
    LocalDiscordServer? server;
    SharedShards? shared;
    FakeTimeProvider clock = new(new(2026, 8, 5, 12, 0, 0, TimeSpan.Zero));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Planned_handover_loses_no_interaction_and_repeats_none()
    {
        await StartAsync();
        var (old, turn) = await StartOldAsync();
        old.HoldAnswers();
        var seen = Use(5);
        for (var i = 0; i < 5; i++)
            await old.NextAsync();

        await turn.EndAsync();
        var seenLater = Use(5);
        Assert.False(turn.Over.IsCompleted);
        old.Answer();
        await turn.Over;
        var next = Start("next");
        next.Owner.Give(Shard.Only);

        Assert.Equal(Enumerable.Repeat("old", 5), await Task.WhenAll(seen));
        Assert.All(await Task.WhenAll(seenLater), by => Assert.Contains(by, (string[])["old", "next"]));
        Assert.Equal((10, 1), (await AnswersAsync(), await SessionsAsync()));
        Assert.Empty(old.Shards!);
        Assert.Equal(Shard.Only, Assert.Single(next.Shards!).Shard);
    }

    [Fact]
    public async Task Shard_that_goes_back_and_forth_loses_no_interaction_and_repeats_none()
    {
        const int handovers = 20;
        const int members = 3;
        await StartAsync(new() { RateLimits = false, AnswerWithin = TimeSpan.FromMinutes(1) });
        var (old, turn) = await StartOldAsync();
        ShardProcess[] both = [old, Start("next")];
        var seen = new List<Task<string>>();

        for (var i = 1; i <= handovers; i++)
        {
            seen.AddRange(Use(members));
            await turn.EndAsync();
            seen.AddRange(Use(members));
            await turn.Over;
            turn = both[i % 2].Owner.Give(Shard.Only);
        }

        Assert.All(await Task.WhenAll(seen), by => Assert.Contains(by, (string[])["old", "next"]));
        Assert.Equal((2 * members * handovers, 1), (await AnswersAsync(), await SessionsAsync()));
    }

    [Fact]
    public async Task Process_that_stops_leaves_its_session_to_its_successor()
    {
        await StartAsync();
        var (old, turn) = await StartOldAsync();
        turn.HasSuccessor = true;

        await old.StopAsync();
        var seen = Use(1);
        var next = Start("next");
        next.Owner.Give(Shard.Only);

        Assert.Equal("next", await seen[0]);
        Assert.Equal(1, await SessionsAsync());
    }

    [Fact]
    public async Task Process_that_stops_without_a_successor_ends_its_session()
    {
        await StartAsync();
        var (old, _) = await StartOldAsync();
        Assert.NotNull(shared!.Sessions[Shard.Only]);

        await old.StopAsync();

        Assert.Null(shared.Sessions[Shard.Only]);
        Assert.Equal("The bot is offline.", await Use(1)[0]);
    }

    [Fact]
    public async Task After_a_death_the_next_process_handles_what_is_young_and_skips_what_may_have_been_answered()
    {
        await StartAsync();
        var (old, turn) = await StartOldAsync();
        Assert.Equal("old", await Use(1)[0]);
        await old.HandledAsync<InteractionCreated>();

        turn.Lose();
        Assert.Equal("old", await Use(1)[0]);
        await PageAsync("faults", """{"gateway": "drop"}""");
        await turn.EndAsync();
        await turn.Over;
        clock.Advance(TimeSpan.FromSeconds(12));
        var seen = Use(1);
        var next = Start("next");
        next.Owner.Give(Shard.Only);

        Assert.Equal("next", await seen[0]);
        Assert.Equal((3, 1), (await AnswersAsync(), await SessionsAsync()));
        Assert.Single(next.Log.Lines, line => line.Contains("skipped interaction", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Session_that_Discord_has_forgotten_is_started_anew()
    {
        clock = new WaitClock(GatewaySession.IdentifyInterval, typeof(ShardRunner));
        await StartAsync();
        shared!.Sessions[Shard.Only] = new("gone", 17, new($"ws://{server!.Address.Authority}/gateway"));
        var waits = ((WaitClock)clock).NextWait();

        var next = Start("next");
        next.Owner.Give(Shard.Only);
        await waits;
        clock.Advance(GatewaySession.IdentifyInterval);
        await next.HandledAsync<ReadyEvent>();

        Assert.Equal("next", await Use(1)[0]);
    }

    [Fact]
    public async Task Processes_identify_five_seconds_apart()
    {
        clock = new WaitClock(GatewaySession.IdentifyInterval, typeof(IdentifyQueue));
        await StartAsync(new() { RateLimits = true });
        var waits = ((WaitClock)clock).NextWait();

        var (one, other) = (Start("one"), Start("other"));
        one.Owner.Give(new(0, 2));
        other.Owner.Give(new(1, 2));
        Task[] ready = [one.HandledAsync<ReadyEvent>(), other.HandledAsync<ReadyEvent>()];
        await Task.WhenAny(ready);
        await waits;
        clock.Advance(GatewaySession.IdentifyInterval);
        await Task.WhenAll(ready);

        Assert.Equal(2, await SessionsAsync());
        Assert.DoesNotContain(one.Log.Lines.Concat(other.Log.Lines), line => line.Contains("reconnecting", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        http.Dispose();
    }

    async Task StartAsync(LocalDiscordOptions? options = null)
    {
        server = await LocalDiscordServer.StartAsync(options ?? new() { RateLimits = false }, clock, Ct);
        shared = new(clock);
        http.BaseAddress = server.Address;
        http.DefaultRequestHeaders.Authorization = new("Bot", LocalDiscordServer.Token);
        using var commands = new StringContent("""[{"name": "test", "description": "A test"}]""", Encoding.UTF8, "application/json");
        using var registered = await http.PutAsync($"api/v10/applications/{LocalDiscord.Guilds.Seed.ApplicationId}/commands", commands, Ct);
        registered.EnsureSuccessStatusCode();
    }

    ShardProcess Start(string name)
    {
        processes.Add(new(name, server!, shared!, clock));
        return processes[^1];
    }

    async Task<(ShardProcess Process, SharedShards.Turn Turn)> StartOldAsync()
    {
        var process = Start("old");
        var turn = process.Owner.Give(Shard.Only);
        await process.HandledAsync<ReadyEvent>();
        return (process, turn);
    }

    /// <summary>Members who use the command at the same time.</summary>
    /// <returns>What each sees: the name of the process that answered, or what is wrong.</returns>
    List<Task<string>> Use(int times) => [.. Enumerable.Range(0, times).Select(_ => UseAsync())];

    async Task<string> UseAsync()
    {
        var seen = await PageAsync("interactions", """{"as": "member", "command": "/test"}""");
        return (seen.TryGetProperty("message", out var message) ? message.GetProperty("content") : seen.GetProperty("error")).GetString()!;
    }

    async Task<JsonElement> PageAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync($"sandbox/{path}", body, Ct);
        return await answer.Content.ReadAsStringAsync(Ct) is { Length: > 0 } text ? JsonElement.Parse(text) : default;
    }

    /// <summary>How many responses to interactions processes have sent, accepted or not.</summary>
    async Task<int> AnswersAsync()
    {
        using var calls = await http.GetFromJsonAsync<JsonDocument>("sandbox/calls", Ct);
        return calls!.RootElement.EnumerateArray()
            .Count(call => call.GetProperty("path").GetString()!.EndsWith("/callback", StringComparison.Ordinal));
    }

    /// <summary>How many sessions were started.</summary>
    async Task<int> SessionsAsync()
    {
        using var gateway = await http.GetFromJsonAsync<JsonDocument>("api/v10/gateway/bot", Ct);
        var limit = gateway!.RootElement.GetProperty("session_start_limit");
        return limit.GetProperty("total").GetInt32() - limit.GetProperty("remaining").GetInt32();
    }
}
