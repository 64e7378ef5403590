using System.Globalization;
using Bot.Commands;
using Bot.Posting;
using Discord;
using News;
using News.Storage;

namespace Bot.Tests.Commands;

public class ChannelCommandTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_that_is_added_gets_the_latest_three()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/channel add channel:42");

        Assert.Equal("<#42> gets news of every topic. The latest 3 stories are on their way. `/channel edit` sets when, how much and how loud.", reply.Content);
        Assert.True(reply.IsPrivate);
        Assert.Equal("pending 3", await CountsAsync(newsroom));
    }

    [Fact]
    public async Task Topics_and_the_number_of_the_latest_are_the_moderators_choice()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/channel add channel:42 topics:ferries, Power grids latest:1");

        Assert.Equal("<#42> gets news on Ferries, Power grids. The latest story is on its way. `/channel edit` sets when, how much and how loud.", reply.Content);
    }

    [Fact]
    public async Task Adding_it_again_changes_its_topics_and_posts_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");

        var reply = await newsroom.RunAsync("/channel add channel:42 topics:Ferries latest:5");

        Assert.Equal("<#42> gets news on Ferries. It was on the list already; its topics are changed.", reply.Content);
        Assert.Equal("", await CountsAsync(newsroom));
    }

    [Fact]
    public async Task A_topic_that_is_not_there_adds_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/channel add channel:42 topics:Ferries, Sport");

        Assert.StartsWith("There is no topic “Sport”.", reply.Content);
        Assert.Empty(await newsroom.Get<SubscriptionStore>().AllAsync(Ct));
    }

    [Fact]
    public async Task The_list_tells_channels_and_topics()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        Assert.StartsWith("No channel gets news yet.", (await newsroom.RunAsync("/channel list")).Content);
        await newsroom.Get<SubscriptionStore>().SaveAsync(new() { Channel = "41", Guild = "1", FromSettings = true }, by: null, Ct);
        await newsroom.RunAsync("/channel add channel:42 topics:Ferries");

        var list = await newsroom.RunAsync("/channel list");

        Assert.Equal("<#41> · every topic · from the bot's settings · 3 on their way\n<#42> · Ferries · 3 on their way", list.Embeds.Single().Description);
    }

    [Fact]
    public async Task A_removed_channel_gets_nothing_more()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42");

        Assert.Equal("<#42> gets no more news. What was posted stays.", (await newsroom.RunAsync("/channel remove channel:42")).Content);
        Assert.Equal("<#42> gets no news. `/channel list` shows the channels that do.", (await newsroom.RunAsync("/channel remove channel:42")).Content);
        Assert.Equal("", await CountsAsync(newsroom));
    }

    [Theory]
    [InlineData("/channel add channel:42 topics:Ferries")]
    [InlineData("/channel remove channel:42")]
    public async Task A_channel_of_the_settings_is_changed_there_only(string typed)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<SubscriptionStore>().SaveAsync(new() { Channel = "42", FromSettings = true }, by: null, Ct);

        Assert.StartsWith("<#42> is declared in the bot's settings", (await newsroom.RunAsync(typed)).Content);
    }

    [Fact]
    public async Task What_the_bot_may_not_do_in_the_channel_is_named()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var channel = new Channel { Id = Snowflake.Parse("42", CultureInfo.InvariantCulture), AppPermissions = Permissions.ViewChannel | Permissions.ReadMessageHistory };
        using var id = System.Text.Json.JsonDocument.Parse("\"42\"");
        var call = new SlashCall
        {
            Name = "channel",
            Subcommand = "add",
            GuildId = new(1),
            Options = [new() { Name = "channel", Type = OptionType.Channel, Value = id.RootElement }],
            Channels = new Dictionary<Snowflake, Channel> { [channel.Id] = channel },
        };

        var reply = await newsroom.Get<CommandCatalog>().Command("channel")!.RunAsync(call, Ct);

        Assert.Equal("I can't post in <#42>. Give me Send Messages, Embed Links there, then try again.", reply.Content);
    }

    [Theory]
    [InlineData(ChannelType.GuildText, Destination.Text)]
    [InlineData(ChannelType.GuildAnnouncement, Destination.Announcement)]
    [InlineData(ChannelType.GuildForum, Destination.Forum)]
    [InlineData(ChannelType.PublicThread, Destination.Thread)]
    public void What_a_channel_is_decides_how_it_is_posted_to(ChannelType type, Destination destination) =>
        Assert.Equal(destination, Destinations.Of(new() { Id = new(42), Type = type }));

    [Fact]
    public async Task Other_topics_leave_the_other_rules_as_they_are()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RuleAsync("42", "least-outlets:3");

        await newsroom.RunAsync("/channel add channel:42 topics:Ferries");

        var subscription = await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct);
        Assert.Equal((3, "ferries", "7"), (subscription!.Rules.LeastOutlets, subscription.Rules.Topics.Single(), subscription.ChosenBy));
    }

    [Fact]
    public async Task Topics_are_suggested_behind_those_already_typed()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var choices = await newsroom.SuggestAsync("/channel add channel:42 topics:Power grids,fe");

        Assert.Equal(["Power grids, Ferries"], choices.Select(choice => choice.Value));
    }

    static async Task<string> CountsAsync(Newsroom newsroom) =>
        string.Join(", ", (await newsroom.Get<DeliveryStore>().CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));
}
