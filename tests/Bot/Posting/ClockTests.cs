using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>A machine whose clock is wrong, or is set while the bot runs: nothing is lost or doubled.</summary>
public class ClockTests
{
    static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2036-11-24T12:00:00Z");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Destination.Forum, 3)]
    [InlineData(Destination.Forum, 24 * 60)]
    [InlineData(Destination.Forum, -24 * 60)]
    [InlineData(Destination.Forum, 365 * 24 * 60)]
    [InlineData(Destination.Text, 24 * 60)]
    [InlineData(Destination.Text, -24 * 60)]
    public async Task Post_that_was_not_recorded_is_found_whatever_this_machines_clock_says(Destination destination, int minutesAhead)
    {
        var (clock, discords) = (new WrongClock { Ahead = TimeSpan.FromMinutes(minutesAhead) }, new FakeTimeProvider(Noon));
        await using var desk = await OpenAsync(clock, discords, destination, new() { MaxAge = TimeSpan.FromDays(36_500) });
        desk.Write("a.md", "Story");
        await desk.ImportAsync();
        var claimed = (await desk.Get<DeliveryStore>().ClaimAsync(Channel(destination), Ct))!;

        await desk.SendUnrecordedAsync(claimed);
        Pass(clock, discords, TimeSpan.FromMinutes(15));
        await desk.SettleAsync();
        desk.Write("b.md", "Second");
        await desk.ImportAsync();
        var second = (await desk.Get<DeliveryStore>().ClaimAsync(Channel(destination), desk.Get<DiscordRest>().DiscordsTime, Ct))!;
        await desk.SendUnrecordedAsync(second);
        clock.Ahead = TimeSpan.Zero;
        Pass(clock, discords, TimeSpan.FromMinutes(15));
        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await desk.SettleAsync();

        Assert.Equal(DeliveryState.Sent, (await desk.Get<DeliveryHistory>().RecordAsync(claimed.Id, Ct))!.State);
        Assert.Equal(DeliveryState.Sent, (await desk.Get<DeliveryHistory>().RecordAsync(second.Id, Ct))!.State);
        Assert.Equal(["Second", "Story"], await TitlesAsync(desk, destination));
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public async Task Story_imported_by_a_wrong_clock_is_posted_when_the_clock_is_right(int daysAhead)
    {
        var (clock, discords) = (new WrongClock { Ahead = TimeSpan.FromDays(daysAhead) }, new FakeTimeProvider(Noon));
        await using var desk = await OpenAsync(clock, discords, Destination.Text);
        desk.Get<ClockJumps>();
        desk.Write("a.md", "Story");
        await desk.ImportAsync();

        clock.Ahead = TimeSpan.Zero;
        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await desk.ImportAsync();
        await desk.SettleAsync();

        Assert.Equal(["sent 1"], (await desk.Get<DeliveryStore>().CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task Story_imported_while_the_clock_was_wrong_for_a_moment_is_posted_when_it_is_right_again(int minutesAhead)
    {
        var (clock, discords) = (new WrongClock(), new FakeTimeProvider(Noon));
        await using var desk = await OpenAsync(clock, discords, Destination.Text);
        desk.Get<ClockJumps>();
        clock.Ahead = TimeSpan.FromMinutes(minutesAhead);
        desk.Write("a.md", "Story");
        await desk.ImportAsync();

        clock.Ahead = TimeSpan.Zero;
        await desk.Get<DeliveryStore>().ReviseAsync(wasSet: true, Ct);
        await desk.SettleAsync();

        Assert.Equal(["Story"], await desk.PostsAsync(Seed.NewsChannelId));
    }

    static async Task<IEnumerable<string?>> TitlesAsync(DeskOnLocalDiscord desk, Destination destination)
    {
        var (discord, channel) = (desk.Get<DiscordRest>(), Snowflake.Parse(Channel(destination)));
        return destination is Destination.Forum
            ? (await discord.ListActiveGuildThreadsAsync(Snowflake.Parse(Seed.GuildId), Ct)).Threads
                .Where(thread => thread.ParentId == channel && thread.OwnerId == Snowflake.Parse(Seed.ApplicationId))
                .Select(thread => thread.Name).Order()
            : (await desk.PostsAsync(Channel(destination))).Order();
    }

    static string Channel(Destination destination) => destination is Destination.Forum ? Seed.ForumChannelId : Seed.NewsChannelId;

    static void Pass(FakeTimeProvider clock, FakeTimeProvider discords, TimeSpan time)
    {
        clock.Advance(time);
        discords.Advance(time);
    }

    static async Task<DeskOnLocalDiscord> OpenAsync(
        FakeTimeProvider clock, FakeTimeProvider discords, Destination destination, ChannelRules? rules = null)
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(clock, discordsClock: discords);
        desk.Write("old.md", "Old");
        await desk.ImportAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(
            new()
            {
                Channel = Channel(destination), Guild = Seed.GuildId, Destination = destination, Latest = 0, Rules = rules ?? new(),
            },
            by: null,
            Ct);
        Pass(clock, discords, TimeSpan.FromSeconds(1));
        return desk;
    }

    /// <summary>Shows a wrong time, but runs as others do, as a monotonic clock does.</summary>
    sealed class WrongClock() : FakeTimeProvider(Noon)
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
