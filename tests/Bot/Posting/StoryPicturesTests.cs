using Bot.Pictures;
using Bot.Posting;
using Bot.Tests.Pictures;
using Desk.Channels;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests.Posting;

/// <summary>Pictures from their servers to what stands in the channels of the local Discord.</summary>
public class StoryPicturesTests
{
    const string Address = "http://pictures.example/storm.png";

    readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Card_has_its_picture_as_a_file_and_keeps_it_when_it_is_edited()
    {
        await using var server = await PictureServer.StartAsync(Samples.Png());
        await using var desk = await OpenAsync(server);
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        await desk.BringAsync();
        var posted = await PicturesAsync(desk);

        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        clock.Advance(TimeSpan.FromMinutes(10));
        await desk.BringAsync();

        var picture = Assert.Single(posted);
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/attachments/\d+/\d+/[0-9a-f]{16}\.png$", picture);
        Assert.Equal(posted, await PicturesAsync(desk));
        Assert.Contains("2 outlets", Posted.Text(Assert.Single(await desk.MessagesAsync("news"))), StringComparison.Ordinal);
        Assert.Single(server.Requests);
        using var http = new HttpClient();
        Assert.Equal(Samples.Png(), await http.GetByteArrayAsync(picture, Ct));
    }

    [Fact]
    public async Task Other_picture_takes_the_place_of_the_first()
    {
        await using var server = await PictureServer.StartAsync(Samples.Png());
        await using var desk = await OpenAsync(server);
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        await desk.BringAsync();
        var first = await PicturesAsync(desk);

        desk.Tell("gazette", "Storm cuts power", fields: Images("http://pictures.example/dark.png"));
        clock.Advance(TimeSpan.FromMinutes(10));
        await desk.BringAsync();

        Assert.NotEqual(Assert.Single(first), Assert.Single(await PicturesAsync(desk)));
        Assert.Equal(["pictures.example/storm.png", "pictures.example/dark.png"], server.Requests);
        Assert.Empty(Assert.Single(await desk.MessagesAsync("news")).GetProperty("attachments").EnumerateArray());
    }

