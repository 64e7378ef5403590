using System.Net;
using Discord.Rest;
using Microsoft.Extensions.Time.Testing;
using static Discord.Tests.Rest.RateLimitSamples;

namespace Discord.Tests.Rest;

public sealed class RequestQueueTests
{
    readonly FakeTimeProvider clock = new();
    readonly RateLimiter limiter;
    readonly RequestQueue queue;

    public RequestQueueTests() => queue = new(limiter = new(clock), clock);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_go_in_order_of_arrival_as_responses_allow()
    {
        var lease = await queue.WaitAsync(Messages(1), Ct);
        var waiting = Enumerable.Range(0, 3).Select(_ => queue.WaitAsync(Messages(1), Ct)).ToList();
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        queue.Update(lease, Response(remaining: 1));
        lease = await waiting[0];
        Assert.All(waiting[1..], one => Assert.False(one.IsCompleted));

        queue.Update(lease, Response(remaining: 2));
        await waiting[1];
        Assert.False(waiting[2].IsCompleted);
    }

    [Fact]
    public async Task Reset_of_a_window_releases_the_next_requests()
    {
        queue.Update(await queue.WaitAsync(Messages(1), Ct), Response(remaining: 0, resetAfter: 4.5));
        var waiting = Enumerable.Range(0, 6).Select(_ => queue.WaitAsync(Messages(1), Ct)).ToList();

        clock.Advance(TimeSpan.FromSeconds(4.4));
        Assert.All(waiting, one => Assert.False(one.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(0.1));

        await Task.WhenAll(waiting[..5]);
        Assert.False(waiting[5].IsCompleted);
    }

    [Fact]
    public async Task Released_lease_goes_to_the_next_request()
    {
        var lease = await queue.WaitAsync(Messages(1), Ct);
        var next = queue.WaitAsync(Messages(1), Ct);
        queue.Release(lease);
        await next;
    }

    [Fact]
    public async Task Canceled_request_blocks_nobody()
    {
        using var cancel = new CancellationTokenSource();
        var lease = await queue.WaitAsync(Messages(1), Ct);
        var canceled = queue.WaitAsync(Messages(1), cancel.Token);
        var next = queue.WaitAsync(Messages(1), Ct);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        queue.Release(lease);
        await next;
    }

    [Fact]
    public async Task Busy_channel_delays_no_other()
    {
        var first = await UseUpGlobalLimitAsync();
        var busy = Enumerable.Range(0, 100).Select(_ => queue.WaitAsync(Messages(1), Ct)).ToList();
        var quiet = Enumerable.Range(2, 20).Select(channel => queue.WaitAsync(Messages((ulong)channel), Ct)).ToList();

        first.ForEach(queue.Release);
        clock.Advance(TimeSpan.FromSeconds(1));

        await Task.WhenAll([busy[0], .. quiet]);
        Assert.False(busy[1].IsCompleted);
    }

    [Fact]
    public async Task Interactions_go_before_posts_and_ignore_the_global_limit()
    {
        var first = await UseUpGlobalLimitAsync();
        var post = queue.WaitAsync(Messages(1), Ct);
        await queue.WaitAsync(Callback(1), Ct);
        Assert.False(post.IsCompleted);

        queue.Update(first[0], new() { Status = HttpStatusCode.TooManyRequests, Scope = "global", RetryAfter = TimeSpan.FromSeconds(30) });
        await queue.WaitAsync(Callback(2), Ct);
        Assert.False(post.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(30));
        first[1..].ForEach(queue.Release);
        clock.Advance(TimeSpan.FromSeconds(1));
        await post;
    }

    [Fact]
    public async Task Requests_of_two_routes_line_up_by_arrival_after_they_share_a_bucket()
    {
        var (posting, deleting) = (await queue.WaitAsync(Messages(1), Ct), await queue.WaitAsync(Deletion(1), Ct));
        Route[] routes = [Deletion(1), Messages(1), Deletion(1)];
        var waiting = routes.Select(route => queue.WaitAsync(route, Ct)).ToList();

        queue.Update(posting, Response(remaining: 0));
        queue.Update(deleting, Response(remaining: 0));
        Assert.All(waiting, one => Assert.False(one.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(waiting);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("global")]
    public async Task Rate_limit_that_exceeds_the_timeout_rejects_waiting_requests(string scope)
    {
        var lease = await queue.WaitAsync(Messages(1), Ct);
        var waiting = queue.WaitAsync(Messages(1), Ct);

        queue.Update(lease, new()
        {
            Status = HttpStatusCode.TooManyRequests,
            Scope = scope,
            Bucket = "b",
            RetryAfter = TimeSpan.FromHours(1),
        });

        Assert.Equal(TimeSpan.FromHours(1), (await Assert.ThrowsAsync<DiscordApiException>(() => waiting)).RetryAfter);
        await Assert.ThrowsAsync<DiscordApiException>(() => queue.WaitAsync(Messages(1), Ct));
        clock.Advance(TimeSpan.FromHours(1));
        await queue.WaitAsync(Messages(1), Ct);
    }

    [Fact]
    public async Task Too_many_invalid_requests_reject_waiting_requests()
    {
        var lease = await queue.WaitAsync(Messages(1), Ct);
        var waiting = queue.WaitAsync(Messages(1), Ct);
        for (var rejected = 0; rejected < InvalidRequestLimit.Limit; rejected++)
            queue.Update(await queue.WaitAsync(Callback(1), Ct), new() { Status = HttpStatusCode.Forbidden });

        queue.Release(lease);

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => waiting);
        Assert.Contains("Discord rejected 1000 requests", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_that_waits_for_the_global_limit_goes_on_when_this_process_may_send_more()
    {
        await UseUpGlobalLimitAsync();
        var waiting = queue.WaitAsync(Messages(1), Ct);
        Assert.False(waiting.IsCompleted);

        limiter.PerSecond++;

        await waiting;
        Assert.True(limiter.TakeHasWaited());
        Assert.False(limiter.TakeHasWaited());
    }

    async Task<List<RateLimitLease>> UseUpGlobalLimitAsync()
    {
        var leases = Enumerable.Range(1000, GlobalRateLimit.Default).Select(channel => queue.WaitAsync(Messages((ulong)channel), Ct));
        return [.. await Task.WhenAll(leases)];
    }
}
