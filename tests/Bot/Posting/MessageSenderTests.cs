using System.Globalization;
using Bot.Cards;
using Bot.Posting;
using Desk.Archive;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>The sender, a real database and the local Discord, over real HTTP.</summary>
public class MessageSenderTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_article_is_posted_once_oldest_first()
    {
        await using var desk = await OpenAsync(["First", "Second"]);

        await SendAsync(desk);
        await SendAsync(desk);

        Assert.Equal(["First", "Second"], await desk.PostsAsync("news"));
        Assert.Equal("sent 2", await CountsAsync(desk));
    }

    [Fact]
    public async Task A_post_that_a_crash_left_unrecorded_is_found_in_the_channel_long_after_its_nonce_was_forgotten()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-24T12:00:00Z"));
        await using var desk = await OpenAsync(["First"], clock);
        var delivery = (await desk.Get<DeliveryStore>().ClaimAsync(Seed.NewsChannelId, Ct))!;
        var story = (await desk.Get<StoryStore>().StoryAsync(delivery.SubjectId, Ct))!;
        await desk.Get<DiscordRest>().CreateMessageAsync(Channel, StoryMessage.For(story, new() { Now = clock.GetUtcNow() }), Ct);
        clock.Advance(TimeSpan.FromHours(3));
        for (var i = 0; i < 150; i++)
        {
            await desk.Get<DiscordRest>().CreateMessageAsync(Channel, new() { Embeds = [new() { Title = $"Other {i}" }] }, Ct);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await SendAsync(desk);

        Assert.Single(await desk.PostsAsync("news"), title => title == "First");
        Assert.Equal("sent 1", await CountsAsync(desk));
    }

    [Fact]
    public async Task A_claim_that_a_crash_left_unsent_is_sent()
    {
        await using var desk = await OpenAsync(["First"]);
        await desk.Get<DeliveryStore>().ClaimAsync(Seed.NewsChannelId, Ct);

        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await SendAsync(desk);

        Assert.Equal(["First"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task An_article_that_was_withdrawn_before_it_was_posted_is_skipped()
    {
        await using var desk = await OpenAsync(["First"]);
        desk.Write("0.md", "First", "published: false");
        await desk.ImportAsync();

        await SendAsync(desk);

        Assert.Empty(await desk.PostsAsync("news"));
        Assert.Equal("skipped 1", await CountsAsync(desk));
    }

    [Fact]
    public async Task A_channel_that_the_bot_may_not_see_waits_until_it_may()
    {
        await using var desk = await OpenAsync(["First"]);
        await desk.Get<ChannelAdministration>().SaveAsync(new() { Channel = Seed.ArchiveChannelId, Latest = 1 }, by: null, Ct);

        await SendAsync(desk, Seed.ArchiveChannelId);
        await SendAsync(desk);

        Assert.Equal(["First"], await desk.PostsAsync("news"));
        Assert.Equal("pending 1, sent 1", await CountsAsync(desk));
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_accept_stops_the_program_and_loses_nothing()
    {
        await using var desk = await OpenAsync(["First"], token: "wrong");

        await SendAsync(desk);

        Assert.True(desk.Get<FatalErrorHandler>().IsStopped);
        Assert.Equal("pending 1", await CountsAsync(desk));
    }

    [Fact]
    public async Task Failure_that_nobody_foresaw_stops_only_its_delivery()
    {
        using var network = new BrokenForOneChannel();
        await using var desk = await DeskOnLocalDiscord.OpenAsync(network: network);
        desk.Write("a.md", "First");
        await desk.ImportAsync();
        foreach (var channel in (string[])[Seed.NewsChannelId, Seed.GeneralChannelId])
            await desk.Get<ChannelAdministration>().SaveAsync(new() { Channel = channel, Latest = 1 }, by: null, Ct);

        await SendAsync(desk);
        await SendAsync(desk, Seed.GeneralChannelId);

        Assert.Equal(["First"], await desk.PostsAsync("general"));
        Assert.Equal("pending 1, sent 1", await CountsAsync(desk));
        Assert.False(desk.Get<FatalErrorHandler>().IsStopped);
    }

    sealed class BrokenForOneChannel() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath.Contains(Seed.NewsChannelId, StringComparison.Ordinal)
                ? throw new InvalidOperationException("Nobody foresaw this.")
                : base.SendAsync(request, cancellationToken);
    }

    static Snowflake Channel => Snowflake.Parse(Seed.NewsChannelId, CultureInfo.InvariantCulture);

    static async Task<DeskOnLocalDiscord> OpenAsync(IReadOnlyList<string> titles, FakeTimeProvider? clock = null,
        string token = LocalDiscordServer.Token)
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(clock, token);
        foreach (var (index, title) in titles.Index())
            desk.Write($"{index}.md", title);
        await desk.ImportAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(new() { Channel = Seed.NewsChannelId, Latest = titles.Count }, by: null, Ct);
        return desk;
    }

    static Task SendAsync(DeskOnLocalDiscord desk, string channel = Seed.NewsChannelId) =>
        desk.Get<MessageSender>().SendDueAsync(channel, Ct);

    static async Task<string> CountsAsync(DeskOnLocalDiscord desk) =>
        string.Join(", ", (await desk.Get<DeliveryStore>().CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));
}
