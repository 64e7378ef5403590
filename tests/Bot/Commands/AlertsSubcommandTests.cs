namespace Bot.Tests.Commands;

public class AlertsSubcommandTests
{
    [Fact]
    public async Task A_channel_that_is_chosen_is_told_what_stands_and_what_comes()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var first = await newsroom.RunAsync("/channel alerts channel:42");
        var again = await newsroom.RunAsync("/channel alerts channel:42");

        Assert.Equal("<#42> is told about broken articles: once each, and in the same message when they are mended. Nothing is wrong now.", first.Content);
        Assert.EndsWith("It was told already.", again.Content);
        Assert.True(first.IsPrivate);
    }

    [Fact]
    public async Task Without_a_channel_alerts_are_turned_off()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel alerts channel:42");

        var off = await newsroom.RunAsync("/channel alerts");
        var again = await newsroom.RunAsync("/channel alerts");

        Assert.Equal("<#42> is told about broken articles no more. What was told stays as it is.", off.Content);
        Assert.StartsWith("No channel is told about broken articles.", again.Content);
    }

    [Fact]
    public async Task The_list_of_channels_names_the_one_that_is_told()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel alerts channel:42");
        var alone = await newsroom.RunAsync("/channel list");
        await newsroom.RunAsync("/channel add channel:41");

        Assert.Equal("No channel gets news yet. `/channel add` chooses one.\n<#42> · told about broken articles", alone.Content);
        Assert.Equal("<#41> · every topic · 3 on their way\n<#42> · told about broken articles", (await newsroom.RunAsync("/channel list")).Embeds.Single().Description);
    }
}
