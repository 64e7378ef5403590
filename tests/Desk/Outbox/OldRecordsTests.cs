using CsCheck;
using Dapper;
using Desk.Outbox;

namespace Desk.Tests.Outbox;

/// <summary>
/// A desk that deletes old records beside one that never does: whatever happens, both send the same. Where one of them would post a
/// story again, forget a card, or take an old article for news, they would differ.
/// </summary>
public class OldRecordsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deleting_old_records_changes_nothing_that_is_sent()
    {
        var deleted = 0;
        await Gen.Select(Gen.Int[0, AnyDesk.Actions - 1], Gen.Int[0, AnyDesk.Files - 1]).List[20, 60].SampleAsync(
            async steps =>
            {
                using var forgetful = await AnyDesk.OpenAsync();
                using var complete = await AnyDesk.OpenAsync();
                foreach (var (action, file) in steps)
                {
                    await forgetful.ActAsync(action, file);
                    await complete.ActAsync(action, file);
                    Interlocked.Add(ref deleted, await forgetful.ForgetAsync(days: 90));
                    Assert.Equal(complete.Sent, forgetful.Sent);
                }

                await forgetful.ActAsync(AnyDesk.TouchAll, file: 0);
                await complete.ActAsync(AnyDesk.TouchAll, file: 0);
                Assert.Equal(complete.Sent, forgetful.Sent);
                Assert.Equal(await complete.StoriesAsync(), await forgetful.StoriesAsync());
            },
            iter: 15, threads: 1);

        Assert.True(deleted > 50, $"Only {deleted} records were deleted.");
    }

    [Fact]
    public async Task Quiet_desk_keeps_only_what_makes_stories_known_and_the_newest_of_each_kind()
    {
        using var desk = await AnyDesk.OpenAsync();
        for (var round = 0; round < 3; round++)
        {
            foreach (var file in Enumerable.Range(0, AnyDesk.Files))
            {
                await desk.ActAsync(AnyDesk.Break, file);
                await desk.ActAsync(AnyDesk.Write, file);
                await desk.ActAsync(AnyDesk.Follow, file);
                await desk.ActAsync(AnyDesk.Grow, file);
            }
        }

        await desk.ActAsync(AnyDesk.WaitLong, file: 0);
        await desk.ActAsync(AnyDesk.WaitLong, file: 0);
        var stories = await desk.StoriesAsync();
        Assert.True(await desk.ForgetAsync(days: 90) > 0);
        var left = await desk.CountsAsync();

        Assert.Equal(stories, await desk.StoriesAsync());
        Assert.Equal(
            ["alert 1", "coverage 2", "digest 1", "publication 1"],
            left.Where(count => count.Split(' ')[0] is "alert" or "coverage" or "digest" or "publication"));
        Assert.Equal(0, await desk.ForgetAsync(days: 90));
    }

    [Fact]
    public async Task Alert_whose_problem_stands_and_the_last_entry_of_a_removed_channel_stay()
    {
        using var desk = new TestDesk();
        var alerts = new AlertStore(desk.Database, desk.Clock);
        await alerts.TellAsync("guild", "mods", Ct);
        desk.Write("a.md", "Boat");
        desk.WriteRaw("broken.md", "---\ntitle: Boat\n---\n");
        await alerts.NoteAsync((await desk.ImportAsync()).Problems, Ct);
        var sent = (await desk.Deliveries.ClaimAsync("mods", Ct))!;
        await desk.Deliveries.SentAsync(sent, new("1", Place: null, ContentHash: null, desk.Clock.GetUtcNow()), Ct);
        await desk.Channels.SaveAsync(new() { Channel = "news" }, by: "7", Ct);
        await desk.Channels.RemoveAsync("news", by: "7", Ct);

        desk.Clock.Advance(TimeSpan.FromDays(1000));
        await new OldRecords(desk.Database).DeleteAsync(desk.Clock.GetUtcNow().AddDays(-90), Ct);

        Assert.True(await desk.Subscriptions.IsRemovedAsync("news", Ct));
        desk.Delete("broken.md");
        await alerts.NoteAsync((await desk.ImportAsync()).Problems, Ct);
        Assert.Equal("1", (await desk.Deliveries.ClaimAsync("mods", Ct))?.Posted?.Id);
    }

    [Fact]
    public async Task Numbers_of_deleted_records_are_never_given_again()
    {
        using var desk = await AnyDesk.OpenAsync();
        await desk.ActAsync(AnyDesk.Write, file: 0);
        await desk.ActAsync(AnyDesk.WaitLong, file: 0);
        var before = await NewestAsync(desk.Desk);

        await desk.ForgetAsync(days: 90);
        await desk.ForgetAsync(days: 90);

        Assert.Equal(before, await NewestAsync(desk.Desk));
    }

    static Task<string> NewestAsync(TestDesk desk) => desk.Database.ReadAsync(
        session => session.QuerySingleAsync<string>(
            """
            select (select max(id) from deliveries) || ' ' || (select max(id) from digests) || ' '
                   || (select max(id) from coverage_news) || ' ' || (select max(id) from subscription_changes)
            """),
        Ct);
}
