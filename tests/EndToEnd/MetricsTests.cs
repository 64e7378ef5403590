using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The metrics of a running bot, and what the documents say about them.</summary>
public sealed partial class MetricsTests : IDisposable
{
    static readonly Dictionary<string, string> Settings = new()
    {
        ["LOCALDISCORD__PORT"] = "0",
        ["LOCALDISCORD__ANSWERWITHIN"] = "00:01:00",
        ["CONTENT__LOOKEVERY"] = "00:00:01",
        ["HEALTH__LISTEN"] = "http://127.0.0.1:0",
    };

    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_count_a_posted_story_and_a_used_command_and_have_all_that_is_documented()
    {
        folder.Write(
            "content/a.md", $"---\ntitle: Boat\npublishedDateTime: {Yesterday.Day}\nwebUrl: https://gazette.example/boat\n---\n");
        folder.Write("content/b.md", "---\ntitle: Crane\npublishedDateTime: tomorow\nwebUrl: https://gazette.example/crane\n---\n");
        await using var bot = BotProcess.Start(folder.Path, [], Settings);
        using var http = new HttpClient { BaseAddress = await AddressAsync(bot, "Health and metrics are at") };
        using var discord = new LocalDiscord(await AddressAsync(bot, "local Discord"));
        await bot.UntilPrintedAsync("Posted \"Boat\"");
        await bot.UntilPrintedAsync("Registered");
        await discord.CommandAsync("/latest");

        // The member has the answer before it is counted.
        var metrics = await UntilAsync(http, metrics => metrics.Contains("name=\"latest\"", StringComparison.Ordinal));

        Assert.Equal(1, Value(metrics, "newsdesk_delivery_attempts_total", "kind=\"story\"", "outcome=\"posted\""));
        Assert.Equal(0, Value(metrics, "newsdesk_delivery_attempts_total", "kind=\"story\"", "outcome=\"failed\""));
        Assert.Equal(1, Value(metrics, "newsdesk_story_time_to_post_seconds_count"));
        Assert.Equal(1, Value(metrics, "newsdesk_interaction_duration_seconds_count", "name=\"latest\"", "type=\"command\""));
        Assert.Equal(1, Value(metrics, "newsdesk_import_changes_total", "kind=\"new\""));
        Assert.Equal(1, Value(metrics, "newsdesk_content_problems", "severity=\"error\""));
        Assert.Equal(1, Value(metrics, "newsdesk_articles"));
        Assert.Equal(1, Value(metrics, "newsdesk_deliveries", "state=\"sent\""));
        Assert.Equal(0, Value(metrics, "newsdesk_outbox_due"));
        Assert.Equal(1, Value(metrics, "newsdesk_ready", "check=\"database\""));
        Assert.Equal(1, Value(metrics, "discord_gateway_sessions_total"));

        var served = Metric().Matches(metrics).Select(match => match.Value).ToHashSet();
        Assert.Equal("", string.Join(", ", Documented().Where(name => !served.Contains(name))));
        Assert.Equal(0, await bot.StopAsync());
    }

    [Fact]
    public async Task Metrics_count_resumes_and_requests_that_were_refused_or_had_to_wait()
    {
        folder.Write("content/README.md", "");
        await using var bot = BotProcess.Start(folder.Path, [], Settings);
        using var http = new HttpClient { BaseAddress = await AddressAsync(bot, "Health and metrics are at") };
        using var discord = new HttpClient { BaseAddress = await AddressAsync(bot, "local Discord") };
        await bot.UntilPrintedAsync("Registered");

        await CauseAsync(discord, """{"gateway": "drop"}""");
        await CauseAsync(discord, """{"api": "create-message", "status": 429, "scope": "user", "retry_after": 0.1}""");
        folder.Write(
            "content/a.md", $"---\ntitle: Boat\npublishedDateTime: {Yesterday.Day}\nwebUrl: https://gazette.example/boat\n---\n");
        await bot.UntilPrintedAsync("Posted \"Boat\"");

        var metrics = await UntilAsync(http, metrics => Value(metrics, "discord_gateway_resumes_total") > 0);
        Assert.Equal(1, Value(metrics, "discord_gateway_reconnects_total"));
        Assert.Equal(1, Value(metrics, "discord_gateway_sessions_total"));
        Assert.Equal(1, Value(metrics, "discord_rest_rate_limit_refusals_total", "scope=\"user\""));
        Assert.InRange(Value(metrics, "discord_rest_rate_limit_waits_total"), 1, 10);
        Assert.InRange(Value(metrics, "discord_rest_rate_limit_wait_seconds_total"), 0.1, 60);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Every metric that a file for operators names.</summary>
    static IEnumerable<string> Documented()
    {
        string[] files = ["docs/operators.md", "docs/operations/alerts.yml", "docs/operations/dashboard.json"];
        var names = files.SelectMany(file => Metric().Matches(File.ReadAllText(Path.Combine(Checkout.Root, file)))).ToList();
        Assert.True(names.Count > 50, $"Only {names.Count} metrics were found.");
        // A histogram is documented by its name, and served as three.
        return names.Select(match => match.Value is "newsdesk_story_time_to_post_seconds" or "newsdesk_interaction_duration_seconds"
            ? match.Value + "_count"
            : match.Value).Distinct();
    }

    /// <summary>The metrics as soon as they are so.</summary>
    static async Task<string> UntilAsync(HttpClient http, Func<string, bool> areSo)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            var metrics = await http.GetStringAsync("metrics", Ct);
            if (areSo(metrics))
                return metrics;
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), metrics);
        }
    }

    static async Task CauseAsync(HttpClient discord, string fault)
    {
        using var body = new StringContent(fault, Encoding.UTF8, "application/json");
        using var answer = await discord.PostAsync("sandbox/faults", body, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The sum of a metric's series that have these labels; at least one must.</summary>
    static double Value(string metrics, string name, params string[] labels)
    {
        var series = metrics.Split('\n')
            .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && labels.All(label => line.Contains(label)))
            .ToList();
        Assert.True(series.Count > 0, $"There is no {name} with {string.Join(", ", labels)}:\n{metrics}");
        return series.Sum(line => double.Parse(line.Split("} ")[1].Split(' ')[0], CultureInfo.InvariantCulture));
    }

    static async Task<Uri> AddressAsync(BotProcess bot, string line) => new(Address().Match(await bot.UntilPrintedAsync(line)).Value);

    [GeneratedRegex("(newsdesk|discord|dotnet)_[a-z_]+[a-z]")]
    private static partial Regex Metric();

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex Address();
}
