using System.Net;
using Discord.Rest;
using Microsoft.Extensions.Time.Testing;
using static Discord.Tests.Rest.RateLimitSamples;

namespace Discord.Tests.Rest;

public sealed class RateLimiterTests
{
    readonly FakeTimeProvider clock = new();
    readonly RateLimiter limiter;

    public RateLimiterTests() => limiter = new(clock);

    [Fact]
    public void Unknown_route_allows_one_request_until_its_response()
    {
        var lease = Acquire(Messages(1));
        AssertWaits(Timeout.InfiniteTimeSpan, Messages(1));

        limiter.Update(lease, Response(remaining: 4));

        AssertAllowed(Messages(1));
        AssertAllowed(Messages(1));
    }

    [Fact]
    public void Second_request_waits_until_the_bucket_resets()
    {
        Exchange(Messages(1), Response(remaining: 0, resetAfter: 5));

        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
        clock.Advance(TimeSpan.FromSeconds(4));
        AssertWaits(TimeSpan.FromSeconds(1), Messages(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        AssertAllowed(Messages(1));
    }

    [Fact]
    public void Pending_requests_count_toward_the_remaining_ones()
    {
        Exchange(Messages(1), Response(remaining: 2, resetAfter: 5));

        AssertAllowed(Messages(1));
        AssertAllowed(Messages(1));
        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
    }

    [Fact]
    public void Late_response_does_not_restore_requests()
    {
        Exchange(Messages(1), Response(remaining: 3, resetAfter: 5));
        var (first, second) = (Acquire(Messages(1)), Acquire(Messages(1)));

        limiter.Update(second, Response(remaining: 1, resetAfter: 5));
        limiter.Update(first, Response(remaining: 2, resetAfter: 5));

        AssertAllowed(Messages(1));
        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
    }

    [Fact]
    public void Each_channel_has_its_own_limit()
    {
        Exchange(Messages(1), Response(remaining: 0));
        AssertAllowed(Messages(2));
    }

    [Fact]
    public void Routes_of_one_bucket_share_a_limit()
    {
        Exchange(Deletion(1), Response(remaining: 4));
        Exchange(Messages(1), Response(remaining: 0, resetAfter: 5));

        AssertWaits(TimeSpan.FromSeconds(5), Deletion(1));
    }

    [Fact]
    public void Released_lease_is_available_again()
    {
        limiter.Release(Acquire(Messages(1)));
        AssertAllowed(Messages(1));
    }

    [Fact]
    public void Response_without_headers_allows_the_next_request()
    {
        Exchange(Messages(1), new() { Status = HttpStatusCode.OK });
        AssertAllowed(Messages(1));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public void A_429_blocks_its_route_even_with_requests_remaining(string scope)
    {
        Exchange(Messages(1), Response(remaining: 9, resetAfter: 5) with
        {
            Status = HttpStatusCode.TooManyRequests,
            Scope = scope,
            RetryAfter = TimeSpan.FromSeconds(65),
        });

        AssertWaits(TimeSpan.FromSeconds(65), Messages(1));
        AssertAllowed(Messages(2));
    }

    [Theory]
    [InlineData("global")]
    [InlineData(null)]
    public void Global_429_and_proxy_429_block_everything_except_interactions(string? scope)
    {
        Exchange(Messages(1), new() { Status = HttpStatusCode.TooManyRequests, Scope = scope, RetryAfter = TimeSpan.FromSeconds(30) });

        AssertWaits(TimeSpan.FromSeconds(30), Messages(2));
        AssertAllowed(Callback(1));
        clock.Advance(TimeSpan.FromSeconds(30));
        AssertAllowed(Messages(2));
    }

    [Fact]
    public void Response_from_the_previous_window_does_not_shorten_the_new_one()
    {
        Exchange(Messages(1), Response(remaining: 3, resetAfter: 5));
        var late = Acquire(Messages(1));
        clock.Advance(TimeSpan.FromSeconds(5));
        Exchange(Messages(1), Response(remaining: 4, resetAfter: 5));

        limiter.Update(late, Response(remaining: 0, resetAfter: 0.1));

        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
    }

    [Fact]
    public void Requests_sent_before_the_bucket_was_known_still_count()
    {
        var (one, other) = (Acquire(Messages(1)), Acquire(Messages(2)));

        limiter.Update(one, Response(remaining: 4));
        AssertWaits(Timeout.InfiniteTimeSpan, Messages(2));

        limiter.Update(other, Response(remaining: 4));
        AssertAllowed(Messages(2));
    }

    [Fact]
    public void Pending_requests_of_two_routes_count_together_after_they_share_a_bucket()
    {
        var (posting, deleting, elsewhere) = (Acquire(Messages(1)), Acquire(Deletion(1)), Acquire(Deletion(2)));
        limiter.Update(posting, Response(remaining: 4));
        limiter.Update(elsewhere, Response(remaining: 4));

        AssertAllowed(Messages(1));
        AssertAllowed(Deletion(1));
        AssertAllowed(Messages(1));
        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
        limiter.Release(deleting);
        AssertAllowed(Messages(1));
    }

    [Fact]
    public void Global_limit_is_higher_for_a_bot_to_which_Discord_granted_more()
    {
        var granted = new RateLimiter(clock, GlobalRateLimit.Default + 1);

        var leases = Enumerable.Range(1, GlobalRateLimit.Default + 2)
            .Select(channel => granted.TryAcquire(Messages((ulong)channel), out _));

        Assert.Equal(GlobalRateLimit.Default + 1, leases.OfType<RateLimitLease>().Count());
    }

    [Fact]
    public void Process_that_gave_up_a_part_of_the_limit_sends_less_and_says_how_much_still_counts()
    {
        var (first, second) = (Acquire(Messages(1)), Acquire(Messages(2)));
        limiter.PerSecond = 1;

        Assert.Equal(2, limiter.Counting);
        limiter.Update(first, Response(remaining: 4));
        limiter.Update(second, Response(remaining: 4));
        Assert.Equal(2, limiter.Counting);
        clock.Advance(GlobalRateLimit.Second);
        Assert.Equal(0, limiter.Counting);

        Acquire(Messages(1));
        AssertWaits(Timeout.InfiniteTimeSpan, Messages(2));
    }

    [Fact]
    public void Clock_that_is_set_back_keeps_nobody_waiting_longer()
    {
        var wrong = new SetClock();
        var limited = new RateLimiter(wrong);
        var lease = limited.TryAcquire(Messages(1), out _)!;
        limited.Update(lease, Response(remaining: 0, resetAfter: 5));

        wrong.IsSetBy = TimeSpan.FromHours(-1);

        Assert.Null(limited.TryAcquire(Messages(1), out var wait));
        Assert.Equal(TimeSpan.FromSeconds(5), wait);
    }

    [Fact]
    public void Rejections_of_other_processes_behind_the_same_address_count_too()
    {
        limiter.RejectedElsewhere = InvalidRequestLimit.Limit - 1;
        Exchange(Messages(1), new() { Status = HttpStatusCode.Forbidden });

        Assert.Equal(1, limiter.Rejected);
        Assert.Throws<DiscordApiException>(() => limiter.TryAcquire(Messages(2), out _));
    }

    [Fact]
    public void Global_limit_counts_from_responses_and_exempts_interactions()
    {
        var leases = Enumerable.Range(1, 50).Select(channel => Acquire(Messages((ulong)channel))).ToList();
        AssertAllowed(Callback(1));
        AssertWaits(Timeout.InfiniteTimeSpan, Messages(51));

        clock.Advance(TimeSpan.FromSeconds(2));
        leases.ForEach(lease => limiter.Update(lease, new() { Status = HttpStatusCode.OK }));
        AssertWaits(TimeSpan.FromSeconds(1), Messages(51));
        AssertAllowed(Callback(51));
        clock.Advance(TimeSpan.FromSeconds(1));
        AssertAllowed(Messages(51));
    }

    [Fact]
    public void Changing_bucket_names_lose_no_leases()
    {
        Exchange(Messages(1), Response(remaining: 2));
        var (first, second) = (Acquire(Messages(1)), Acquire(Messages(1)));
        limiter.Update(first, Response(remaining: 4) with { Bucket = "other" });
        limiter.Update(second, Response(remaining: 1));

        AssertAllowed(Messages(1));
    }

    [Fact]
    public void Interactions_do_not_wait_for_each_other()
    {
        AssertAllowed(Callback(1));
        AssertAllowed(Callback(2));
    }

    [Fact]
    public void Sweeping_idle_buckets_keeps_active_limits()
    {
        Exchange(Messages(1), Response(remaining: 0, resetAfter: 5));
        for (var id = 1u; id <= 2000; id++)
            Exchange(Callback(id), Response(remaining: 4, resetAfter: 0));

        AssertWaits(TimeSpan.FromSeconds(5), Messages(1));
    }

    [Fact]
    public void Stops_before_the_ban_for_invalid_requests_and_says_for_how_long()
    {
        for (var rejected = 0; rejected < InvalidRequestLimit.Limit; rejected++)
            Exchange(Callback(1), new() { Status = HttpStatusCode.Forbidden });

        var fault = Assert.Throws<DiscordApiException>(() => limiter.TryAcquire(Messages(1), out _));
        Assert.Equal(InvalidRequestLimit.Window, fault.RetryAfter);
        Assert.StartsWith(
            "POST /channels/1/messages: 429 Not sent, because Discord rejected 1000 requests in ten minutes", fault.Message,
            StringComparison.Ordinal);

        clock.Advance(InvalidRequestLimit.Window);
        AssertAllowed(Messages(1));
    }

    [Fact]
    public void Shared_rate_limit_does_not_count_as_an_invalid_request()
    {
        for (var rejected = 0; rejected < InvalidRequestLimit.Limit; rejected++)
            Exchange(Callback(1), new() { Status = HttpStatusCode.TooManyRequests, Scope = "shared", Bucket = "b" });

        AssertAllowed(Messages(1));
    }

    void Exchange(Route route, RateLimitHeaders response) => limiter.Update(Acquire(route), response);

    void AssertAllowed(Route route) => Acquire(route);

    RateLimitLease Acquire(Route route)
    {
        var lease = limiter.TryAcquire(route, out var wait);
        Assert.Equal(TimeSpan.Zero, wait);
        return Assert.IsType<RateLimitLease>(lease);
    }

    void AssertWaits(TimeSpan expected, Route route)
    {
        Assert.Null(limiter.TryAcquire(route, out var wait));
        Assert.Equal(expected, wait);
    }

    /// <summary>A machine's clock that somebody sets, which its monotonic time doesn't notice.</summary>
    sealed class SetClock : FakeTimeProvider
    {
        public TimeSpan IsSetBy { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + IsSetBy;

        public override long GetTimestamp() => base.GetTimestamp() - IsSetBy.Ticks;
    }
}
