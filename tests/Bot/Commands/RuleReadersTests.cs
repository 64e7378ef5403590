using Desk.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

/// <summary>A new rule is one entry: everything in Discord that shows or asks for rules reads it from there.</summary>
public class RuleReadersTests
{
    /// <summary>The sixth rule of a section whose form has room for five. It borrows the storage of another rule.</summary>
    static readonly RuleField Extra = new NumberRule(1, 100)
    {
        Name = "least-links",
        Label = "minimum links",
        Section = RuleSection.Limits,
        Example = "20",
        Help = "How many links a story must have.",
        IsForMembers = true,
        Of = rules => rules.MostPerHour,
        With = (rules, least) => rules with { MostPerHour = least },
        Filter = RuleFilter.AtLeast(facts => facts.Outlets, rules => rules.MostPerHour, number => $"{number} links"),
    };

    [Fact]
    public async Task Panel_asks_for_the_rule_on_a_second_page_of_its_section_and_shows_it()
    {
        await using var newsroom = await OpenAsync();
        var panel = await newsroom.RunAsync("/channel edit channel:42");

        var form = (await newsroom.PressAsync(panel, "Limits (2) …")).Form!;
        var changed = await newsroom.SubmitAsync(form, ("least-links", "6"));

        Assert.Equal(("Limits (2)", "rules:42:0:=limits-2"), (form.Title, form.Id.ToString()));
        Assert.Equal("Minimum links", Assert.Single(form.Questions).Text);
        Assert.Contains("**Limits**\nposts per hour: 6\nminimum links: 6", changed.Embeds.Single().Description);
        Assert.Contains("Most others are stopped by minimum links.", changed.Embeds.Single().Description);
    }

    [Fact]
    public async Task First_page_keeps_its_five_rules()
    {
        await using var newsroom = await OpenAsync();

        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Limits …")).Form!;

        Assert.Equal(("Limits", 5), (form.Title, form.Questions.Count));
    }

    [Fact]
    public async Task Why_shows_what_the_rule_says()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "most-per-hour:6", "max-age:365 days");

        var why = await newsroom.RunAsync("/channel why article:Story 7 channel:42");

        Assert.Contains("**✗ minimum links: 1 links; at least 6 required** ← stopped it", why.Embeds.Single().Description);
    }

    [Fact]
    public async Task List_of_channels_shows_the_rule()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "most-per-hour:6");

        Assert.Contains("minimum links: 6", (await newsroom.RunAsync("/channel list")).Embeds.Single().Description);
    }

    [Fact]
    public async Task Following_offers_the_rule_to_members()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");

        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/following"), "Limits …")).Form!;
        var changed = await newsroom.SubmitAsync(form, ("least-links", "6"));

        Assert.Equal("Minimum links", Assert.Single(form.Questions).Text);
        Assert.Contains("minimum links: 6", changed.Embeds.Single().Description);
    }

    static RuleFields All { get; } = new([.. RuleFields.All, Extra]);

    static async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync(services => services.AddSingleton(All));
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        return newsroom;
    }
}
