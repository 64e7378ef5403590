using System.Runtime.CompilerServices;
using Bot.Charts;
using Desk.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

/// <summary><c>/channel stats</c>: what happened in channels, week by week.</summary>
public class StatsSubcommandTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_channels_of_the_server_are_summed_and_no_others()
    {
        await using var newsroom = await OpenAsync();

        var reply = await newsroom.RunAsync("/channel stats");

        reply.Approve("channel-stats", Here());
        Assert.Equal(
            "Chart: 12 weeks, from Sep 7; the last one is this week so far. "
                + "Posts: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1. Edits: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0. "
                + "Follows: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1. Button presses: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1200, 3.",
            reply.Files.Single().Description);
        Assert.Equal(reply.Files.Single().Description, reply.Embeds.Single().Image!.Description);
    }

    [Fact]
    public async Task One_channel_has_its_own_numbers()
    {
        await using var newsroom = await OpenAsync();

        var reply = await newsroom.RunAsync("/channel stats channel:43");

        Assert.StartsWith(
            "<#43>\n\n**This week so far:** 0 posts · 0 edits · 0 follows · 1 button press\n",
            reply.Embeds.Single().Description);
    }

    [Fact]
    public async Task Channel_in_which_nothing_happened_has_no_chart()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");

        var reply = await newsroom.RunAsync("/channel stats channel:42");

        Assert.Empty(reply.Files);
        Assert.EndsWith("**12 weeks:** 0 posts · 0 edits · 0 follows · 0 button presses", reply.Embeds.Single().Description);
    }

    [Theory]
    [InlineData("/channel stats", "No channel gets news yet. Use `/channel setup` to choose one.")]
    [InlineData("/channel stats channel:42", "<#42> gets no news. Use `/channel list` to see the channels that do.")]
    public async Task Server_without_news_is_told_what_to_do(string typed, string said)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync(typed);

        Assert.Equal((said, true), (reply.Content, reply.IsPrivate));
    }

    [Fact]
    public async Task Machine_that_draws_nothing_answers_in_words()
    {
        await using var newsroom = await OpenAsync(services => services.AddSingleton(
            new ChartDrawer(new RecordingLogger<ChartDrawer>()) { Png = _ => throw new DllNotFoundException("libSkiaSharp") }));

        var reply = await newsroom.RunAsync("/channel stats");

        Assert.Empty(reply.Files);
        Assert.EndsWith("1,203 button presses", reply.Embeds.Single().Description);
    }

    /// <summary>With channels 42 and 43, and channel 44 of another server.</summary>
    static async Task<Newsroom> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var newsroom = await Newsroom.OpenAsync(more);
        await newsroom.RunAsync("/channel add channel:42 latest:1");
        await newsroom.RunAsync("/channel add channel:43 latest:0");
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "44", Guild = "2", Latest = 0 }, by: null, Ct);
        await newsroom.PostedAsync("42", "555");
        await newsroom.PressAsync(Newsroom.Interaction($"follow:{Newsroom.Key(12)}") with { ChannelId = new(42) });
        var now = newsroom.Clock.GetUtcNow();
        await newsroom.Get<ChannelWeekStore>().AddAsync(
            [
                new(new("42"), now, Count: 2), new(new("43"), now, Count: 1), new(new("44"), now, Count: 100),
                new(new("42"), now.AddDays(-7), Count: 1200), new(new("42"), now.AddDays(-12 * 7), Count: 9),
            ],
            Ct);
        return newsroom;
    }

    static string Here([CallerFilePath] string path = "") => path;
}
