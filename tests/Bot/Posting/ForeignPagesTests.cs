using System.Net;
using System.Text;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>Pages of a proxy in place of Discord's answers: no reason to pause a channel or to give up a story.</summary>
public sealed class ForeignPagesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "<html>Log in</html>", false)]
    [InlineData(HttpStatusCode.Forbidden, "<html>Access denied</html>", false)]
    [InlineData(HttpStatusCode.Forbidden, "<html>Access denied</html>", true)]
    [InlineData(HttpStatusCode.Forbidden, """{"message":"403: Forbidden","code":0}""", false)]
    [InlineData(HttpStatusCode.NotFound, "", false)]
    [InlineData(HttpStatusCode.BadRequest, "", false)]
    [InlineData(HttpStatusCode.BadRequest, """{"error":"bad request"}""", true)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "<html>Too large</html>", false)]
    [InlineData(HttpStatusCode.Redirect, "", false)]
    [InlineData(HttpStatusCode.OK, "<html>Welcome to the hotel</html>", false)]
    [InlineData(HttpStatusCode.OK, "<html>Welcome to the hotel</html>", true)]
    [InlineData(HttpStatusCode.OK, """{"id":""", true)]
    public async Task Story_is_posted_once_after_the_pages_have_ended(HttpStatusCode status, string page, bool isCarriedOut)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-24T12:00:00Z"));
        using var network = new PagesInsteadOfPosts(status, page, isCarriedOut, times: isCarriedOut ? 1 : 6);
        await using var desk = await DeskOnLocalDiscord.OpenAsync(clock, network: network);
        desk.Write("a.md", "Boat");
        await desk.ImportAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(
            new() { Channel = Seed.ForumChannelId, Destination = Destination.Forum, Latest = 1 }, by: null, Ct);

        for (var i = 0; i < 8; i++)
        {
            await desk.Get<MessageSender>().SendDueAsync(Seed.ForumChannelId, Ct);
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Null((await desk.Get<SubscriptionStore>().OfChannelAsync(Seed.ForumChannelId, Ct))!.Paused);
        Assert.False(desk.Get<FatalErrorHandler>().IsStopped);
        Assert.Equal(isCarriedOut ? 1 : 7, network.Posts);
        Assert.Equal(1, (await desk.Get<DeliveryStore>().CountsAsync(Ct)).Single(count => count.State == "sent").Count);
    }

    sealed class PagesInsteadOfPosts(HttpStatusCode status, string page, bool isCarriedOut, int times)
        : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Posts { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Post || !request.RequestUri!.AbsolutePath.EndsWith("/threads", StringComparison.Ordinal))
                return await base.SendAsync(request, cancellationToken);
            var isReplaced = Posts++ < times;
            if (isReplaced && !isCarriedOut)
                return Page();
            var response = await base.SendAsync(request, cancellationToken);
            if (!isReplaced)
                return response;
            response.Dispose();
            return Page();
        }

        HttpResponseMessage Page() => new(status) { Content = new StringContent(page, Encoding.UTF8, "text/html") };
    }
}
