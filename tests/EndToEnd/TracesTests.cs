using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests;

/// <summary>Traces that the program sends to an operator's collector.</summary>
public sealed partial class TracesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Collector_gets_the_trace_of_an_article_that_waited_for_a_restart_and_of_a_command()
    {
        folder.Write("content/README.md", "");
        await using var collector = await OtlpReceiver.StartAsync();
        await using (var first = BotProcess.Start(folder.Path, [], Settings(collector)))
        {
            using var discord = new LocalDiscord(await AddressAsync(first));
            await first.UntilPrintedAsync("Registered");
            await discord.CommandAsync("/channel pause channel:#news", "moderator");
            folder.Write(
                "content/a.md", $"---\ntitle: Boat\npublishedDateTime: {Yesterday.Day}\nwebUrl: https://gazette.example/boat\n---\n");
            await first.UntilPrintedAsync("1 new");
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = BotProcess.Start(folder.Path, [], Settings(collector));
        using var again = new LocalDiscord(await AddressAsync(second));
        await second.UntilPrintedAsync("Registered");
        await again.CommandAsync("/channel resume channel:#news", "moderator");
        await second.UntilPrintedAsync("Posted \"Boat\"");
        await again.CommandAsync("/latest");
        Assert.Equal(0, await second.StopAsync());

        var read = await collector.UntilReceivedAsync(span => span.Tags.GetValueOrDefault("article.path") == "a.md");
        var posted = await collector.UntilReceivedAsync(span => span.Tags.GetValueOrDefault("newsdesk.outcome") == "posted");
        var command = await collector.UntilReceivedAsync(span => span.Name == "command latest");
        Assert.Equal((read.Trace, "deliver story"), (posted.Trace, posted.Name));
        Assert.Equal("queue story", collector.Spans.Single(span => span.Id == posted.Parent).Name);
        Assert.Contains(collector.Spans, span => span.Parent == posted.Id && span.Name == "POST /channels/{0}/messages");
        Assert.Equal(
            """
            command latest
              POST /interactions/{0}/{1}/callback
              work out answer
                read database

            """,
            TraceSpan.Draw(collector.Spans, command.Trace));
        Assert.Equal("secret", collector.Key);
        Assert.DoesNotContain("secret", second.Output + second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collector_that_is_away_changes_nothing()
    {
        folder.Write(
            "content/a.md", $"---\ntitle: Boat\npublishedDateTime: {Yesterday.Day}\nwebUrl: https://gazette.example/boat\n---\n");
        var settings = new Dictionary<string, string> { ["LOCALDISCORD__PORT"] = "0", ["HEALTH__TRACES"] = "http://127.0.0.1:9" };
        await using var bot = BotProcess.Start(folder.Path, [], settings);

        await bot.UntilPrintedAsync("Posted \"Boat\"");

        Assert.Equal(0, await bot.StopAsync());
        Assert.Equal("", bot.Errors);
    }

    static Dictionary<string, string> Settings(OtlpReceiver collector) => new()
    {
        ["LOCALDISCORD__PORT"] = "0",
        ["LOCALDISCORD__ANSWERWITHIN"] = "00:01:00",
        ["CONTENT__LOOKEVERY"] = "00:00:01",
        ["HEALTH__TRACES"] = collector.Address.AbsoluteUri,
        ["OTEL_EXPORTER_OTLP_HEADERS"] = "x-key=secret",
    };

    static async Task<Uri> AddressAsync(BotProcess bot) =>
        new(Address().Match(await bot.UntilPrintedAsync("local Discord")).Value);

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex Address();

    public void Dispose() => folder.Dispose();
}
