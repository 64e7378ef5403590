using System.Globalization;
using Bot.Commands;
using Bot.Commands.Interactions;
using Bot.Hosting;
using Bot.Posting;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Tests.Commands;

public class ChannelCommandTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Added_channel_gets_the_latest_three_stories()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/channel add channel:42");

        Assert.Contains("<#42> now gets news on every topic. I'll post the latest 3 stories now.", reply.Text());
        Assert.True(reply.IsPrivate);
        Assert.Equal("pending 3", await CountsAsync(newsroom));
    }

    [Fact]
    public async Task Moderator_chooses_topics_and_how_many_stories_to_post_now()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/channel add channel:42 topics:ferries, Power grids latest:1");

        Assert.Contains("<#42> now gets news on Ferries, Power grids. I'll post the latest story now.", reply.Text());
    }

    [Fact]
    public async Task Adding_a_channel_again_changes_its_topics_and_posts_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");

        var reply = await newsroom.RunAsync("/channel add channel:42 topics:Ferries latest:5");

        Assert.Contains("<#42> now gets news on Ferries. Its other rules stay.", reply.Text());
        Assert.Equal("", await CountsAsync(newsroom));
    }

    [Fact]
    public async Task Unknown_topic_adds_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/channel add channel:42 topics:Ferries, Sport");

        Assert.StartsWith("No topic “Sport”.", reply.Content);
        Assert.Empty(await newsroom.Get<SubscriptionStore>().AllAsync(Ct));
    }

    [Fact]
    public async Task List_shows_channels_and_topics()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        Assert.StartsWith("No channel gets news yet.", (await newsroom.RunAsync("/channel list")).Content);
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "41", Guild = "1", FromSettings = true }, by: null, Ct);
        await newsroom.RunAsync("/channel add channel:42 topics:Ferries");

        var list = await newsroom.RunAsync("/channel list");

        Assert.Equal(
            "<#41> · every topic · set in the bot's settings · 3 queued\n<#42> · Ferries · 3 queued",
            list.Embeds.Single().Description);
    }

    [Fact]
    public async Task Removed_channel_gets_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42");

        Assert.Equal("<#42> gets no more news. Earlier posts stay.", (await newsroom.RunAsync("/channel remove channel:42")).Content);
        Assert.Equal(
            "<#42> gets no news. Use `/channel list` to see the channels that do.",
            (await newsroom.RunAsync("/channel remove channel:42")).Content);
        Assert.Equal("", await CountsAsync(newsroom));
    }

    [Theory]
    [InlineData("/channel add channel:42 topics:Ferries", "<#42> now gets news on Ferries. Its other rules stay.", false)]
    [InlineData("/channel pause channel:42", "<#42> is paused.", true)]
    [InlineData("/channel resume channel:42", "<#42> is not paused.", true)]
    [InlineData("/channel edit channel:42", "", true)]
    [InlineData("/channel remove channel:42", "<#42> gets no more news.", null)]
    public async Task Channel_from_the_settings_is_like_any_other(string typed, string answer, bool? isAsInTheSettings)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "42", FromSettings = true }, by: null, Ct);

        Assert.Contains(answer, (await newsroom.RunAsync(typed)).Text());
        Assert.Equal(isAsInTheSettings, (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))?.FromSettings);
    }

    [Fact]
    public async Task What_was_changed_in_Discord_counts_instead_of_the_settings()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var log = new RecordingLogger<SettingsChannels>();
        var settings = new SettingsChannels(
            [new() { Channel = "42", Topics = ["Ferries"] }, new() { Channel = "43" }, new() { Channel = "44", Topics = ["Ferries"] }],
            new(), newsroom.Get<SubscriptionStore>(), newsroom.Get<ChannelAdministration>(), newsroom.Get<ArticleStore>(), log);
        await settings.ApplyAsync(Ct);
        await newsroom.RunAsync("/channel add channel:42 topics:Power grids");
        await newsroom.RunAsync("/channel remove channel:43");
        await newsroom.RunAsync("/channel pause channel:44");

        await settings.ApplyAsync(Ct);

        var all = (await newsroom.Get<SubscriptionStore>().AllAsync(Ct)).ToDictionary(one => one.Channel);
        Assert.Equal(["42", "44"], all.Keys.Order());
        Assert.Equal(["power-grids"], all["42"].Rules.Topics);
        Assert.Equal(["ferries"], all["44"].Rules.Topics);
        Assert.NotNull(all["44"].Paused);
        Assert.Equal(
            [
                "Channels: the rules of 42 were set in Discord, and count instead of its entry in the settings",
                "Channels: 43 was removed in Discord, so its entry in the settings has no effect. Use /channel add to post there again",
            ],
            log.Lines);
    }

    [Fact]
    public async Task Start_says_that_a_hub_has_nothing_to_follow_yet()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var log = new RecordingLogger<SettingsChannels>();
        var settings = new SettingsChannels(
            [], new() { HubServer = "1" }, newsroom.Get<SubscriptionStore>(), newsroom.Get<ChannelAdministration>(),
            newsroom.Get<ArticleStore>(), log);
        await settings.ApplyAsync(Ct);
        await newsroom.Get<ChannelAdministration>().SaveAsync(
            new() { Channel = "42", Guild = "1", Destination = Destination.Announcement }, by: null, Ct);
        await settings.ApplyAsync(Ct);

        Assert.Equal(
            "Posting:HubServer: no announcement channel of server 1 gets news yet, so /channel follow has nothing to offer. "
                + "Use /channel setup there",
            Assert.Single(log.Lines));
    }

    [Fact]
    public async Task Settings_that_change_count_until_somebody_changes_the_channel_in_Discord()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        async Task ApplyAsync(params IReadOnlyList<ChannelOptions> declared) => await new SettingsChannels(
            declared, new(), newsroom.Get<SubscriptionStore>(), newsroom.Get<ChannelAdministration>(), newsroom.Get<ArticleStore>(),
            new RecordingLogger<SettingsChannels>()).ApplyAsync(Ct);
        await ApplyAsync(new ChannelOptions { Channel = "42" }, new ChannelOptions { Channel = "43" });

        await newsroom.RunAsync("/channel add channel:43 topics:Ferries");
        await ApplyAsync(new ChannelOptions { Channel = "42", Topics = ["Ferries"] });
        var changed = (await newsroom.Get<SubscriptionStore>().AllAsync(Ct)).Select(one => string.Join(',', one.Rules.Topics));
        await ApplyAsync();

        Assert.Equal(["ferries", "ferries"], changed);
        Assert.Equal(["43"], (await newsroom.Get<SubscriptionStore>().AllAsync(Ct)).Select(one => one.Channel));
    }

    [Fact]
    public async Task Channel_without_permissions_is_added_all_the_same()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var channel = new Channel
        {
            Id = Snowflake.Parse("42", CultureInfo.InvariantCulture),
            AppPermissions = Permissions.ViewChannel | Permissions.ReadMessageHistory,
        };
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

        Assert.Contains("give me Send Messages, Embed Links, and press **Check again**.", reply.Text());
        Assert.Single(await newsroom.Get<SubscriptionStore>().AllAsync(Ct));
    }

    [Theory]
    [InlineData(ChannelType.GuildText, Destination.Text)]
    [InlineData(ChannelType.GuildAnnouncement, Destination.Announcement)]
    [InlineData(ChannelType.GuildForum, Destination.Forum)]
    [InlineData(ChannelType.PublicThread, Destination.Thread)]
    public void Type_of_channel_decides_how_the_bot_posts(ChannelType type, Destination destination) =>
        Assert.Equal(destination, Destinations.Of(new() { Id = new(42), Type = type }));

    [Fact]
    public async Task Changed_topics_keep_the_other_rules()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RuleAsync("42", "least-outlets:3");

        await newsroom.RunAsync("/channel add channel:42 topics:Ferries");

        var subscription = await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct);
        Assert.Equal((3, "ferries", "7"), (subscription!.Rules.LeastOutlets, subscription.Rules.Topics.Single(), subscription.ChosenBy));
    }

    [Fact]
    public async Task Suggestions_keep_the_topics_already_typed()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var choices = await newsroom.SuggestAsync("/channel add channel:42 topics:Power grids,fe");

        Assert.Equal(["Power grids, Ferries"], choices.Select(choice => choice.Value));
    }

    static async Task<string> CountsAsync(Newsroom newsroom) =>
        string.Join(", ", (await newsroom.Get<DeliveryStore>().CountsAsync(Ct)).Select(count => $"{count.State} {count.Count}"));
}
