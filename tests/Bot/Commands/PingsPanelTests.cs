using Desk.Channels;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>The panel of a channel's pings.</summary>
public class PingsPanelTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pings_are_added_changed_and_removed()
    {
        await using var newsroom = await OpenAsync();
        var panel = await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Pings …");
        var form = (await newsroom.PressAsync(panel, "Add a ping")).Form!;

        panel = await newsroom.SubmitAsync(form, ("role", "99"), ("topics", "ferries"), ("outlets", "2"), ("heat", "7"));
        Assert.Contains("<@&99> · Ferries · from 2 outlets or popularity 7", panel.Text());
        Assert.True(panel.Replaces);
        Assert.Equal([new() { Role = "99", Topics = ["ferries"], Outlets = 2, Heat = 7 }], await PingsAsync(newsroom));

        form = (await newsroom.PressAsync(panel, "Change")).Form!;
        panel = await newsroom.SubmitAsync(Filled(form, ("role", ["99"]), ("topics", []), ("outlets", [""]), ("heat", [""])));
        Assert.Contains("<@&99> · every story", panel.Text());

        form = (await newsroom.PressAsync(panel, "Change")).Form!;
        panel = await newsroom.SubmitAsync(Filled(form, ("role", []), ("topics", ["ferries"]), ("outlets", ["5"])));
        Assert.Contains("No story pings anybody.", panel.Text());
        Assert.Empty(await PingsAsync(newsroom));
    }

    [Fact]
    public async Task Form_shows_the_ping_as_it_is()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "pings:\"role: 99; topics: ferries, power-grids; outlets: 5\"");
        var panel = await newsroom.PressAsync("pings:42:0:0:=open");

        var form = (await newsroom.PressAsync(panel, "Change")).Form!;

        Assert.Equal("Change a ping", form.Title);
        Assert.Equal(["role", "topics", "outlets", "heat"], form.Questions.Select(question => question.Component switch
        {
            Select select => select.CustomId,
            var input => ((TextInput)input!).CustomId,
        }));
        Assert.Equal(new(99), ((RoleSelect)form.Questions[0].Component!).DefaultValues!.Single().Id);
        Assert.Equal(2, ((StringSelect)form.Questions[1].Component!).Options.Count(option => option.Default));
        Assert.Equal("5", ((TextInput)form.Questions[2].Component!).Value);
        Assert.All(form.Questions, question => Assert.False(question.Component is Select { Required: not false }));
    }

    [Fact]
    public async Task Invalid_answer_changes_nothing_and_says_what_to_write()
    {
        await using var newsroom = await OpenAsync();

        var reply = await newsroom.SubmitAsync(
            Filled("pings:42:0:0:=change", ("role", ["99"]), ("topics", []), ("outlets", ["many"]), ("heat", [""])));

        Assert.StartsWith("Nothing was changed:\n- Minimum outlets \"many\" is not a whole number.", reply.Content);
        Assert.Empty(await PingsAsync(newsroom));
    }

    [Fact]
    public async Task Button_of_a_ping_that_is_no_longer_there_shows_the_pings_as_they_are()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "pings:role: 99, role: 98");
        var panel = await newsroom.PressAsync("pings:42:0:0:=open");
        await newsroom.RuleAsync("42", "pings:role: 98");

        var shown = await newsroom.PressAsync("pings:42:0:99:=change");
        var refused = await newsroom.SubmitAsync(Filled("pings:42:0:99:=change", ("role", []), ("outlets", [""])));

        Assert.Contains("<@&99>", panel.Text());
        Assert.DoesNotContain("<@&99>", shown.Text());
        Assert.True(shown.Replaces);
        Assert.Equal("The pings have changed meanwhile. Use `/channel edit` again.", refused.Content);
        Assert.Equal("98", Assert.Single(await PingsAsync(newsroom)).Role);
    }

    [Fact]
    public async Task Full_list_has_no_room_for_another()
    {
        await using var newsroom = await OpenAsync();
        var pings = Enumerable.Range(1, 10).Select(role => $"role: {role}; outlets: {role}");
        await newsroom.RuleAsync("42", $"pings:{string.Join(", ", pings)}");

        var panel = await newsroom.PressAsync("pings:42:0:0:=open");

        Assert.True(panel.Buttons().Single(button => button.Label == "Add a ping").Disabled);
        Assert.InRange(Component.All(panel.Components).Count(), 30, 40);
    }

    [Fact]
    public async Task Several_pings_leave_the_setup_panel_without_a_menu_for_one()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "pings:role: 99; outlets: 5, role: 98");

        var panel = await newsroom.RunAsync("/channel setup channel:42");

        Assert.DoesNotContain("Role to ping", panel.Text());
    }

    static Bot.Commands.Interactions.CustomIdInteraction Filled(
        Bot.Commands.Interactions.Form form, params IReadOnlyList<(string, IReadOnlyList<string>)> answers) =>
        Filled($"{form.Id}", answers);

    static Bot.Commands.Interactions.CustomIdInteraction Filled(
        string form, params IReadOnlyList<(string Question, IReadOnlyList<string> Values)> answers) =>
        Newsroom.Interaction(form) with { Answers = answers.ToDictionary(answer => answer.Question, answer => answer.Values) };

    static async Task<IReadOnlyList<PingRule>> PingsAsync(Newsroom newsroom) =>
        (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Rules.Pings;

    static async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        return newsroom;
    }
}
