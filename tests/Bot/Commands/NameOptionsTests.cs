namespace Bot.Tests.Commands;

/// <summary>What people get who type a name or a time that doesn't exist.</summary>
public class NameOptionsTests
{
    [Theory]
    [InlineData("/latest topic:Fery", "No topic “Fery”.", "Ferries")]
    [InlineData("/latest outlet:harbor gazete", "No outlet “harbor gazete”.", "Harbour Gazette")]
    [InlineData("/outlet name:gazete", "No outlet “gazete”.", "Harbour Gazette")]
    [InlineData("/latest type:vidoe", "No type “vidoe”.", "video")]
    [InlineData("/search words:a ferry: late \"now\" type:vidoe", "No type “vidoe”.", "video")]
    [InlineData("/search words:ferry since:lst week", "I don't understand the time “lst week”.", "last week")]
    [InlineData("/search words:ferry until:2026-02-30", "I don't understand the time “2026-02-30”.", "2026-02")]
    [InlineData("/catchup since:yesterdya", "I don't understand the time “yesterdya”.", "yesterday")]
    [InlineData("/channel add channel:42 topics:Power grids, Fery", "No topic “Fery”.", "Ferries")]
    public async Task Near_miss_is_told_with_a_button_that_runs_the_command(string typed, string problem, string meant)
    {
        await using var newsroom = await OpenAsync();

        var miss = await newsroom.RunAsync(typed);
        var done = await newsroom.PressAsync(miss, meant);

        Assert.Equal($"{problem} Did you mean **{meant}**?", miss.Said());
        Assert.True(miss.IsPrivate && done.Replaces);
        Assert.DoesNotContain("Did you mean", done.Text());
    }

    [Fact]
    public async Task Button_keeps_the_other_options()
    {
        await using var newsroom = await OpenAsync();

        var miss = await newsroom.RunAsync("/search words:say \"a: b\" topic:x outlet:gazete order:Newest count:2");
        var told = await newsroom.RunAsync("/search words:say \"a: b\" \\ outlet:gazete order:Newest count:2");

        Assert.Equal("No topic “x”. Topics: Ferries, Power grids.", miss.Said());
        Assert.Equal(
            """/search words:"say \"a: b\" \\" outlet:Harbour Gazette order:Newest count:2""", told.Embeds.Single().Footer!.Text);
        Assert.Equal("✕ Harbour Gazette", (await newsroom.PressAsync(told, "Harbour Gazette")).Buttons().First().Label);
    }

    [Theory]
    [InlineData("/latest type:vidoe", "video")]
    [InlineData("/search words:ferry type:vid", "video")]
    [InlineData("/outlet name:gazete", "Harbour Gazette")]
    [InlineData("/follow topic:fery", "Ferries")]
    [InlineData("/outlet name:tidal", "Tidal Post")]
    public async Task Close_spelling_is_suggested(string typed, string suggested)
    {
        await using var newsroom = await OpenAsync();

        Assert.Equal([suggested], (await newsroom.SuggestAsync(typed)).Select(choice => choice.Value));
    }

    [Fact]
    public async Task Type_is_understood_in_the_members_language()
    {
        await using var newsroom = await OpenAsync();

        Assert.Contains("Regatta", (await newsroom.RunAsync("/latest type:vídeo", "es-ES")).Embeds.Single().Description);
    }

    [Fact]
    public async Task Type_that_is_like_none_gets_the_types()
    {
        await using var newsroom = await OpenAsync();

        Assert.Equal("No type “poem”. Types: article, video.", (await newsroom.RunAsync("/latest type:poem")).Said());
    }

    [Theory]
    [InlineData("/search words:story since:2026-11-08 until:2026-11-03", "2026-11-08", "2026-11-03")]
    [InlineData("/search words:story until 2025 since November 2026", "november 2026", "2025")]
    [InlineData("/ask question:story since November 2026 until 2025", "november 2026", "2025")]
    public async Task Times_in_the_wrong_order_are_told_and_swapped(string typed, string since, string until)
    {
        await using var newsroom = await OpenAsync();

        var told = await newsroom.RunAsync(typed);
        var swapped = await newsroom.PressAsync(told, "Swap them");

        Assert.Equal($"`since` ({since}) is later than `until` ({until}), so no story is between them.", told.Said());
        Assert.Contains("Story ", swapped.Embeds.Single().Description);
    }

    [Fact]
    public async Task Outlet_that_is_only_in_related_coverage_has_its_stories()
    {
        await using var newsroom = await OpenAsync();

        var outlet = await newsroom.RunAsync("/outlet name:Tidal Post");
        var latest = await newsroom.RunAsync("/latest outlet:post.example");

        Assert.Equal("Tidal Post", outlet.Embeds.Single().Title);
        Assert.Contains("Coverage ", outlet.Embeds.Single().Description);
        Assert.Contains("Story 12 ", latest.Embeds.Single().Description);
        Assert.DoesNotContain("Story 11 ", latest.Embeds.Single().Description);
    }

    [Fact]
    public async Task Headline_that_is_only_in_related_coverage_leads_to_its_story()
    {
        await using var newsroom = await OpenAsync();

        var suggested = await newsroom.SuggestAsync("/related article:Coverage 3");
        var related = await newsroom.RunAsync("/related article:Coverage 3");

        Assert.Equal(["Coverage 3"], suggested.Select(choice => choice.Name));
        Assert.Contains(@"### Story 12 of \*twelve\*", related.Text(), StringComparison.Ordinal);
        Assert.Equal(related.Text(), (await newsroom.RunAsync($"/related article:{suggested[0].Value}")).Text());
    }

    [Fact]
    public async Task Search_that_finds_nothing_says_what_to_do_next()
    {
        await using var newsroom = await OpenAsync();

        var nothing = await newsroom.RunAsync("/search words:quantum zeppelin");
        var latest = await newsroom.PressAsync(nothing, "Latest news");

        Assert.Equal("No articles match “quantum zeppelin”. Try other words, or see the latest news.", nothing.Said());
        Assert.Contains("Regatta", latest.Embeds.Single().Description);
    }

    [Fact]
    public async Task Loosely_near_results_are_called_so()
    {
        await using var newsroom = await OpenAsync();

        var loose = await newsroom.RunAsync("/search words:zeppelin regatta xylophone");

        Assert.StartsWith("Nothing matches closely. Nearest:\n\n**[Regatta", loose.Embeds.Single().Description, StringComparison.Ordinal);
    }

    /// <summary>With a video.</summary>
    static async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        newsroom.Write("regatta.md", """
            title: Regatta in pictures
            publishedDateTime: 2026-11-23T08:00:00Z
            webUrl: https://gazette.example/regatta
            provider: {name: Harbour Gazette, domain: gazette.example}
            type: video
            topics: [Ferries]
            """);
        await newsroom.ImportAsync();
        return newsroom;
    }
}
