using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Bot.Health;
using Bot.Meaning;
using Bot.Posting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Health;

/// <summary>What an operator's programs learn about the bot over HTTP.</summary>
public class HealthServiceTests
{
    static readonly HealthOptions AnyPort = new() { Listen = new("http://127.0.0.1:0") };

    static readonly AnswersOptions WithoutModel = new() { Meaning = false };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Content_folder_that_disappears_makes_the_bot_unready_until_it_is_back()
    {
        await using var desk = await StartAsync();
        using var http = ClientOf(desk);

        var before = await ReadyAsync(http);
        desk.MoveContent("away");
        var without = await ReadyAsync(http);
        desk.MoveContentBack("away");
        var after = await ReadyAsync(http);

        Assert.Equal((HttpStatusCode.OK, "Ready.\n"), before);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, without.Status);
        Assert.Equal(
            $"content: The content folder {desk.ContentFolder} is missing. "
                + "Look whether the disk is mounted, or set Content:Folder. Stories that were read stay.\n",
            without.Text);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Database_that_another_process_locks_makes_the_bot_unready_until_it_is_free()
    {
        var clock = new WaitClock(DatabaseCheck.Patience, typeof(DatabaseCheck));
        await using var desk = await StartAsync(clock);
        using var http = ClientOf(desk);
        (HttpStatusCode Status, string Text) locked;

        using (new WriteLock(desk.Database))
        {
            var waiting = clock.NextWait();
            var asked = ReadyAsync(http);
            await waiting;
            clock.Advance(DatabaseCheck.Patience);
            locked = await asked;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, locked.Status);
        Assert.StartsWith("database: The database could not be written within 5 seconds. ", locked.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "Ready.\n"), await ReadyAsync(http));
    }

    [Fact]
    public async Task Gateway_that_says_nothing_makes_the_bot_unready_until_it_speaks()
    {
        var clock = new FakeTimeProvider();
        await using var desk = await StartAsync(clock);
        using var http = ClientOf(desk);

        // Nothing that waits for a time notices, so no heartbeat is sent.
        clock.AdjustTime(clock.GetUtcNow() + GatewayCheck.LongestSilence + TimeSpan.FromSeconds(1));
        var silent = await ReadyAsync(http);
        await desk.CauseAsync("""{"gateway": "heartbeat"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, silent.Status);
        Assert.StartsWith(
            "gateway: 1 of 1 shards don't hear Discord: 0/1 (nothing for 91 seconds). ", silent.Text, StringComparison.Ordinal);
        await UntilAsync(http, "Ready.");
    }

    [Fact]
    public async Task Delivery_that_is_due_for_long_makes_the_bot_unready()
    {
        var clock = new FakeTimeProvider();
        await using var desk = await DeskOnLocalDiscord.OpenAsync(clock, health: AnyPort, answers: WithoutModel);
        await desk.StartWithNewsChannelAsync();
        using var http = ClientOf(desk);
        await desk.Get<IEnumerable<IHostedService>>().OfType<OutboxWorker>().Single().StopAsync(Ct);
        desk.Write("b.md", "Crane");
        await desk.ImportAsync();

        // Nothing that waits for a time notices, so the connection stays.
        clock.AdjustTime(clock.GetUtcNow() + OutboxCheck.Longest + TimeSpan.FromMinutes(1));
        await desk.CauseAsync("""{"gateway": "heartbeat"}""");

        await UntilAsync(http, "outbox: 1 delivery is due, the oldest for 6 minutes. ");
    }

    [Fact]
    public async Task Clock_that_differs_from_Discords_makes_the_bot_unready()
    {
        var discords = new FakeTimeProvider();
        await using var desk = await StartAsync(new(discords.GetUtcNow().AddMinutes(2)), discords);
        using var http = ClientOf(desk);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable,
                "clock: This machine's clock is 120 seconds ahead of Discord's. Set this machine's clock, for example with NTP.\n"),
            await ReadyAsync(http));
    }

    [Fact]
    public async Task Programs_get_every_check_as_JSON()
    {
        await using var desk = await StartAsync(answers: new() { ModelFolder = "/nowhere" });
        using var http = ClientOf(desk);
        http.DefaultRequestHeaders.Accept.Add(new("application/json"));

        using var response = await http.GetAsync("health/ready", Ct);
        using var report = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(Ct));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("application/json"), response.Content.Headers.ContentType);
        Assert.False(report.RootElement.GetProperty("isReady").GetBoolean());
        var checks = report.RootElement.GetProperty("checks").EnumerateArray().ToList();
        Assert.Equal(
            ["gateway", "database", "content", "outbox", "model", "clock"],
            checks.Select(check => check.GetProperty("name").GetString()));
        var wrong = Assert.Single(checks, check => check.TryGetProperty("problem", out _));
        Assert.Equal(
            "No model is in /nowhere, so questions are understood by their words alone.", wrong.GetProperty("problem").GetString());
        Assert.StartsWith("Put model.onnx and vocab.txt there", wrong.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bot_that_is_not_ready_is_live()
    {
        await using var desk = await StartAsync();
        using var http = ClientOf(desk);
        desk.MoveContent("away");

        Assert.Equal("Live.\n", await http.GetStringAsync("health/live", Ct));
        using var other = await http.GetAsync("health", Ct);
        using var posted = await http.PostAsync("health/ready", content: null, Ct);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed), (other.StatusCode, posted.StatusCode));
    }

    [Fact]
    public async Task Address_that_is_taken_stops_the_program_with_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var listen = new Uri($"http://{taken.LocalEndpoint}");
        await using var desk = await DeskOnLocalDiscord.OpenAsync(health: new() { Listen = listen });

        await desk.StartAsync();

        Assert.StartsWith($"Health:Listen {listen} can't be used. ", desk.Get<FatalErrorHandler>().Reason, StringComparison.Ordinal);
        Assert.True(desk.Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    static async Task<DeskOnLocalDiscord> StartAsync(
        FakeTimeProvider? clock = null, FakeTimeProvider? discords = null, AnswersOptions? answers = null)
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(
            clock, health: AnyPort, discordsClock: discords, answers: answers ?? WithoutModel);
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        return desk;
    }

    static HttpClient ClientOf(DeskOnLocalDiscord desk) => new() { BaseAddress = desk.Get<HealthService>().Address };

    static async Task<(HttpStatusCode Status, string Text)> ReadyAsync(HttpClient http)
    {
        using var response = await http.GetAsync("health/ready", Ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Ct));
    }

    static async Task UntilAsync(HttpClient http, string start)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            var (_, text) = await ReadyAsync(http);
            if (text.StartsWith(start, StringComparison.Ordinal))
                return;
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), $"It says \"{text}\", not \"{start}\".");
        }
    }
}
