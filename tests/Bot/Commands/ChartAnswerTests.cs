using System.Text.Json;
using Bot.Charts;
using Bot.Commands;
using Bot.Commands.Interactions;
using Discord.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

/// <summary>Charts in answers, as they go over the wire and as a member gets them.</summary>
public class ChartAnswerTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("/timeline story:Storm", "en-US", "Chart: 13 outlets reported this story within 3 h.")]
    [InlineData("/timeline story:Storm", "de", "Diagramm: 3 Std. vom ersten bis zum letzten Bericht, 13 Medien.")]
    [InlineData("/outlet name:Gazette", "en-US", "Chart: 7 stories in the past 30 days.")]
    [InlineData("/outlet name:Gazette", "fr", "Graphique\u00A0: 7 articles ces 30 derniers jours.")]
    [InlineData("/trending", "en-US", "Chart: how many outlets had each story at the beginning and at the end of this time. Story 1: ")]
    [InlineData("/trending", "es-ES", "Gráfico: cuántos medios tenía cada noticia al principio y al final de este periodo. Noticia 1: ")]
    public async Task Member_gets_a_chart_and_its_words(string typed, string language, string said)
    {
        await using var desk = await OpenAsync();

        var message = await AnswerAsync(desk, typed, language);

        var image = message.GetProperty("embeds")[0].GetProperty("image");
        Assert.EndsWith("/chart.png", image.GetProperty("url").GetString());
        Assert.StartsWith(said, image.GetProperty("description").GetString());
        Assert.Empty(message.GetProperty("attachments").EnumerateArray());
    }

    [Fact]
    public async Task Next_page_takes_the_chart_away_and_the_first_one_brings_it_back()
    {
        await using var desk = await OpenAsync();
        var first = await AnswerAsync(desk, "/timeline story:Storm");

        var second = (await desk.PressAsync(first, button: 1)).GetProperty("message");
        var again = (await desk.PressAsync(second, button: 0)).GetProperty("message");

        Assert.Empty(second.GetProperty("attachments").EnumerateArray());
        Assert.False(second.GetProperty("embeds")[0].TryGetProperty("image", out _));
        Assert.EndsWith("/chart.png", again.GetProperty("embeds")[0].GetProperty("image").GetProperty("url").GetString());
    }

    [Fact]
    public async Task Channel_where_the_bot_may_not_send_files_gets_the_answer_without_a_chart()
    {
        await using var desk = await OpenAsync();
        await desk.CauseAsync("""{"channel": "news", "deny": ["ATTACH_FILES"]}""");

        var message = await AnswerAsync(desk, "/timeline story:Storm");

        Assert.False(message.GetProperty("embeds")[0].TryGetProperty("image", out _));
        Assert.Contains("Outlets per hour", message.GetProperty("embeds")[0].GetProperty("description").GetString());
    }

    [Fact]
    public async Task Late_answer_brings_its_chart()
    {
        var clock = new WaitClock(Patience, typeof(InteractionDispatcher));
        using var slow = new SlowChart();
        await using var desk = await DeskOnLocalDiscord.OpenAsync(clock, commands: [slow]);
        await desk.StartAsync();
        await desk.UntilReadyAsync();

        var waits = clock.NextWait();
        var answer = desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/slow"}""");
        await waits;
        clock.Advance(Patience);
        await desk.UntilAnsweredAsync(InteractionResponseType.DeferredChannelMessageWithSource);
        slow.Finish();

        var message = (await answer).GetProperty("message");
        Assert.EndsWith("/chart.png", message.GetProperty("embeds")[0].GetProperty("image").GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("/timeline story:Harbour opens", "-# Outlets per hour")]
    [InlineData("/outlet name:gazette", "Page 1")]
    [InlineData("/trending", "1 · ")]
    public async Task Machine_that_draws_nothing_answers_without_a_chart(string typed, string said)
    {
        await using var newsroom = await Newsroom.OpenAsync(services => services.AddSingleton(
            new ChartDrawer(new RecordingLogger<ChartDrawer>()) { Png = _ => throw new DllNotFoundException("libSkiaSharp") }));
        newsroom.Write("harbour.md", $"title: Harbour opens again\n{Story(DateTimeOffset.Parse("2026-11-24T01:00Z"))}");
        await newsroom.ImportAsync();

        var reply = await newsroom.RunAsync(typed);

        Assert.Empty(reply.Files);
        Assert.Null(reply.Embeds.Single().Image);
        Assert.Contains(said, $"{reply.Embeds.Single().Description} {reply.Embeds.Single().Footer?.Text}");
    }

    /// <summary>With a story of 13 outlets, and an outlet with stories on several days.</summary>
    static async Task<DeskOnLocalDiscord> OpenAsync()
    {
        var desk = await DeskOnLocalDiscord.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        Write("storm", $"title: Storm cuts power\n{Story(now.AddHours(-4))}");
        foreach (var (number, subject) in ((string[])["Ferry", "Bridge", "Museum", "School", "Farm", "Rail"]).Index())
        {
            Write(subject, $"""
                title: {subject} in the news
                publishedDateTime: {now.AddDays(-2 * (number + 1)):yyyy-MM-ddTHH:mm:ssZ}
                webUrl: https://gazette.example/{subject}
                {Outlet(0)}
                """);
        }

        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        return desk;

        void Write(string name, string frontMatter) =>
            File.WriteAllText(Path.Combine(desk.ContentFolder, $"{name}.md"), $"---\n{frontMatter}\n---\n");
    }

    static string Outlet(int number) => number == 0
        ? "provider: {name: Gazette, domain: gazette.example}"
        : $"provider: {{name: Outlet {number}, domain: outlet{number}.example}}";

    /// <summary>The fields of a story that twelve more outlets reported, one each 15 minutes.</summary>
    static string Story(DateTimeOffset at) =>
        $"publishedDateTime: {at:yyyy-MM-ddTHH:mm:ssZ}\nwebUrl: https://gazette.example/harbour\n{Outlet(0)}\nrelated:\n"
        + string.Concat(Enumerable.Range(1, 12).Select(number => $"""
              - title: "What outlet {number} says"
                webUrl: https://outlet{number}.example/it
                publishedDateTime: {at.AddMinutes(15 * number):yyyy-MM-ddTHH:mm:ssZ}
                {Outlet(number)}

            """));

    static async Task<JsonElement> AnswerAsync(DeskOnLocalDiscord desk, string typed, string language = "en-US")
    {
        var answer = await desk.InteractAsync(
            $$"""{"as": "member", "channel": "news", "locale": "{{language}}", "command": "{{typed}}"}""");
        return answer.GetProperty("message");
    }

    sealed class SlowChart : ISlashCommand, IDisposable
    {
        readonly SemaphoreSlim finished = new(0);

        public ApplicationCommand Spec { get; } = new() { Name = "slow", Description = "Draw slowly" };

        public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
        {
            await finished.WaitAsync(ct);
            return new()
            {
                Embeds = [new() { Title = "Slow", Image = new() { Url = "attachment://chart.png" } }],
                Files = [MessageAttachment.Upload("chart.png", new byte[] { 1 }) with { Description = "Said" }],
            };
        }

        public void Finish() => finished.Release();

        public void Dispose() => finished.Dispose();
    }
}
