using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Discord.Tests.Rest;

public sealed class WaitingLineTests
{
    readonly FakeTimeProvider clock = new();
    readonly WaitingLine line;

    public WaitingLineTests() => line = new(new(clock), clock);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_came_first_goes_first_when_an_answer_says_that_there_is_room()
    {
        var turn = await line.TurnAsync(Messages(1), Ct);
        var waiting = Enumerable.Range(0, 3).Select(_ => line.TurnAsync(Messages(1), Ct)).ToList();
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        line.Learn(turn, Answer(remaining: 1));
        turn = await waiting[0];
        Assert.All(waiting[1..], one => Assert.False(one.IsCompleted));

        line.Learn(turn, Answer(remaining: 2));
        await waiting[1];
        Assert.False(waiting[2].IsCompleted);
    }

    [Fact]
    public async Task The_end_of_a_window_lets_the_next_ones_go_without_anybody_asking()
    {
        line.Learn(await line.TurnAsync(Messages(1), Ct), Answer(remaining: 0, resetAfter: 4.5));
        var waiting = Enumerable.Range(0, 6).Select(_ => line.TurnAsync(Messages(1), Ct)).ToList();

        clock.Advance(TimeSpan.FromSeconds(4.4));
        Assert.All(waiting, one => Assert.False(one.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(0.1));

        await Task.WhenAll(waiting[..5]);
        Assert.False(waiting[5].IsCompleted);
    }

    [Fact]
    public async Task A_turn_without_an_answer_goes_to_the_next()
    {
        var turn = await line.TurnAsync(Messages(1), Ct);
        var next = line.TurnAsync(Messages(1), Ct);
        line.Release(turn);
        await next;
    }

    [Fact]
    public async Task Who_gives_up_holds_nobody_back()
    {
        using var cancel = new CancellationTokenSource();
        var turn = await line.TurnAsync(Messages(1), Ct);
        var impatient = line.TurnAsync(Messages(1), cancel.Token);
        var patient = line.TurnAsync(Messages(1), Ct);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        line.Release(turn);
        await patient;
    }

    [Fact]
    public async Task A_busy_channel_holds_up_no_other()
    {
        var first = await UseUpTheSecondAsync();
        var busy = Enumerable.Range(0, 100).Select(_ => line.TurnAsync(Messages(1), Ct)).ToList();
        var quiet = Enumerable.Range(2, 20).Select(channel => line.TurnAsync(Messages((ulong)channel), Ct)).ToList();

        first.ForEach(line.Release);
        clock.Advance(TimeSpan.FromSeconds(1));

        await Task.WhenAll([busy[0], .. quiet]);
        Assert.False(busy[1].IsCompleted);
    }

    [Fact]
    public async Task Interactions_go_before_posts_and_past_the_global_limit()
    {
        var first = await UseUpTheSecondAsync();
        var post = line.TurnAsync(Messages(1), Ct);
        await line.TurnAsync(Callback(1), Ct);
        Assert.False(post.IsCompleted);

        line.Learn(first[0], new() { Status = HttpStatusCode.TooManyRequests, Scope = "global", RetryAfter = TimeSpan.FromSeconds(30) });
        await line.TurnAsync(Callback(2), Ct);
        Assert.False(post.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(30));
        first[1..].ForEach(line.Release);
        clock.Advance(TimeSpan.FromSeconds(1));
        await post;
    }

    [Fact]
    public async Task Those_who_wait_for_one_bucket_by_two_names_line_up_by_their_coming()
    {
        var (posting, deleting) = (await line.TurnAsync(Messages(1), Ct), await line.TurnAsync(Deletion(1), Ct));
        Task<RateLimitTurn>[] waiting = [line.TurnAsync(Deletion(1), Ct), line.TurnAsync(Messages(1), Ct), line.TurnAsync(Deletion(1), Ct)];

        line.Learn(posting, Answer(remaining: 0));
        line.Learn(deleting, Answer(remaining: 0));
        Assert.All(waiting, one => Assert.False(one.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(waiting);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("global")]
    public async Task A_limit_that_outlasts_a_routes_patience_sends_everybody_away(string scope)
    {
        var turn = await line.TurnAsync(Messages(1), Ct);
        var waiting = line.TurnAsync(Messages(1), Ct);

        line.Learn(turn, new() { Status = HttpStatusCode.TooManyRequests, Scope = scope, Bucket = "b", RetryAfter = TimeSpan.FromHours(1) });

        Assert.Equal(TimeSpan.FromHours(1), (await Assert.ThrowsAsync<DiscordApiException>(() => waiting)).RetryAfter);
        await Assert.ThrowsAsync<DiscordApiException>(() => line.TurnAsync(Messages(1), Ct));
        clock.Advance(TimeSpan.FromHours(1));
        await line.TurnAsync(Messages(1), Ct);
    }

    [Fact]
    public async Task Too_many_refusals_send_away_those_who_wait()
    {
        var turn = await line.TurnAsync(Messages(1), Ct);
        var waiting = line.TurnAsync(Messages(1), Ct);
        for (var refused = 0; refused < InvalidRequestGuard.Limit; refused++)
            line.Learn(await line.TurnAsync(Callback(1), Ct), new() { Status = HttpStatusCode.Forbidden });

        line.Release(turn);

        Assert.Contains("Discord refused 1000 requests", (await Assert.ThrowsAsync<DiscordApiException>(() => waiting)).Message, StringComparison.Ordinal);
    }

    async Task<List<RateLimitTurn>> UseUpTheSecondAsync()
    {
        var turns = Enumerable.Range(1000, GlobalRateLimit.PerSecond).Select(channel => line.TurnAsync(Messages((ulong)channel), Ct));
        return [.. await Task.WhenAll(turns)];
    }

    static Route Messages(ulong channel) => Route.Post($"/channels/{new Snowflake(channel)}/messages");

    static Route Deletion(ulong channel) => Route.Delete($"/channels/{new Snowflake(channel)}/messages/{new Snowflake(9)}");

    static Route Callback(ulong id) => Route.Post($"/interactions/{new Snowflake(id)}/{new InteractionToken("t")}/callback");

    static RateLimitHeaders Answer(int remaining, double resetAfter = 5) => new()
    {
        Status = HttpStatusCode.OK,
        Bucket = "abcd1234",
        Limit = 5,
        Remaining = remaining,
        ResetAfter = TimeSpan.FromSeconds(resetAfter),
    };
}
