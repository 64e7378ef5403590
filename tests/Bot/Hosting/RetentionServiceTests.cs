using System.Diagnostics;
using Bot.Hosting;
using Desk.Channels;
using Desk.Database;
using Desk.Outbox;
using Desk.Tests;
using Shared;

namespace Bot.Tests.Hosting;

/// <summary>When old records are deleted. What is deleted is tested in <c>OldRecordsTests</c>.</summary>
public sealed class RetentionServiceTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly EmptyDatabase empty;
    readonly DeskDatabase database;

    public RetentionServiceTests()
    {
        empty = new(folder.File("news.db"));
        database = new(empty.Place);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_entries_older_than_the_setting_are_deleted_some_time_after_the_start()
    {
        var clock = new WaitClock(RetentionService.AfterStart, typeof(RetentionService));
        var log = new RecordingLogger<RetentionService>();
        var channels = new ChannelAdministration(database, clock);
        await channels.SaveAsync(new() { Channel = "news", Guild = "guild" }, by: null, Ct);
        await channels.RemoveAsync("news", by: null, Ct);
        clock.Advance(TimeSpan.FromDays(101));
        using var service = new RetentionService(await DeskAsync(clock), new() { KeepHistoryDays = 100 }, new(database), clock, log);

        var waits = clock.NextWait();
        await service.StartAsync(Ct);
        await waits;
        Assert.Equal(2, await ChangesAsync());
        clock.Advance(RetentionService.AfterStart);

        for (var patience = Stopwatch.StartNew(); log.Lines.Count == 0; await Task.Yield())
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "Nothing was deleted.");
        Assert.Equal(["Deleted records older than 100 days, as Content:KeepHistoryDays says: 1"], log.Lines);
        Assert.Equal(1, await ChangesAsync());
        await service.StopAsync(Ct);
    }

    [Fact]
    public async Task Zero_keeps_everything()
    {
        var clock = new WaitClock(RetentionService.AfterStart, typeof(RetentionService));
        using var service = new RetentionService(
            await DeskAsync(clock), new() { KeepHistoryDays = 0 }, new(database), clock, new RecordingLogger<RetentionService>());

        await service.StartAsync(Ct);

        await service.ExecuteTask!;
    }

    async Task<DeskLease> DeskAsync(TimeProvider clock)
    {
        var process = new DeskProcess(database, clock);
        await process.JoinAsync(waits: () => { }, Ct);
        var desk = new DeskLease(process);
        Assert.True(await desk.TryTakeAsync(Ct));
        return desk;
    }

    async Task<int> ChangesAsync() => (await new SubscriptionStore(database).ChangesAsync("guild", 0, 10, Ct)).Count;

    public void Dispose()
    {
        database.Dispose();
        empty.Dispose();
        folder.Dispose();
    }
}
