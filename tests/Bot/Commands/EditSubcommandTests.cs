using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Desk.Channels;
using Desk.Database;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>The panel of <c>/channel edit</c>.</summary>
public class EditSubcommandTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Panel_shows_the_rules_and_how_many_stories_pass_them()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync(
            "42",
            "topics:ferries",
            "least-outlets:1",
            "quiet:22:00-07:00",
            "mode:daily",
            "ping-role:99",
            "thread:yes");

        var panel = await newsroom.RunAsync("/channel edit channel:42");

        panel.Approve(
            "channel-edit",
            Here(),
            "rules:42:0:=topics", "rules:42:0:=mode",
            "rules:42:0:=words", "rules:42:0:=numbers", "rules:42:0:=limits", "rules:42:0:=times",
            "rules:42:0:=look", "rules:42:0:=look-2", "rules:42:0:=more", "pings:42:0:0:=open", "presets:42:=save",
            "rules:42:0:=preview");
    }

    [Fact]
    public async Task Menu_changes_its_rule_at_once_and_updates_the_panel()
    {
        await using var newsroom = await OpenAsync();
        var panel = await newsroom.RunAsync("/channel edit channel:42");

        var changed = await newsroom.PressAsync(Menu(panel, "topics"), "ferries");

        Assert.StartsWith("<#42> · **12 of the last 12 stories** pass these rules.", panel.Embeds.Single().Description);
        Assert.StartsWith(
            "<#42> · **6 of the last 12 stories** pass these rules. Most others are stopped by topics.",
            changed.Embeds.Single().Description);
        Assert.True(changed.Replaces);
        Assert.Equal(["ferries"], (await RulesAsync(newsroom)).Topics);
        Assert.Equal("7", (await newsroom.Get<SubscriptionStore>().ChangesAsync("1", 0, 1, Ct)).Single().By);
    }

    [Fact]
    public async Task Button_opens_a_form_with_the_current_rules()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "words:flood, /evacuat(e|ion)/");

        var opened = await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Words and outlets …");

        opened.Approve("channel-edit-words", Here());
        Assert.Equal("rules:42:0:=words", $"{opened.Form!.Id}");
        Assert.Equal(
            ["providers", "not-providers", "words", "not-words", "types"],
            opened.Form.Questions.Select(question => ((TextInput)question.Component!).CustomId));
    }

    [Fact]
    public async Task Preview_shows_the_newest_story_as_a_post()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "layout:line");

        var preview = await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Preview");

        Assert.StartsWith("**[Story 12 of", ((TextDisplay)preview.Components[1]).Content);
        Assert.Equal("Post now", Assert.Single(preview.Buttons()).Label);
        Assert.False(preview.Replaces);
    }

    [Fact]
    public async Task Form_changes_the_answered_rules()
    {
        await using var newsroom = await OpenAsync();
        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Numbers …")).Form!;

        var changed = await newsroom.SubmitAsync(form, ("least-outlets", "2"), ("least-heat", "6"));

        Assert.Contains("minimum outlets: 2", changed.Embeds.Single().Description);
        Assert.Equal((2, 6), ((await RulesAsync(newsroom)).LeastOutlets, (await RulesAsync(newsroom)).LeastHeat));
    }

    [Fact]
    public async Task Languages_are_offered_by_their_own_names()
    {
        await using var newsroom = await OpenAsync();
        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "More settings …")).Form!;
        var menu = (StringSelect)form.Questions.Single(question => question.Text == "Language").Component!;

        await newsroom.SubmitAsync(form, ("language", "fr"));

        Assert.Equal(["English", "Deutsch", "Français", "Español", "Português"], menu.Options.Select(option => option.Label));
        Assert.Equal("fr", (await RulesAsync(newsroom)).Language);
    }

    [Fact]
    public async Task Invalid_answer_changes_nothing_and_says_what_to_write()
    {
        await using var newsroom = await OpenAsync();
        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Numbers …")).Form!;

        var reply = await newsroom.SubmitAsync(form, ("least-outlets", "many"), ("most-per-hour", "6"));

        Assert.Equal(
            "Nothing was changed:\n- Minimum outlets \"many\" is not a whole number. Write digits only, such as 3.",
            reply.Content);
        Assert.True(reply.IsPrivate);
        Assert.Equal(ChannelRules.Default, await RulesAsync(newsroom));
    }

    [Theory]
    [InlineData("rules:42:0:=topics")]
    [InlineData("rules:42:0:=words")]
    public async Task Only_members_who_manage_the_server_change_rules(string customId)
    {
        await using var newsroom = await OpenAsync();

        var reply = await newsroom.PressAsync(
            Newsroom.Interaction(customId) with { Member = new() { Permissions = Permissions.SendMessages } });

        Assert.Equal("You need the Manage Server permission for this.", reply.Content);
    }

    [Fact]
    public void Each_rule_is_asked_for_in_one_place()
    {
        var forms = new RuleForms(RuleFields.All);
        var asked = forms.Menus.Concat(forms.All.SelectMany(form => form.Fields)).Append(RuleFields.All.Of("pings")!);

        Assert.Equal(RuleFields.All.Select(field => field.Name).Order(), asked.Select(field => field.Name).Order());
        Assert.All(forms.All, form => Assert.InRange(form.Fields.Count, 1, DiscordLimits.ModalComponents));
        Assert.All(
            forms.Menus,
            field => Assert.Contains(field.Kind, (RuleKind[])[RuleKind.Topics, RuleKind.Role, RuleKind.Choice, RuleKind.YesOrNo]));
        Assert.Equal(["words", "numbers", "limits", "times", "look", "look-2", "more"], forms.All.Select(form => form.Name));
    }

    [Fact]
    public async Task Panel_counts_only_the_latest_stories()
    {
        await using var newsroom = await OpenAsync();
        await AddArticlesAsync(newsroom, 1_000);
        await newsroom.RuleAsync("42", "topics:ferries", "not-words:/Title .*7/");

        var panel = await newsroom.RunAsync("/channel edit channel:42");

        Assert.StartsWith("<#42> · **20 of the last 50 stories** pass these rules. ", panel.Embeds.Single().Description);
    }

    /// <summary>Adds newer articles than all others; every second one has the first topic.</summary>
    static Task AddArticlesAsync(Newsroom newsroom, int count) => newsroom.Get<DeskDatabase>().WriteAsync(
        async session =>
        {
            await using var command = session.CreateCommand();
            command.CommandText =
                $"""
                insert into articles
                    (id, path, title, excerpt, published_at, web_url, category, type, published, provider_name, provider_domain, body,
                     listed_at)
                select value, 'many/' || value, 'Title ' || value, '', '2026-11-24T12:00:00.' || substr(cast(value as text), 2) || 'Z',
                       'https://many.example/' || value, '', 'article', 1, '', 'many.example', '', '2026-11-24T12:00:00.000Z'
                from (
                    with recursive n (value) as (select 1000 union all select value + 1 from n where value < 999 + {count})
                    select value from n
                ) numbers;
                insert into article_topics (topic_id, published_at, article_id, position, is_inherited)
                select t.id, a.published_at, a.id, 0, 0
                from articles a
                join topics t on t.slug = case a.id % 2 when 0 then 'ferries' else 'power-grids' end
                where a.path like 'many/%'
                """;
            await command.ExecuteNonQueryAsync(Ct);
        },
        Ct);

    static async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        return newsroom;
    }

    static async Task<ChannelRules> RulesAsync(Newsroom newsroom) =>
        (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Rules;

    static string Menu(Reply panel, string rule) =>
        Component.All(panel.Components).OfType<Select>().Single(
            select => select.CustomId.EndsWith($"={rule}", StringComparison.Ordinal)).CustomId;

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
