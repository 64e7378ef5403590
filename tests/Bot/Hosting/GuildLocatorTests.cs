using Bot.Hosting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

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
            locator.Locate(new(new() { Id = new(1), Channels = [new() { Id = new(42), Type = ChannelType.GuildForum }] }));
            Assert.Null((await subscriptions.OfChannelAsync("42", Ct))!.Guild);
        }

        Subscription? located;
        do
            located = await subscriptions.OfChannelAsync("42", Ct);
        while (located!.Guild is null);
        Assert.Equal(("1", Destination.Forum), (located.Guild, located.Destination));
        await locator.StopAsync(Ct);
    }
}
