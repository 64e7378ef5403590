using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Commands.Channels;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>The thread under a card: a delivery of its own, whose failure leaves the card alone.</summary>
public class ThreadDraftsTests
{
    readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2036-11-24T12:00:00Z", CultureInfo.InvariantCulture));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thread_is_started_under_each_card_if_the_rules_say_so()
    {
        await using var desk = await OpenAsync();
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        Assert.Equal("Storm cuts power", Assert.Single(await ThreadsAsync(desk)).Name);
        Assert.Equal(["sent 2"], await CountsAsync(desk));
        Assert.Equal([DeliveryKind.Story], (await HistoryAsync(desk)).Select(record => record.Kind));
    }

    [Fact]
    public async Task Refused_thread_fails_alone_and_the_card_is_neither_posted_again_nor_given_up()
    {
        using var network = new RefusedThreads();
        await using var desk = await OpenAsync(network);
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();

        Assert.Equal(["failed 1", "sent 1"], await CountsAsync(desk));
        var (thread, card) = (await HistoryAsync(desk)) switch { [var first, var second] => (first, second), var other =>
            throw new InvalidOperationException($"{other.Count}") };
        Assert.Equal((DeliveryKind.Story, DeliveryState.Sent), (card.Kind, card.State));
        var line = DeliveryText.Line(thread, Id(Seed.GuildId), limit: 500);
        Assert.StartsWith("**failed** ", line, StringComparison.Ordinal);
        Assert.Contains("Thread under Storm cuts power", line, StringComparison.Ordinal);
        Assert.Contains("Maximum number of active threads reached", line, StringComparison.Ordinal);

        Assert.False(await desk.Get<OrderStore>().OrderAsync(Subscription, card.SubjectId, "Storm cuts power", by: null, Ct));
        await desk.SettleAsync();
        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("general"));

        desk.Tell("gazette", "Storm cuts power", fields: "published: false");
        await desk.BringAsync();
        Assert.Equal(["~~Storm cuts power~~"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task Missing_permission_is_retried_for_a_day_and_pauses_nothing()
    {
        using var network = new RefusedThreads { Status = HttpStatusCode.Forbidden };
        await using var desk = await OpenAsync(network);
        for (var i = 0; i < 4; i++)
            desk.Tell($"s{i}", $"Story {i}");
        await desk.BringAsync();
        var atFirst = await CountsAsync(desk);
        for (var hour = 0; hour < 26; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await desk.SettleAsync();
        }

        Assert.Equal(["pending 4", "sent 4"], atFirst);
        Assert.Equal(["failed 4", "sent 4"], await CountsAsync(desk));
        Assert.Null((await desk.Get<SubscriptionStore>().OfChannelAsync(Seed.GeneralChannelId, Ct))!.Paused);
    }

    [Fact]
    public async Task Card_found_after_a_crash_gets_its_thread_exactly_once()
    {
        await using var desk = await OpenAsync();
        desk.Tell("gazette", "Storm cuts power");
        await desk.ImportAsync();
        await desk.SendUnrecordedAsync((await desk.Get<DeliveryStore>().ClaimAsync(Seed.GeneralChannelId, Ct))!);

        await desk.SettleAsync();

        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("general"));
        Assert.Single(await ThreadsAsync(desk));
        Assert.Equal(["sent 2"], await CountsAsync(desk));
    }

    [Fact]
    public async Task Thread_that_a_crash_left_unrecorded_counts_as_started()
    {
        await using var desk = await OpenAsync();
        desk.Tell("gazette", "Storm cuts power");
        await desk.ImportAsync();
        var deliveries = desk.Get<DeliveryStore>();
        var card = (await deliveries.ClaimAsync(Seed.GeneralChannelId, Ct))!;
        await desk.SendUnrecordedAsync(card);
        var message = Id((await desk.MessagesAsync("general")).Single().GetProperty("id").GetString()!);
        await desk.Get<DiscordRest>().StartThreadFromMessageAsync(Id(Seed.GeneralChannelId), message, new() { Name = "Talk" }, Ct);

        await desk.SettleAsync();

        Assert.Equal("Talk", Assert.Single(await ThreadsAsync(desk)).Name);
        Assert.Equal(["sent 2"], await CountsAsync(desk));
    }

    static Subscription Subscription => new() { Channel = Seed.GeneralChannelId, Guild = Seed.GuildId, Rules = new() { Thread = true } };

    Task<DeskOnLocalDiscord> OpenAsync(HttpMessageHandler? network = null) => Outlets.OpenAsync(clock, Subscription, network);

    static async Task<IReadOnlyList<Channel>> ThreadsAsync(DeskOnLocalDiscord desk) =>
        (await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(Id(Seed.GuildId), Ct)).Threads;

    static Task<IReadOnlyList<DeliveryRecord>> HistoryAsync(DeskOnLocalDiscord desk) =>
        desk.Get<DeliveryHistory>().HistoryAsync(Seed.GeneralChannelId, skip: 0, take: 10, Ct);

    static async Task<IEnumerable<string>> CountsAsync(DeskOnLocalDiscord desk) =>
        (await desk.Get<DeliveryStore>().CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}");

    static Snowflake Id(string text) => Snowflake.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Discord, as far as threads under messages go, in a guild that has too many of them.</summary>
    sealed class RefusedThreads() : DelegatingHandler(new SocketsHttpHandler())
    {
        public HttpStatusCode Status { get; init; } = HttpStatusCode.BadRequest;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath.EndsWith("/threads", StringComparison.Ordinal) && request.Method == HttpMethod.Post
                ? Task.FromResult(new HttpResponseMessage(Status) { Content = Error(), RequestMessage = request })
                : base.SendAsync(request, cancellationToken);

        static StringContent Error() =>
            new(JsonSerializer.Serialize(new { message = "Maximum number of active threads reached", code = 160006 }), Encoding.UTF8,
                "application/json");
    }
}
