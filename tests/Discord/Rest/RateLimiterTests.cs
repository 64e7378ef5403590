using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Discord.Tests.Rest;

public sealed class RateLimiterTests
{
    readonly FakeTimeProvider clock = new();
    readonly RateLimiter limiter;

    public RateLimiterTests() => limiter = new(clock);

    [Fact]
    public void A_route_that_is_not_known_lets_one_through_until_its_answer_has_come()
    {
        var turn = Take(Messages(1));
        AssertWaits(Timeout.InfiniteTimeSpan, Messages(1));

        limiter.Learn(turn, Answer(remaining: 4));

        AssertGoes(Messages(1));
        AssertGoes(Messages(1));
    }

    [Fact]
    public void Second_request_waits_until_the_bucket_resets()
    {
        Exchange(Messages(1), Answer(remaining: 0, resetAfter: 5));

        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
        clock.Advance(TimeSpan.FromSeconds(4));
        AssertWaits(TimeSpan.FromSeconds(1), Messages(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        AssertGoes(Messages(1));
    }

    [Fact]
    public void Requests_under_way_count_towards_what_is_left()
    {
        Exchange(Messages(1), Answer(remaining: 2, resetAfter: 5));

        AssertGoes(Messages(1));
        AssertGoes(Messages(1));
        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
    }

    [Fact]
    public void An_answer_that_was_overtaken_does_not_give_requests_back()
    {
        Exchange(Messages(1), Answer(remaining: 3, resetAfter: 5));
        var (first, second) = (Take(Messages(1)), Take(Messages(1)));

        limiter.Learn(second, Answer(remaining: 1, resetAfter: 5));
        limiter.Learn(first, Answer(remaining: 2, resetAfter: 5));

        AssertGoes(Messages(1));
        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
    }

    [Fact]
    public void Each_channel_has_its_own_limit()
    {
        Exchange(Messages(1), Answer(remaining: 0));
        AssertGoes(Messages(2));
    }

    [Fact]
    public void Routes_of_one_bucket_share_its_limit()
    {
        Exchange(Deletion(1), Answer(remaining: 4));
        Exchange(Messages(1), Answer(remaining: 0, resetAfter: 5));

        AssertWaits(TimeSpan.FromSeconds(5), Deletion(1));
    }

    [Fact]
    public void A_turn_without_an_answer_is_given_back()
    {
        limiter.Release(Take(Messages(1)));
        AssertGoes(Messages(1));
    }

    [Fact]
    public void An_answer_without_headers_lets_the_next_one_through()
    {
        Exchange(Messages(1), new() { Status = HttpStatusCode.OK });
        AssertGoes(Messages(1));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public void A_429_closes_its_route_even_with_requests_left(string scope)
    {
        Exchange(Messages(1), Answer(remaining: 9, resetAfter: 5) with { Status = HttpStatusCode.TooManyRequests, Scope = scope, RetryAfter = TimeSpan.FromSeconds(65) });

        AssertWaits(TimeSpan.FromSeconds(65), Messages(1));
        AssertGoes(Messages(2));
    }

    [Theory]
    [InlineData("global")]
    [InlineData(null)]
    public void A_global_429_and_one_from_a_proxy_close_everything_but_interactions(string? scope)
    {
        Exchange(Messages(1), new() { Status = HttpStatusCode.TooManyRequests, Scope = scope, RetryAfter = TimeSpan.FromSeconds(30) });

        AssertWaits(TimeSpan.FromSeconds(30), Messages(2));
        AssertGoes(Callback(1));
        clock.Advance(TimeSpan.FromSeconds(30));
        AssertGoes(Messages(2));
    }

    [Fact]
    public void An_answer_of_the_last_window_does_not_end_the_new_one_early()
    {
        Exchange(Messages(1), Answer(remaining: 3, resetAfter: 5));
        var late = Take(Messages(1));
        clock.Advance(TimeSpan.FromSeconds(5));
        Exchange(Messages(1), Answer(remaining: 4, resetAfter: 5));

        limiter.Learn(late, Answer(remaining: 0, resetAfter: 0.1));

        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
    }

    [Fact]
    public void Requests_that_were_under_way_before_a_bucket_had_a_name_still_count()
    {
        var (one, other) = (Take(Messages(1)), Take(Messages(2)));

        limiter.Learn(one, Answer(remaining: 4));
        AssertWaits(Timeout.InfiniteTimeSpan, Messages(2));

        limiter.Learn(other, Answer(remaining: 4));
        AssertGoes(Messages(2));
    }

    [Fact]
    public void Requests_under_way_on_two_routes_that_turn_out_to_be_one_bucket_count_together()
    {
        var (posting, deleting, elsewhere) = (Take(Messages(1)), Take(Deletion(1)), Take(Deletion(2)));
        limiter.Learn(posting, Answer(remaining: 4));
        limiter.Learn(elsewhere, Answer(remaining: 4));

        AssertGoes(Messages(1));
        AssertGoes(Deletion(1));
        AssertGoes(Messages(1));
        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
        limiter.Release(deleting);
        AssertGoes(Messages(1));
    }

    [Fact]
    public void Fifty_requests_go_in_one_second_counted_from_their_answers_and_interactions_do_not_count()
    {
        var turns = Enumerable.Range(1, 50).Select(channel => Take(Messages((ulong)channel))).ToList();
        AssertGoes(Callback(1));
        AssertWaits(Timeout.InfiniteTimeSpan, Messages(51));

        clock.Advance(TimeSpan.FromSeconds(2));
        turns.ForEach(turn => limiter.Learn(turn, new() { Status = HttpStatusCode.OK }));
        AssertWaits(TimeSpan.FromSeconds(1), Messages(51));
        AssertGoes(Callback(51));
        clock.Advance(TimeSpan.FromSeconds(1));
        AssertGoes(Messages(51));
    }

    [Fact]
    public void A_bucket_whose_name_changes_from_answer_to_answer_loses_no_turns()
    {
        Exchange(Messages(1), Answer(remaining: 2));
        var (first, second) = (Take(Messages(1)), Take(Messages(1)));
        limiter.Learn(first, Answer(remaining: 4) with { Bucket = "other" });
        limiter.Learn(second, Answer(remaining: 1));

        AssertGoes(Messages(1));
    }

    [Fact]
    public void Interactions_do_not_wait_for_each_other()
    {
        AssertGoes(Callback(1));
        AssertGoes(Callback(2));
    }

    [Fact]
    public void Many_interactions_leave_nothing_behind_that_matters()
    {
        Exchange(Messages(1), Answer(remaining: 0, resetAfter: 5));
        for (var id = 1u; id <= 2000; id++)
            Exchange(Callback(id), Answer(remaining: 4, resetAfter: 0));

        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
    }

    [Fact]
    public void Stops_far_below_the_ban_for_invalid_requests_and_says_for_how_long()
    {
        for (var refused = 0; refused < InvalidRequestGuard.Limit; refused++)
            Exchange(Callback(1), new() { Status = HttpStatusCode.Forbidden });

        var fault = Assert.Throws<DiscordApiException>(() => limiter.TryAcquire(Messages(1), out _));
        Assert.Equal(InvalidRequestGuard.Window, fault.RetryAfter);
        Assert.StartsWith("POST /channels/1/messages: 429 Not sent: Discord refused 1000 requests in ten minutes", fault.Message, StringComparison.Ordinal);

        clock.Advance(InvalidRequestGuard.Window);
        AssertGoes(Messages(1));
    }

    [Fact]
    public void A_shared_limit_is_not_our_fault_and_does_not_count_as_invalid()
    {
        for (var refused = 0; refused < InvalidRequestGuard.Limit; refused++)
            Exchange(Callback(1), new() { Status = HttpStatusCode.TooManyRequests, Scope = "shared", Bucket = "b" });

        AssertGoes(Messages(1));
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

    void Exchange(Route route, RateLimitHeaders answer) => limiter.Learn(Take(route), answer);

    void AssertGoes(Route route) => Take(route);

    RateLimitTurn Take(Route route)
    {
        var turn = limiter.TryAcquire(route, out var wait);
        Assert.Equal(TimeSpan.Zero, wait);
        return Assert.IsType<RateLimitTurn>(turn);
    }

    void AssertWaits(TimeSpan expected, Route route)
    {
        Assert.Null(limiter.TryAcquire(route, out var wait));
        Assert.Equal(expected, wait);
    }
}