    [Fact]
    public async Task Embed_of_an_announcement_channel_keeps_its_picture_too()
    {
        await using var server = await PictureServer.StartAsync(Samples.Png());
        await using var desk = await OpenAsync(server, Seed.AnnouncementsChannelId, Destination.Announcement);
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        await desk.BringAsync();
        var posted = await PicturesAsync(desk, "announcements");

        desk.Tell("post", "Lights out on the coast", lists: "gazette");
        clock.Advance(TimeSpan.FromMinutes(10));
        await desk.BringAsync();

        Assert.EndsWith(".png", Assert.Single(posted));
        Assert.Equal(posted, await PicturesAsync(desk, "announcements"));
        Assert.Empty(Assert.Single(await desk.MessagesAsync("announcements")).GetProperty("attachments").EnumerateArray());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Withdrawn_story_takes_its_picture_along()
    {
        await using var server = await PictureServer.StartAsync(Samples.Png());
        await using var desk = await OpenAsync(server);
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        await desk.BringAsync();

        desk.Tell("gazette", "Storm cuts power", fields: "published: false\n" + Images(Address));
        clock.Advance(TimeSpan.FromMinutes(10));
        await desk.BringAsync();

        var message = Assert.Single(await desk.MessagesAsync("news"));
        Assert.Equal("~~Storm cuts power~~", Posted.Title(message));
        Assert.Empty(message.GetProperty("attachments").EnumerateArray());
        Assert.Empty(await PicturesAsync(desk));
    }

    [Fact]
    public async Task Without_Attach_Files_the_picture_is_shown_from_its_address_and_no_more_files_are_tried_for_a_while()
    {
        await using var server = await PictureServer.StartAsync(Samples.Png());
        await using var desk = await OpenAsync(server);
        await desk.CauseAsync("""{"channel": "news", "deny": ["ATTACH_FILES"]}""");
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        await desk.BringAsync();
        await desk.CauseAsync("""{"channel": "news", "allow": ["ATTACH_FILES"]}""");
        desk.Tell("post", "Cup is won", fields: Images(Address));
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromMinutes(10));
        desk.Tell("ledger", "Ferries are sold", fields: Images(Address));
        await desk.BringAsync();

        var pictures = await PicturesAsync(desk);
        Assert.Equal([Address, Address], pictures.Take(2));
        Assert.Contains("/attachments/", pictures[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_that_cannot_be_shown_gives_way_to_the_next_one_or_to_none()
    {
        await using var server = await PictureServer.StartAsync(http =>
        {
            http.Response.ContentType = "image/png";
            var isNarrow = http.Request.Path.Value!.Contains("narrow", StringComparison.Ordinal);
            return http.Response.Body.WriteAsync(isNarrow ? Samples.Png(199, 300) : Samples.Png()).AsTask();
        });
        await using var desk = await OpenAsync(server);
        desk.Tell("gazette", "Storm cuts power", fields: Images("http://pictures.example/narrow.png", Address));
        desk.Tell("post", "Cup is won", fields: Images("http://pictures.example/narrow2.png"));
        await desk.BringAsync();

        Assert.Equal(2, (await desk.MessagesAsync("news")).Count);
        Assert.Contains("/attachments/", Assert.Single(await PicturesAsync(desk)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_for_several_channels_is_asked_for_its_picture_once()
    {
        await using var server = await PictureServer.StartAsync(Samples.Png());
        await using var desk = await OpenAsync(server);
        await desk.Get<Desk.Outbox.ChannelAdministration>().SaveAsync(
            new() { Channel = Seed.ForumChannelId, Guild = Seed.GuildId, Destination = Destination.Forum, Latest = 0 }, by: null, Ct);
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        await desk.BringAsync();

        var thread = Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(
            Snowflake.Parse(Seed.GuildId, null), Ct)).Threads);
        var first = await desk.Get<DiscordRest>().GetChannelMessageAsync(thread.Id, thread.Id, Ct);
        Assert.Contains("/attachments/", Bot.Cards.MessagePictures.Of(first.Embeds, first.Components).Single(), StringComparison.Ordinal);
        Assert.Single(await PicturesAsync(desk));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Digest_has_the_pictures_of_its_stories_as_files()
    {
        await using var server = await PictureServer.StartAsync(http => http.Request.Path == "/gone.png"
            ? Task.FromResult(http.Response.StatusCode = StatusCodes.Status404NotFound)
            : http.Response.Body.WriteAsync(Samples.Png()).AsTask());
        await using var desk = await OpenAsync(server, rules: new() { Mode = PostingMode.Hourly });
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        desk.Tell("post", "Cup is won", fields: Images("http://pictures.example/cup.png"));
        desk.Tell("ledger", "Ferries are sold", fields: Images("http://pictures.example/gone.png"));
        await desk.BringAsync();
        clock.Advance(TimeSpan.FromHours(1));
        await desk.SettleAsync();

        var pictures = await PicturesAsync(desk);
        Assert.Single(await desk.MessagesAsync("news"));
        Assert.Equal(2, pictures.Count);
        Assert.All(pictures, picture => Assert.Contains("/attachments/", picture, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_that_never_answers_costs_a_post_its_picture_and_five_seconds()
    {
        await using var server = await PictureServer.StartAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        var waitClock = new WaitClock(PictureFetcher.Patience, typeof(StoryPictures));
        waitClock.SetUtcNow(clock.GetUtcNow());
        await using var desk = await OpenAsync(server, time: waitClock);
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address, "http://pictures.example/next.png"));

        var waits = waitClock.NextWait();
        var sent = desk.BringAsync();
        await Task.WhenAll(server.Asked, waits);
        waitClock.Advance(TimeSpan.FromSeconds(5));

        await sent;
        Assert.Equal(["Storm cuts power"], await desk.PostsAsync("news"));
        Assert.Empty(await PicturesAsync(desk));
    }

    [Fact]
    public async Task Line_that_takes_no_uploads_gets_the_post_through_without_its_file()
    {
        await using var server = await PictureServer.StartAsync(Samples.Png());
        using var network = new NoUploads();
        await using var desk = await Outlets.OpenAsync(
            clock,
            new() { Channel = Seed.ForumChannelId, Guild = Seed.GuildId, Destination = Destination.Forum },
            network,
            server.Connector());
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        for (var i = 0; i < 4; i++)
        {
            await desk.BringAsync();
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        var thread = Assert.Single((await desk.Get<DiscordRest>().ListActiveGuildThreadsAsync(
            Snowflake.Parse(Seed.GuildId, null), Ct)).Threads);
        var first = await desk.Get<DiscordRest>().GetChannelMessageAsync(thread.Id, thread.Id, Ct);
        Assert.Equal([Address], Bot.Cards.MessagePictures.Of(first.Embeds, first.Components));
        Assert.Equal(2, network.Uploads);
    }

    [Fact]
    public async Task Nothing_is_fetched_unless_the_operator_wants_it()
    {
        await using var desk = await Outlets.OpenAsync(clock, new() { Channel = Seed.NewsChannelId, Guild = Seed.GuildId });
        desk.Tell("gazette", "Storm cuts power", fields: Images(Address));
        await desk.BringAsync();

        Assert.Equal([Address], await PicturesAsync(desk));
    }

    Task<DeskOnLocalDiscord> OpenAsync(
        PictureServer server,
        string channel = Seed.NewsChannelId,
        Destination destination = Destination.Text,
        ChannelRules? rules = null,
        FakeTimeProvider? time = null) =>
        Outlets.OpenAsync(
            time ?? clock,
            new() { Channel = channel, Guild = Seed.GuildId, Destination = destination, Rules = rules ?? new() },
            pictures: server.Connector());

    /// <summary>A proxy's page in the place of every answer to an upload.</summary>
    sealed class NoUploads() : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Uploads { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not MultipartContent)
                return base.SendAsync(request, cancellationToken);
            Uploads++;
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.RequestEntityTooLarge)
            {
                Content = new StringContent("<html>Too large</html>"),
            });
        }
    }

    static string Images(params IEnumerable<string> addresses) =>
        "images:" + string.Concat(addresses.Select(address => $"\n  - url: {address}\n    width: 800\n    height: 400"));

    /// <summary>Where the pictures in a channel are shown from, oldest first.</summary>
    static async Task<IReadOnlyList<string>> PicturesAsync(DeskOnLocalDiscord desk, string channel = "news") =>
    [
        .. (await desk.MessagesAsync(channel)).SelectMany(message =>
        {
            var read = Message.Parse(message.GetRawText());
            return Bot.Cards.MessagePictures.Of(read.Embeds, read.Components);
        }),
    ];
}
