using Bot.Hosting;
using Desk.Channels;
using Desk.Database;
using Desk.Outbox;
using Discord.Models;
using Microsoft.Data.Sqlite;

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
        await using var other = new SqliteConnection($"Data Source={desk.Get<DeskDatabase>().Path}");
        await other.OpenAsync(Ct);
        using var locator = desk.Get<GuildLocator>();
        await locator.StartAsync(Ct);

        await using (var locked = other.BeginTransaction(deferred: false))
        {
            locator.Locate(new() { Id = new(1), Channels = [new() { Id = new(42), Type = ChannelType.GuildForum }] });
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
