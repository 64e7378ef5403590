using Desk.Database;
using Desk.Outbox;

namespace Desk.Tests.Outbox;

public class DeliveryStoreTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_is_claimed_by_one_sender_only()
    {
        using var desk = await WithDeliveriesAsync(20);

        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => desk.Deliveries.ClaimAsync("news", Ct), Ct)));

        Assert.Equal(20, claims.OfType<Delivery>().Select(delivery => delivery.SubjectId).Distinct().Count());
        Assert.Equal(20, claims.OfType<Delivery>().Count());
    }

    [Fact]
    public async Task What_a_dead_process_was_sending_is_claimed_again_as_a_second_attempt()
    {
        using var desk = await WithDeliveriesAsync(1);
        var first = await desk.Deliveries.ClaimAsync("news", Ct);
        Assert.Null(await desk.Deliveries.ClaimAsync("news", Ct));

        Assert.Equal(1, await desk.Deliveries.ReclaimAsync(Ct));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await desk.Deliveries.ClaimAsync("news", Ct);

        Assert.Equal((first!.Id, 1, 2), (second!.Id, first.Attempt, second.Attempt));
        Assert.Equal(first.FirstClaimedAt, second.FirstClaimedAt);
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Claim_that_another_process_took_over_records_nothing()
    {
        using var desk = await WithDeliveriesAsync(1);
        var stopped = (await desk.Deliveries.ClaimAsync("news", Ct))!;
        desk.Clock.Advance(DeliveryStore.Lease + TimeSpan.FromMinutes(1));
        var next = Next(desk);
        var running = (await next.ClaimAsync("news", Ct))!;

        await desk.Deliveries.SentAsync(stopped, new("1", Place: null, ContentHash: null, desk.Clock.GetUtcNow()), Ct);
        await desk.Deliveries.FailedAsync(stopped, "400", Ct);
        await desk.Deliveries.RetryAsync(stopped, desk.Clock.GetUtcNow(), "503", Ct);
        await desk.Deliveries.HoldAsync(stopped, desk.Clock.GetUtcNow(), "quiet", Ct);
        await desk.Deliveries.UnchangedAsync(stopped, Ct);
        Assert.Equal(["sending 1"], (await next.CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));
        await next.SentAsync(running, new("2", Place: null, ContentHash: null, desk.Clock.GetUtcNow()), Ct);

        Assert.Equal((stopped.Id, stopped.Nonce), (running.Id, running.Nonce));
        Assert.NotEqual(stopped.Owner, running.Owner);
        Assert.True(running.Epoch > stopped.Epoch);
        Assert.Equal("2", (await new DeliveryHistory(desk.Database).RecordAsync(running.Id, Ct))!.Message);
    }

    [Fact]
    public async Task Paused_channel_has_nothing_that_is_due()
    {
        using var desk = await WithDeliveriesAsync(2);
        var since = desk.Clock.GetUtcNow();
        desk.Clock.Advance(TimeSpan.FromMinutes(7));
        var before = await desk.Deliveries.DueAsync(Ct);
        await desk.Deliveries.ClaimAsync("news", Ct);
        var claimed = await desk.Deliveries.DueAsync(Ct);

        await new PauseStore(desk.Database, desk.Clock).PauseAsync("news", "", by: null, Ct);

        Assert.Equal((2, 1), (before.Count, claimed.Count));
        Assert.Equal(since, before.Since);
        Assert.Equal(new() { Count = 0 }, await desk.Deliveries.DueAsync(Ct));
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task Process_that_another_one_took_over_claims_nothing_more()
    {
        using var desk = await WithDeliveriesAsync(2);
        await desk.Deliveries.ClaimAsync("news", Ct);
        DatabaseException? lost = null;
        desk.Database.Lost += failure => lost = failure;

        Assert.NotNull(await Next(desk).ClaimAsync("news", Ct));
        desk.Clock.Advance(DeliveryStore.Lease);
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => desk.Deliveries.ClaimAsync("news", Ct));

        Assert.Equal((DatabaseProblem.InUse, refused), (refused.Problem, lost));
        Assert.Contains("Run only one", refused.Message);
    }

    [Fact]
    public async Task Nonces_are_random_and_last_until_a_delivery_is_settled()
    {
        using var desk = await WithDeliveriesAsync(2);
        var (first, other) = ((await desk.Deliveries.ClaimAsync("news", Ct))!, (await desk.Deliveries.ClaimAsync("news", Ct))!);
        await desk.Deliveries.RetryAsync(first, desk.Clock.GetUtcNow(), "503", Ct);
        var second = (await desk.Deliveries.ClaimAsync("news", Ct))!;
        await desk.Deliveries.HoldAsync(other, desk.Clock.GetUtcNow(), "quiet", Ct);
        var held = (await desk.Deliveries.ClaimAsync("news", Ct))!;

        Assert.Equal((first.Id, first.Nonce), (second.Id, second.Nonce));
        Assert.Equal(other.Id, held.Id);
        Assert.Equal(3, new[] { first.Nonce, other.Nonce, held.Nonce }.Distinct().Count());
        Assert.All([first, other, held], delivery => Assert.Matches("^[a-z2-7]{25}$", delivery.Nonce));
    }

    [Fact]
    public async Task A_claim_is_believed_for_its_lease()
    {
        using var desk = await WithDeliveriesAsync(1);
        await desk.Deliveries.ClaimAsync("news", Ct);

        desk.Clock.Advance(DeliveryStore.Lease - TimeSpan.FromSeconds(1));
        Assert.Null(await desk.Deliveries.ClaimAsync("news", Ct));

        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await desk.Deliveries.ClaimAsync("news", Ct));
    }

    [Fact]
    public async Task A_delivery_to_retry_waits_until_it_is_due()
    {
        using var desk = await WithDeliveriesAsync(1);
        var delivery = (await desk.Deliveries.ClaimAsync("news", Ct))!;
        var due = desk.Clock.GetUtcNow().AddMinutes(5);

        await desk.Deliveries.RetryAsync(delivery, due, "503", Ct);

        Assert.Empty(await desk.Deliveries.ChannelsDueAsync(Ct));
        Assert.Equal(due, await desk.Deliveries.NextDueAsync(desk.Clock.GetUtcNow(), Ct));
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(["news"], await desk.Deliveries.ChannelsDueAsync(Ct));
    }

    [Fact]
    public async Task What_became_due_since_it_was_asked_what_is_due_is_still_next()
    {
        using var desk = await WithDeliveriesAsync(1);
        var delivery = (await desk.Deliveries.ClaimAsync("news", Ct))!;
        var asked = desk.Clock.GetUtcNow();
        await desk.Deliveries.HoldAsync(delivery, asked.AddSeconds(1), "quiet", Ct);
        desk.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(asked.AddSeconds(1), await desk.Deliveries.NextDueAsync(asked, Ct));
    }

    [Fact]
    public async Task What_was_sent_failed_or_skipped_is_never_claimed_again()
    {
        using var desk = await WithDeliveriesAsync(3);
        await desk.Deliveries.SentAsync((await desk.Deliveries.ClaimAsync("news", Ct))!,
            new("1", Place: null, ContentHash: null, desk.Clock.GetUtcNow()), Ct);
        await desk.Deliveries.FailedAsync((await desk.Deliveries.ClaimAsync("news", Ct))!, "400", Ct);
        await desk.Deliveries.SkippedAsync((await desk.Deliveries.ClaimAsync("news", Ct))!, "withdrawn", Ct);
        await desk.Deliveries.ReclaimAsync(Ct);

        Assert.Null(await desk.Deliveries.NextDueAsync(desk.Clock.GetUtcNow(), Ct));
        Assert.Equal(["failed 1", "sent 1", "skipped 1"],
            (await desk.Deliveries.CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));
    }

    static async Task<TestDesk> WithDeliveriesAsync(int count)
    {
        var desk = new TestDesk();
        for (var i = 0; i < count; i++)
            desk.Write($"{i}.md", $"Title {i}");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "news", Latest = count }, by: null, Ct);
        return desk;
    }

    /// <summary>The outbox as the next process on the database has it.</summary>
    static DeliveryStore Next(TestDesk desk) => new(desk.Database, desk.Clock, new(desk.Database, new(desk.Database, desk.Clock)));
}
