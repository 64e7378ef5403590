using System.Runtime.CompilerServices;
using Bot.Commands;

namespace Bot.Tests.Commands;

/// <summary>/latest, /topic and /related.</summary>
public class ReadingCommandsTests
{
    [Fact]
    public async Task Latest_shows_the_newest_first()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Approve(await newsroom.RunAsync("/latest count:3"), "latest");
    }

    [Fact]
    public async Task Latest_keeps_to_a_topic()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/latest topic:power grids");

        Assert.Equal("Latest in Power grids", reply.Embeds.Single().Title);
        Assert.Contains("Story 12", reply.Embeds.Single().Description);
        Assert.DoesNotContain("Story 11", reply.Embeds.Single().Description);
    }

    [Fact]
    public async Task Pages_go_on_and_back_in_place()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var first = await newsroom.RunAsync("/topic name:Ferries count:4");

        var second = await newsroom.PressAsync(first, "More ▶");
        var again = await newsroom.PressAsync(second, "◀ Back");

        Assert.True(second.Replaces);
        Assert.Contains("Story 3 ", second.Embeds.Single().Description);
        Assert.True(second.Buttons().Single(button => button.Label == "More ▶").Disabled);
        Assert.Equal(first.Embeds, again.Embeds);
    }

    [Fact]
    public async Task Related_shows_the_coverage_five_at_a_time()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var first = await newsroom.RunAsync("/related article:Story 12");

        Approve(first, "related");
        Assert.Contains("Coverage 7", (await newsroom.PressAsync(first, "More ▶")).Embeds.Single().Description);
    }

    [Fact]
    public async Task Related_takes_the_number_that_a_suggestion_stands_for()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var suggestion = (await newsroom.SuggestAsync("/related article:12")).Single();

        var reply = await newsroom.RunAsync($"/related article:{suggestion.Value}");

        Assert.Equal("Story 12 of *twelve*", suggestion.Name);
        Assert.Equal(@"Story 12 of \*twelve\*", reply.Embeds.Single().Title);
    }

    [Fact]
    public async Task Related_suggests_the_newest_before_anything_is_typed()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var suggestions = await newsroom.SuggestAsync("/related article:");

        Assert.Equal("Story 12 of *twelve*", suggestions[0].Name);
        Assert.Equal(12, suggestions.Count);
    }

    [Fact]
    public async Task Topics_are_suggested_by_what_was_typed()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.Equal(["Power grids"], (await newsroom.SuggestAsync("/topic name:po")).Select(choice => choice.Value));
    }

    [Theory]
    [InlineData("/topic name:Sport", "There is no topic “Sport”. Topics: Ferries, Power grids.")]
    [InlineData("/topic name:*@everyone*", "There is no topic “\\*@\u200beveryone\\*”. Topics: Ferries, Power grids.")]
    [InlineData("/related article:Nothing like it", "No article's title holds “Nothing like it”. Begin to type and pick one of the suggestions.")]
    public async Task What_is_not_there_is_answered_privately_with_what_is(string typed, string answer)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync(typed);

        Assert.Equal(answer, reply.Content);
        Assert.True(reply.IsPrivate);
    }

    [Theory]
    [InlineData("headlines:0:5")]
    [InlineData("headlines:0:5:-7")]
    [InlineData("headlines:0:0:0")]
    [InlineData("headlines:999:5:0")]
    [InlineData("coverage:1")]
    [InlineData("coverage:999:0")]
    [InlineData("coverage:1:9223372036854775807")]
    public async Task A_button_with_numbers_that_mean_nothing_gets_a_friendly_answer(string customId)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.True((await newsroom.PressAsync(customId)).IsPrivate);
    }

    [Fact]
    public async Task A_page_that_no_longer_exists_says_so_and_leads_back()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.PressAsync("headlines:0:5:9");

        Assert.Equal("Nothing older than this.", reply.Embeds.Single().Description);
        Assert.False(reply.Buttons().Single(button => button.Label == "◀ Back").Disabled);
    }

    [Fact]
    public async Task An_empty_desk_says_so()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var i = 1; i <= 12; i++)
            newsroom.Write($"{i:00}.md", "title: Held\npublishedDateTime: 2026-11-01\nwebUrl: https://a.example/\npublished: false");
        await newsroom.ImportAsync();

        Assert.Equal("There are no articles yet.", (await newsroom.RunAsync("/latest")).Content);
    }

    static void Approve(Reply reply, string name, [CallerFilePath] string test = "") => reply.Approve(name, test);
}
