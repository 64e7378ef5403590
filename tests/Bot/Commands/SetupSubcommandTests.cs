using Bot.Commands.Interactions;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>The panel of <c>/channel setup</c>.</summary>
public class SetupSubcommandTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Panel_has_what_most_channels_need()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var panel = await newsroom.RunAsync("/channel setup channel:42");

        panel.Approve(
            "channel-setup",
            Here(),
            "setup:0:0:1:=channel", "setup:0:0:1:=preset", "setup:0:0:1:=topics", "setup:0:0:1:=layout", "setup:0:0:1:=mode",
            "setup:0:0:1:=ping-role", "setup:0:0:1:=first", "setup:0:0:1:=start", "setup:0:0:1:=preview");
        Assert.Empty(await newsroom.Get<SubscriptionStore>().AllAsync(Ct));
    }

    [Fact]
    public async Task Channel_is_added_with_the_newest_story_by_one_press()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var added = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:42"), "start");

        Assert.Contains("<#42> now gets news. I'll post the latest story now.", added.Text());
        Assert.True(added.Replaces);
        Assert.Equal((1, ChannelRules.Default, "7"), await AddedAsync(newsroom));
        Assert.NotNull(await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct));
        Assert.Null(await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct));
    }

    [Fact]
    public async Task Choices_stay_on_the_panel_until_posting_starts()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var panel = await newsroom.RunAsync("/channel setup channel:42");

        panel = await UseAsync(newsroom, panel, "topics", "ferries");
        panel = await UseAsync(newsroom, panel, "layout", "compact");
        panel = await UseAsync(newsroom, panel, "mode", "daily");
        panel = await UseAsync(newsroom, panel, "ping-role", "99");
        panel = await UseAsync(newsroom, panel, "first");
        panel = await UseAsync(newsroom, panel, "channel", "43");
        Assert.Empty(await newsroom.Get<SubscriptionStore>().AllAsync(Ct));
        (panel with { Replaces = false }).Approve(
            "channel-setup-chosen",
            Here(),
            [.. ((string[])["channel", "preset", "topics", "layout", "mode", "ping-role", "first", "start", "preview"])
                .Select(part => $"setup:15:1024:0:={part}")]);
        panel = await UseAsync(newsroom, panel, "channel", "42");

        await UseAsync(newsroom, panel, "start");

        var rules = ChannelRules.Default with
        {
            Topics = ["ferries"], Look = CardLook.Default with { Layout = CardLayout.Compact }, Mode = PostingMode.Daily,
            Pings = [new() { Role = "99" }],
        };
        Assert.Equal((0, rules, "7"), await AddedAsync(newsroom));
    }

    [Fact]
    public async Task Menu_that_is_emptied_goes_back_to_the_default()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var panel = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:42"), "topics", "ferries");
        panel = await UseAsync(newsroom, panel, "ping-role", "99");

        panel = await UseAsync(newsroom, panel, "topics");
        panel = await UseAsync(newsroom, panel, "ping-role");
        await UseAsync(newsroom, panel, "start");

        Assert.Equal((1, ChannelRules.Default, "7"), await AddedAsync(newsroom));
    }

    [Fact]
    public async Task Preview_shows_the_newest_story_in_the_chosen_layout_and_adds_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var panel = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:42"), "layout", "line");

        var preview = await UseAsync(newsroom, panel, "preview");

        Assert.False(preview.Replaces);
        Assert.True(preview.IsPrivate);
        Assert.StartsWith("**[Story 12 of", Assert.IsType<TextDisplay>(preview.Components[^1]).Content);
        Assert.Empty(await newsroom.Get<SubscriptionStore>().AllAsync(Ct));
    }

    [Fact]
    public async Task Channel_that_gets_news_shows_its_rules_and_keeps_those_without_a_menu()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RuleAsync("42", "least-outlets:3", "layout:headline", "topics:ferries");

        var panel = await newsroom.RunAsync("/channel setup channel:42");
        var chosen = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:43"), "channel", "42");
        var saved = await UseAsync(newsroom, await UseAsync(newsroom, panel, "layout", "compact"), "start");

        Assert.Contains("✓ Headline only", panel.Text());
        Assert.Contains("✓ Ferries", panel.Text());
        Assert.Contains("[Save changes] [Preview]", panel.Text());
        Assert.DoesNotContain("First post", panel.Text());
        Assert.Contains("✓ Headline only", chosen.Text());
        Assert.Contains("<#42> gets news by the changed rules. Its other rules stay.", saved.Text());
        var rules = (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Rules;
        Assert.Equal((3, CardLayout.Compact, "ferries"), (rules.LeastOutlets, rules.Look.Layout, rules.Topics.Single()));
        Assert.Null(await newsroom.Get<DeliveryStore>().ClaimAsync("42", Ct));
    }

    [Fact]
    public async Task Missing_permission_is_named_before_and_after()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var panel = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:42"), "channel", "43");

        var added = await UseAsync(newsroom, panel, "start");

        Assert.Contains("⚠ I can't post in <#43> yet. Give me Create Posts,", panel.Text());
        Assert.Contains("give me Create Posts, ", added.Text());
        Assert.Equal("43", Assert.Single(await newsroom.Get<SubscriptionStore>().AllAsync(Ct)).Channel);
    }

    [Fact]
    public async Task Panel_is_for_moderators_and_channels_of_their_server()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "44", Guild = "2" }, by: null, Ct);
        var panel = await newsroom.RunAsync("/channel setup channel:42");

        var member = await newsroom.PressAsync(Press(panel, "start") with { Member = new() });
        var elsewhere = await newsroom.PressAsync(Press(panel, "channel", "44"));
        var invented = await newsroom.PressAsync("setup:0:0:1:=start");

        Assert.Equal("You need the Manage Server permission for this.", member.Content);
        Assert.StartsWith("<#44> gets no news.", elsewhere.Content);
        Assert.Equal("This panel has expired. Use `/channel setup` again.", invented.Content);
        Assert.Equal("44", Assert.Single(await newsroom.Get<SubscriptionStore>().AllAsync(Ct)).Channel);
    }

    static async Task<(int, ChannelRules, string?)> AddedAsync(Newsroom newsroom)
    {
        var added = Assert.Single(await newsroom.Get<SubscriptionStore>().AllAsync(Ct));
        return (added.Latest, added.Rules, added.ChosenBy);
    }

    static Task<Reply> UseAsync(Newsroom newsroom, Reply panel, string part, params IReadOnlyList<string> chosen) =>
        newsroom.PressAsync(Press(panel, part, chosen));

    /// <summary>As Discord sends it. Channel 43 is a forum, where the bot may only look.</summary>
    static CustomIdInteraction Press(Reply panel, string part, params IReadOnlyList<string> chosen)
    {
        var id = Component.All(panel.Components)
            .Select(component => component is Select menu ? menu.CustomId : (component as Button)?.CustomId)
            .Single(id => id?.EndsWith($":={part}", StringComparison.Ordinal) is true);
        Channel[] channels =
        [
            new() { Id = new(42) },
            new() { Id = new(43), Type = ChannelType.GuildForum, AppPermissions = Permissions.ViewChannel },
        ];
        return Newsroom.Interaction(id!) with
        {
            Values = chosen,
            Channels = channels.Where(channel => part == "channel" && chosen.Contains($"{channel.Id}")).ToDictionary(channel => channel.Id),
            Message = Message.Parse(new Message { Id = new(1), ChannelId = new(1), Components = panel.Components }.ToJson()),
        };
    }

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
