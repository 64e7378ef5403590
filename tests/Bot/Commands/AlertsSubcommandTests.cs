using Desk.Outbox;
using Discord.Models;

namespace Bot.Tests.Commands;

public class AlertsSubcommandTests
{
    [Fact]
    public async Task Chosen_channel_gets_current_and_future_alerts()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var first = await newsroom.RunAsync("/channel alerts channel:42");
        var again = await newsroom.RunAsync("/channel alerts channel:42");

        Assert.Equal(
            "<#42> now gets alerts about broken files. Each alert is updated when its problem is fixed. There are no problems now.",
            first.Content);
        Assert.Equal("<#42> already gets alerts about broken files.", again.Content);
        Assert.True(first.IsPrivate);
    }

    [Fact]
    public async Task Without_a_channel_the_current_one_is_shown_and_stays()
    {
        await using var newsroom = await OpenAsync();

        var shown = await newsroom.RunAsync("/channel alerts");

        Assert.StartsWith("<#42> gets alerts about broken files.", shown.Content);
        Assert.Equal("alerts:=off", Assert.Single(shown.Buttons()).CustomId);
        Assert.Equal("42", await ChannelAsync(newsroom));
    }

    [Fact]
    public async Task Turning_alerts_off_asks_first()
    {
        await using var newsroom = await OpenAsync();

        var asked = await newsroom.PressAsync(await newsroom.RunAsync("/channel alerts"), "Turn off");
        var before = await ChannelAsync(newsroom);
        var off = await newsroom.PressAsync(asked, "Turn off");

        Assert.Equal("Turn off alerts in <#42>? Nobody will be told when a file is broken.", asked.Content);
        Assert.Equal("42", before);
        Assert.Equal("<#42> no longer gets alerts. Earlier alerts stay.", off.Content);
        Assert.True(asked.Replaces && off.Replaces);
        Assert.Null(await ChannelAsync(newsroom));
    }

    [Fact]
    public async Task Keeping_alerts_changes_nothing()
    {
        await using var newsroom = await OpenAsync();

        var asked = await newsroom.PressAsync(await newsroom.RunAsync("/channel alerts"), "Turn off");
        var kept = await newsroom.PressAsync(asked, "Keep");

        Assert.StartsWith("<#42> gets alerts about broken files.", kept.Content);
        Assert.True(kept.Replaces);
        Assert.Equal("42", await ChannelAsync(newsroom));
    }

    [Fact]
    public async Task Second_press_on_turn_off_says_that_alerts_are_off()
    {
        await using var newsroom = await OpenAsync();
        var asked = await newsroom.PressAsync(await newsroom.RunAsync("/channel alerts"), "Turn off");
        await newsroom.PressAsync(asked, "Turn off");

        Assert.Equal("Alerts are already off.", (await newsroom.PressAsync(asked, "Turn off")).Content);
        Assert.StartsWith("No channel gets alerts", (await newsroom.RunAsync("/channel alerts")).Content);
    }

    [Fact]
    public async Task Only_members_who_manage_the_server_turn_alerts_off()
    {
        await using var newsroom = await OpenAsync();
        var stranger = Newsroom.Interaction("alerts:=confirm") with { Member = new() { Permissions = Permissions.SendMessages } };

        Assert.Equal("You need the Manage Server permission for this.", (await newsroom.PressAsync(stranger)).Content);
        Assert.Equal("42", await ChannelAsync(newsroom));
    }

    [Fact]
    public async Task List_of_channels_names_the_one_that_gets_alerts()
    {
        await using var newsroom = await OpenAsync();
        var alone = await newsroom.RunAsync("/channel list");
        await newsroom.RunAsync("/channel add channel:41");

        Assert.Equal(
            "No channel gets news yet. Use `/channel setup` to choose one.\n<#42> · gets alerts about broken files",
            alone.Content);
        Assert.Equal(
            "<#41> · every topic · 3 queued\n<#42> · gets alerts about broken files",
            (await newsroom.RunAsync("/channel list")).Embeds.Single().Description);
    }

    static async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel alerts channel:42");
        return newsroom;
    }

    static Task<string?> ChannelAsync(Newsroom newsroom) =>
        newsroom.Get<AlertStore>().ChannelOfAsync("1", TestContext.Current.CancellationToken);
}
