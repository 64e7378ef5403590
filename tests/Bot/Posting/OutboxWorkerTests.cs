using Bot.Posting;
using Desk.Outbox;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Posting;

public sealed class OutboxWorkerTests
{
    static readonly TimeSpan EditEvery = TimeSpan.FromSeconds(30);

    [Fact(Timeout = 60_000)]
    [Trait("Engine", "SQLite")]
    public async Task An_edit_that_its_sender_puts_off_is_slept_until_and_no_longer()
    {
        var ct = TestContext.Current.CancellationToken;
        var clock = new WaitClock(EditEvery, typeof(OutboxWorker));
        clock.SetUtcNow(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));
        await using var desk = await DeskOnLocalDiscord.OpenAsync(clock, editEvery: EditEvery);
        desk.Tell("old", "Old news");
        await desk.ImportAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(new() { Channel = Seed.NewsChannelId, Latest = 0 }, by: null, ct);
        clock.Advance(TimeSpan.FromMinutes(1));
        desk.Tell("gazette", "Storm cuts power");
        await desk.BringAsync();
        desk.Tell("post", "Second", lists: "gazette");
        await desk.BringAsync();

        // Due now; whoever sends it finds that the card was edited a moment ago.
        desk.Tell("ledger", "Third", lists: "gazette");
        await desk.ImportAsync();
        var slept = clock.NextWait();
        var worker = desk.Get<IEnumerable<IHostedService>>().OfType<OutboxWorker>().Single();
        await worker.StartAsync(ct);

        await slept.WaitAsync(ct);
        await worker.StopAsync(ct);
    }
}
