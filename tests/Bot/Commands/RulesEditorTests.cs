using System.Diagnostics;
using Bot.Commands;
using Discord;
using Microsoft.Data.Sqlite;
using News.Rules;
using News.Storage;

namespace Bot.Tests.Commands;

/// <summary>The panel of <c>/channel edit</c>.</summary>
public class RulesEditorTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_panel_says_the_rules_in_words_with_what_they_would_have_let_through()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "topics:ferries", "least-outlets:1", "quiet:22:00-07:00", "mode:daily", "ping-role:99", "thread:yes");

        (await newsroom.RunAsync("/channel edit channel:42")).Approve("channel-edit", Here());
    }

    [Fact]
    public async Task A_menu_changes_its_rule_at_once_and_the_panel_shows_the_new_count()
    {
        await using var newsroom = await OpenAsync();
        var panel = await newsroom.RunAsync("/channel edit channel:42");

        var changed = await newsroom.PressAsync(Menu(panel, "topics"), "ferries");

        Assert.StartsWith("<#42> lets through **12 of the last 12 stories**.", panel.Embeds.Single().Description);
        Assert.StartsWith("<#42> lets through **6 of the last 12 stories**; most others are stopped by topics.", changed.Embeds.Single().Description);
        Assert.True(changed.Replaces);
        Assert.Equal(["ferries"], (await RulesAsync(newsroom)).Topics);
        Assert.Equal("7", (await newsroom.Get<SubscriptionStore>().ChangesAsync("1", 0, 1, Ct)).Single().By);
    }

    [Fact]
    public async Task A_button_opens_a_form_that_is_filled_in_with_the_rules()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "words:flood, /evacuat(e|ion)/");

        (await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Words and outlets …")).Approve("channel-edit-words", Here());
    }

    [Fact]
    public async Task A_form_changes_what_was_answered()
    {
        await using var newsroom = await OpenAsync();
        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Numbers …")).Form!;

        var changed = await newsroom.SubmitAsync(form, ("least-outlets", "2"), ("most-per-hour", "6"));

        Assert.Contains("least outlets: 2", changed.Embeds.Single().Description);
        Assert.Equal((2, 6), ((await RulesAsync(newsroom)).LeastOutlets, (await RulesAsync(newsroom)).MostPerHour));
    }

    [Fact]
    public async Task The_languages_are_a_menu_of_their_own_names()
    {
        await using var newsroom = await OpenAsync();
        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "And the rest …")).Form!;
        var menu = (StringSelect)form.Questions.Single(question => question.Text == "Language").Component!;

        await newsroom.SubmitAsync(form, ("language", "fr"));

        Assert.Equal(["English", "Deutsch", "Français", "Español", "Português"], menu.Options.Select(option => option.Label));
        Assert.Equal("fr", (await RulesAsync(newsroom)).Language);
    }

    [Fact]
    public async Task A_mistake_in_a_form_changes_nothing_and_says_what_to_write()
    {
        await using var newsroom = await OpenAsync();
        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/channel edit channel:42"), "Numbers …")).Form!;

        var reply = await newsroom.SubmitAsync(form, ("least-outlets", "many"), ("most-per-hour", "6"));

        Assert.Equal("Nothing is changed:\n- least-outlets \"many\" is not a whole number. Write digits only, such as 3.", reply.Content);
        Assert.True(reply.IsPrivate);
        Assert.Equal(ChannelRules.Default, await RulesAsync(newsroom));
    }

    [Theory]
    [InlineData("rules:42:0:=topics")]
    [InlineData("rules:42:0:=words")]
    public async Task Only_those_who_manage_the_guild_change_rules(string customId)
    {
        await using var newsroom = await OpenAsync();

        var reply = await newsroom.PressAsync(Newsroom.Press(customId) with { Member = new() { Permissions = Permissions.SendMessages } });

        Assert.Equal("Only those with Manage Server can change rules.", reply.Content);
    }

    [Fact]
    public void Each_rule_is_asked_for_in_one_place()
    {
        var asked = RuleForms.Menus.Concat(RuleForms.All.SelectMany(form => form.Fields));

        Assert.Equal(RuleFields.All.Select(field => field.Name).Order(), asked.Select(field => field.Name).Order());
        Assert.All(RuleForms.All, form => Assert.InRange(form.Fields.Count, 1, DiscordLimits.ModalComponents));
        Assert.All(RuleFields.All, field => Assert.InRange(field.Help.Length, 1, DiscordLimits.LabelDescription));
    }

    [Fact]
    public async Task What_the_bot_may_not_do_for_the_rules_is_named_on_the_panel()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.RuleAsync("42", "ping-role:99");
        var id = $"rules:42:{(ulong)(Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks | Permissions.ReadMessageHistory)}:=ping-role";
        var roles = new Dictionary<Snowflake, Role> { [new(99)] = new() { Id = new(99) } };

        var reply = await newsroom.PressAsync(Newsroom.Press(id) with { Values = ["99"], Roles = roles });

        Assert.EndsWith("Give me Mention @everyone, @here, and All Roles (or let everybody mention the role) in <#42>.", reply.Embeds.Single().Description);
    }

    [Fact]
    public async Task The_panel_is_there_at_once_among_a_hundred_thousand_articles()
    {
        await using var newsroom = await OpenAsync();
        await AddArticlesAsync(newsroom, 100_000);
        await newsroom.RuleAsync("42", "topics:ferries", "not-words:/Title .*7/");

        var watch = Stopwatch.StartNew();
        var panel = await newsroom.RunAsync("/channel edit channel:42");

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.StartsWith("<#42> lets through **20 of the last 50 stories**; ", panel.Embeds.Single().Description);
    }

    /// <summary>Newer than all others; every second has the first topic.</summary>
    static async Task AddArticlesAsync(Newsroom newsroom, int count)
    {
        await using var connection = new SqliteConnection($"Data Source={newsroom.Get<NewsDatabase>().Path}");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            insert into articles (id, path, title, excerpt, published_at, web_url, category, type, published, provider_name, provider_domain, body, listed_at)
            select value, 'many/' || value, 'Title ' || value, '', strftime('%Y-%m-%dT%H:%M:%S.000Z', 1790000000 + value, 'unixepoch'), 'https://many.example/' || value,
                   '', 'article', 1, '', 'many.example', '', '2026-11-24T12:00:00.000Z'
            from (with recursive n (value) as (select 1000 union all select value + 1 from n where value < 999 + $count) select value from n);
            insert into article_topics (topic_id, published_at, article_id, position, is_inherited)
            select (select id from topics where slug = case a.id % 2 when 0 then 'ferries' else 'power-grids' end), a.published_at, a.id, 0, 0
            from articles a
            where a.path like 'many/%';
            """;
        command.Parameters.AddWithValue("$count", count);
        await command.ExecuteNonQueryAsync(Ct);
    }

    static async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        return newsroom;
    }

    static async Task<ChannelRules> RulesAsync(Newsroom newsroom) => (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Rules;

    static string Menu(Reply panel, string rule) =>
        Component.All(panel.Components).OfType<Select>().Single(select => select.CustomId.EndsWith($"={rule}", StringComparison.Ordinal)).CustomId;

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
