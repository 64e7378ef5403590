using Articles.Files;
using Dapper;
using Desk.Channels;
using Desk.Importing;
using Desk.Outbox;

namespace Desk.Tests.Outbox;

public class StoryDeciderTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Story_whose_popularity_rises_is_decided_again()
    {
        using var desk = await DeskAsync(new() { LeastHeat = 500 });
        desk.Write("a.md", "Boat", "2026-11-24", "heat: -1");
        await desk.ImportAsync();
        Assert.Empty(await desk.DeliverAsync("news"));

        desk.Write("a.md", "Boat", "2026-11-24", "heat: 900");
        await desk.ImportAsync();

        Assert.Equal(["Boat"], await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task Story_whose_quality_rises_is_decided_again()
    {
        using var desk = await DeskAsync(new() { LeastQuality = 50 });
        desk.Write("a.md", "Boat", "2026-11-24", "quality: 20");
        await desk.ImportAsync();
        desk.Write("a.md", "Boat", "2026-11-24", "quality: 60");
        await desk.ImportAsync();

        Assert.Equal(["Boat"], await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task Story_that_the_rules_stopped_just_before_it_was_posted_can_come_back()
    {
        using var desk = await DeskAsync(new() { LeastHeat = 500 });
        desk.Write("a.md", "Boat", "2026-11-24", "heat: 900");
        await desk.ImportAsync();
        await desk.Deliveries.RuledOutAsync((await desk.Deliveries.ClaimAsync("news", Ct))!, "popularity: 10", Ct);
        Assert.Empty(await desk.DeliverAsync("news"));

        desk.Write("a.md", "Boat", "2026-11-24", "heat: 901");
        await desk.ImportAsync();

        Assert.Equal(["Boat"], await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task Old_article_is_not_news_but_can_be_backfilled()
    {
        using var desk = await DeskAsync(ChannelRules.Default);
        desk.Write("2019.md", "Long ago", "2019-01-01");
        desk.Write("week.md", "Last week", "2026-11-18");
        await desk.ImportAsync();

        Assert.Equal(["Last week"], await desk.DeliverAsync("news"));

        var subscription = (await desk.Subscriptions.OfChannelAsync("news", Ct))!;
        Assert.Equal(2, await desk.Channels.BackfillAsync(subscription, 3, by: null, Ct));
        Assert.Equal(["Long ago", "Old"], await desk.DeliverAsync("news"));
    }

    [Fact]
    public async Task New_channel_gets_its_latest_stories_however_old_they_are()
    {
        using var desk = new TestDesk();
        desk.Write("2019.md", "Long ago", "2019-01-01");
        await desk.ImportAsync();

        Assert.Equal(1, await desk.Channels.SaveAsync(new() { Channel = "news" }, by: null, Ct));
    }

    /// <summary>A limit on time would lose them.</summary>
    [Fact]
    public async Task New_channel_gets_its_latest_stories_however_busy_the_machine_is()
    {
        using var desk = new TestDesk();
        for (var i = 1; i <= 3; i++)
            desk.Write($"{i}.md", $"Title {i}");
        await desk.ImportAsync();
        var channels = new ChannelAdministration(desk.Database, new SlowClock(desk.Clock, TimeSpan.FromMinutes(1)));

        Assert.Equal(3, await channels.SaveAsync(new() { Channel = "news", Latest = 3 }, by: null, Ct));
    }

    /// <summary>As if the process had been killed between the import and the decision.</summary>
    [Fact]
    public async Task Story_is_decided_after_a_crash_in_between()
    {
        using var desk = await DeskAsync(ChannelRules.Default);
        desk.Write("a.md", "Boat", "2026-11-24");
        await desk.ImportAsync();
        await desk.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("delete from deliveries where kind = 'story'");
                await session.ExecuteAsync(
                    "insert into undecided_stories (channel, story_id, is_new) select '', id, 1 from articles where path = 'a.md'");
            },
            Ct);

        await desk.ImportAsync();

        Assert.Equal(["Boat"], await desk.DeliverAsync("news"));
        Assert.Empty(await UndecidedAsync(desk));
    }

    /// <summary>As if the channel had been removed while its decision was being put off.</summary>
    [Fact]
    public async Task Story_that_waits_for_a_removed_channel_is_settled()
    {
        using var desk = await DeskAsync(ChannelRules.Default);
        await desk.Database.WriteAsync(
            session => session.ExecuteAsync(
                "insert into undecided_stories (channel, story_id, is_new) select 'gone', id, 1 from articles where path = 'old.md'"),
            Ct);

        await desk.ImportAsync().WaitAsync(TimeSpan.FromMinutes(1), Ct);

        Assert.Empty(await UndecidedAsync(desk));
    }

    [Fact]
    public async Task Rule_that_is_no_longer_supported_holds_the_channel_until_it_is_corrected_and_tells_the_moderators()
    {
        using var desk = await DeskAsync(new() { Words = [WordPattern.Parse("/boat/", out _)!] });
        await new AlertStore(desk.Database, desk.Clock).TellAsync("guild", "alerts", Ct);
        await desk.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(@"update subscription_rules set value = '/(b)oat\1?/' where name = 'words'");
                await session.ExecuteAsync("update subscriptions_version set version = version + 1");
            },
            Ct);
        desk.Write("a.md", "Boat", "2026-11-24");
        await desk.ImportAsync();
        await desk.ImportAsync();

        Assert.Empty(await desk.DeliverAsync("news"));
        Assert.Equal(DeliveryKind.Notice, (await desk.Deliveries.ClaimAsync("alerts", Ct))?.Kind);
        Assert.Null(await desk.Deliveries.ClaimAsync("alerts", Ct));

        await desk.Channels.ChangeAsync("news", new() { Words = [WordPattern.Parse("boat", out _)!] }, by: null, Ct);
        await desk.ImportAsync();

        Assert.Equal(["Boat"], await desk.DeliverAsync("news"));
    }

    /// <summary>On a clock by which each decision takes 60 ms, a server's turn is over after five.</summary>
    [Fact]
    public async Task Server_with_slow_rules_delays_only_its_own_channels()
    {
        using var desk = await DeskAsync(ChannelRules.Default);
        for (var channel = 0; channel < 10; channel++)
        {
            await desk.Channels.SaveAsync(
                new() { Channel = $"slow{channel}", Guild = "slow", Latest = 0 },
                by: null,
                Ct);
        }

        desk.Write("a.md", "Boat", "2026-11-24");
        var clock = new SlowClock(desk.Clock, TimeSpan.FromMilliseconds(20));
        var importer = new ArticleImporter(desk.Database, new ContentFolder(desk.ContentFolder), clock);

        Assert.True((await importer.ImportAsync(TimeSpan.Zero, progress: null, Ct)).Decisions.IsMoreToDecide);
        Assert.Equal(["Boat"], await desk.DeliverAsync("news"));

        while ((await importer.ImportAsync(TimeSpan.Zero, progress: null, Ct)).Decisions.IsMoreToDecide)
        {
        }

        for (var channel = 0; channel < 10; channel++)
            Assert.Equal(["Boat"], await desk.DeliverAsync($"slow{channel}"));
        Assert.Empty(await UndecidedAsync(desk));
    }

    /// <summary>The first import isn't news, so each test begins with the second.</summary>
    static async Task<TestDesk> DeskAsync(ChannelRules rules)
    {
        var desk = new TestDesk();
        desk.Write("old.md", "Old");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "news", Guild = "guild", Latest = 0, Rules = rules }, by: null, Ct);
        return desk;
    }

    static Task<IEnumerable<long>> UndecidedAsync(TestDesk desk) =>
        desk.Database.ReadAsync(session => session.QueryAsync<long>("select story_id from undecided_stories"), Ct);

    /// <summary>A clock by which time passes whenever somebody looks.</summary>
    sealed class SlowClock(TimeProvider clock, TimeSpan step) : TimeProvider
    {
        long looks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ++looks * step.Ticks;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
    }
}
