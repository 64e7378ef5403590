using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The metrics of a running bot, and what the documents say about them.</summary>
public sealed partial class MetricsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Metrics_count_a_posted_story_and_a_used_command_and_have_all_that_is_documented()
    {
        folder.Write(
            "content/a.md", $"---\ntitle: Boat\npublishedDateTime: {Yesterday.Day}\nwebUrl: https://gazette.example/boat\n---\n");
        folder.Write("content/b.md", "---\ntitle: Crane\npublishedDateTime: tomorow\nwebUrl: https://gazette.example/crane\n---\n");
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>
        {
            ["LOCALDISCORD__PORT"] = "0",
            ["LOCALDISCORD__ANSWERWITHIN"] = "00:01:00",
            ["HEALTH__LISTEN"] = "http://127.0.0.1:0",
        });
        using var http = new HttpClient { BaseAddress = await AddressAsync(bot, "Health and metrics are at") };
        using var discord = new LocalDiscord(await AddressAsync(bot, "local Discord"));
        await bot.UntilPrintedAsync("Posted \"Boat\"");
        await bot.UntilPrintedAsync("Registered");
        await discord.CommandAsync("/latest");

        var metrics = await UntilAnsweredAsync(http);

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

    /// <summary>The answer is there for the member before it is counted.</summary>
    static async Task<string> UntilAnsweredAsync(HttpClient http)
    {
        while (true)
        {
            var metrics = await http.GetStringAsync("metrics", TestContext.Current.CancellationToken);
            if (metrics.Contains("name=\"latest\"", StringComparison.Ordinal))
                return metrics;
            await Task.Yield();
        }
    }

    /// <summary>The sum of a metric's series that have these labels; at least one must.</summary>
    static double Value(string metrics, string name, params string[] labels)
    {
        var series = metrics.Split('\n')
            .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && labels.All(label => line.Contains(label)))
            .ToList();
        Assert.True(series.Count > 0, $"There is no {name} with {string.Join(", ", labels)}:\n{metrics}");
        return series.Sum(line => double.Parse(line.Split("} ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    static async Task<Uri> AddressAsync(BotProcess bot, string line) => new(Address().Match(await bot.UntilPrintedAsync(line)).Value);

    [GeneratedRegex("(newsdesk|discord|dotnet)_[a-z_]+[a-z]")]
    private static partial Regex Metric();

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex Address();
}
