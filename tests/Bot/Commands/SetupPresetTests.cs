using Bot.Commands.Interactions;
using Desk.Channels;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>Presets on the panel of <c>/channel setup</c>.</summary>
public class SetupPresetTests
{
    static readonly Preset Own = new("Storm desk", new()
    {
        LeastOutlets = 4, Mode = PostingMode.Hourly, Pings = [new() { Role = "8", Outlets = 5 }, new() { Role = "9" }],
        Words = [WordPattern.Parse("flood", out _)!],
    });

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newcomer_picks_a_preset_and_starts()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var panel = await newsroom.RunAsync("/channel setup channel:42");

        panel = await UseAsync(newsroom, panel, "preset", "Front page");
        var started = await UseAsync(newsroom, panel, "start");

        Assert.Contains("**More rules**\n│ - minimum outlets: 3\n│ - posts per hour: 6\n│ - delay: 10 minutes", panel.Text());
        Assert.Contains("<#42> now gets news.", started.Text());
        Assert.Equal(Preset.BuiltIn[1].Rules, await RulesAsync(newsroom));
    }

    [Fact]
    public async Task Menus_change_what_a_preset_brings_and_keep_the_rest()
    {
        await using var newsroom = await OpenAsync();
        var panel = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:42"), "topics", "ferries");

        panel = await UseAsync(newsroom, panel, "preset", "Storm desk");
        panel = await UseAsync(newsroom, panel, "mode", "daily");
        panel = await UseAsync(newsroom, panel, "first");
        await UseAsync(newsroom, panel, "start");

        Assert.Equal(Own.Rules with { Topics = ["ferries"], Mode = PostingMode.Daily }, await RulesAsync(newsroom));
    }

    [Fact]
    public async Task Preset_that_is_cleared_takes_its_rules_with_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var panel = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:42"), "preset", "Front page");

        panel = await UseAsync(newsroom, panel, "preset");
        await UseAsync(newsroom, panel, "start");

        Assert.DoesNotContain("More rules", panel.Text());
        Assert.Equal(ChannelRules.Default, await RulesAsync(newsroom));
    }

    [Fact]
    public async Task Channel_that_gets_news_shows_what_changes_and_keeps_what_belongs_to_it()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RuleAsync("42", "topics:ferries", "time-zone:Europe/Berlin", "silent:yes");
        var panel = await newsroom.RunAsync("/channel setup channel:42");

        panel = await UseAsync(newsroom, panel, "preset", "Storm desk");
        Assert.True((await RulesAsync(newsroom)).Silent);
        var saved = await UseAsync(newsroom, panel, "start");

        Assert.Contains("**Changes**\n│ - required words: none → flood\n│ - minimum outlets: 1 → 4", panel.Text());
        Assert.Contains("- pings: none → <@&8> · from 5 outlets, <@&9> · every story", panel.Text());
        Assert.Contains("- silent: yes → no", panel.Text());
        Assert.DoesNotContain("time zone:", panel.Text());
        Assert.Contains("<#42> gets news by the preset **Storm desk**.", saved.Text());
        Assert.Equal(Own.Rules with { Topics = ["ferries"], TimeZone = "Europe/Berlin" }, await RulesAsync(newsroom));
    }

    [Fact]
    public async Task Channel_that_is_chosen_after_the_preset_gets_it()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RuleAsync("42", "topics:ferries", "silent:yes");
        var chosen = await newsroom.PressAsync((await newsroom.RunAsync("/channel presets")).Menus().Single().CustomId, "Storm desk");

        var panel = await newsroom.PressAsync(chosen, "Use …");
        Assert.True(panel.Buttons().Single(button => button.Label == "Start posting").Disabled);
        panel = await UseAsync(newsroom, panel, "channel", "42");
        await UseAsync(newsroom, panel, "start");

        Assert.Equal(Own.Rules with { Topics = ["ferries"] }, await RulesAsync(newsroom));
    }

    [Fact]
    public async Task Preset_that_changed_meanwhile_is_shown_again_before_it_counts()
    {
        await using var newsroom = await OpenAsync();
        var store = newsroom.Get<PresetStore>();
        var panel = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:42"), "preset", "Storm desk");
        await store.SaveAsync("1", [Own with { Rules = new() { LeastOutlets = 7 } }], Preset.VersionOf(Own), Ct);

        var again = await UseAsync(newsroom, panel, "start");
        await store.RemoveAsync("1", Own with { Rules = new() { LeastOutlets = 7 } }, Ct);
        var gone = await UseAsync(newsroom, again, "start");

        Assert.Contains("The preset was changed or deleted meanwhile. Look again.", again.Text());
        Assert.Contains("- minimum outlets: 7", again.Text());
        Assert.Contains("The preset was changed or deleted meanwhile. Look again.", gone.Text());
        Assert.Empty(await newsroom.Get<SubscriptionStore>().AllAsync(Ct));
    }

    [Fact]
    public async Task Preset_with_too_many_expressions_for_the_server_is_refused()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/channel add channel:43 latest:0");
        await newsroom.RuleAsync("43", $"words:{string.Join(", ", Enumerable.Range(0, 100).Select(number => $"/{number}/"))}");
        await newsroom.Get<PresetStore>().SaveAsync("1", [new("One", new() { Words = [WordPattern.Parse("/a/", out _)!] })], seen: 0, Ct);
        var panel = await UseAsync(newsroom, await newsroom.RunAsync("/channel setup channel:42"), "preset", "One");

        var refused = await UseAsync(newsroom, panel, "start");

        Assert.Contains("With this change there would be 101.", refused.Content);
        Assert.Null(await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct));
    }

    static async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        Assert.Equal(PresetSaving.Saved, await newsroom.Get<PresetStore>().SaveAsync("1", [Own], seen: 0, Ct));
        return newsroom;
    }

    static async Task<ChannelRules> RulesAsync(Newsroom newsroom) =>
        (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Rules;

    /// <summary>As Discord sends it.</summary>
    static Task<Reply> UseAsync(Newsroom newsroom, Reply panel, string part, params IReadOnlyList<string> chosen)
    {
        var id = Component.All(panel.Components)
            .Select(component => component is Select menu ? menu.CustomId : (component as Button)?.CustomId)
            .Single(id => id?.EndsWith($":={part}", StringComparison.Ordinal) is true);
        return newsroom.PressAsync(Newsroom.Interaction(id!) with
        {
            Values = chosen,
            Channels = part == "channel" ? new Dictionary<Snowflake, Channel> { [new(42)] = new() { Id = new(42) } } : [],
            Message = Message.Parse(new Message { Id = new(1), ChannelId = new(1), Components = panel.Components }.ToJson()),
        });
    }
}
