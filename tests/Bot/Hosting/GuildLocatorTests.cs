using Bot.Hosting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Gateway;
using Discord.Models;
using LocalDiscord.Guilds;

namespace Bot.Tests.Hosting;

public class GuildLocatorTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guild_is_recorded_once_the_database_is_free_and_who_tells_of_it_does_not_wait()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var subscriptions = desk.Get<SubscriptionStore>();
        await desk.Get<ChannelAdministration>().SaveAsync(new() { Channel = "42" }, by: null, Ct);
        using var locator = desk.Get<GuildLocator>();
        await locator.StartAsync(Ct);

        using (new WriteLock(desk.Database))
        {
            locator.Locate(new GuildCreated(new() { Id = new(1), Channels = [new() { Id = new(42), Type = ChannelType.GuildForum }] }));
            Assert.Null((await subscriptions.OfChannelAsync("42", Ct))!.Guild);
        }

        Assert.Equal(("1", Destination.Forum), await LocatedAsync(desk, "42"));
        await locator.StopAsync(Ct);
    }

    [Fact]
    public async Task Guild_of_a_channel_from_the_settings_is_asked_for()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(new() { Channel = Seed.ForumChannelId, FromSettings = true }, by: null, Ct);
        await desk.Get<ChannelAdministration>().SaveAsync(new() { Channel = "42", FromSettings = true }, by: null, Ct);
        using var locator = desk.Get<GuildLocator>();
        await locator.StartAsync(Ct);

        Assert.Equal((Seed.GuildId, Destination.Forum), await LocatedAsync(desk, Seed.ForumChannelId));
        await locator.StopAsync(Ct);
    }

    [Fact]
    public async Task Channel_that_becomes_an_announcement_channel_is_recorded_as_one()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(new() { Channel = "42" }, by: null, Ct);
        using var locator = desk.Get<GuildLocator>();
        await locator.StartAsync(Ct);

        locator.Locate(new ChannelChanged(new() { Id = new(42), GuildId = new(1), Type = ChannelType.GuildAnnouncement }));

        Assert.Equal(("1", Destination.Announcement), await LocatedAsync(desk, "42"));
        await locator.StopAsync(Ct);
    }

    static async Task<(string Guild, Destination Destination)> LocatedAsync(DeskOnLocalDiscord desk, string channel)
    {
        Subscription? located;
        do
            located = await desk.Get<SubscriptionStore>().OfChannelAsync(channel, Ct);
        while (located!.Guild is null);
        return (located.Guild, located.Destination);
    }
}
