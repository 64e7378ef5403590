using System.Runtime.CompilerServices;

namespace Bot.Tests.Commands;

/// <summary>It is noon on November 24.</summary>
public class CatchUpCommandTests
{
    [Fact]
    public async Task New_stories_come_before_those_that_grew()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        Write(newsroom, "grown", "2026-11-22T08:00Z", grownAt: "2026-11-24T09:00Z");
        Write(newsroom, "fresh", "2026-11-24T08:00Z");
        await newsroom.ImportAsync();

        (await newsroom.RunAsync("/catchup")).Approve("catchup", Here(), "digest:0");
    }

    [Fact]
    public async Task Second_time_shows_what_came_since_the_first()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        Write(newsroom, "first", "2026-11-24T08:00Z");
        await newsroom.ImportAsync();
        await newsroom.RunAsync("/catchup");

        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        var nothing = await newsroom.RunAsync("/catchup");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        Write(newsroom, "second", "2026-11-24T12:08Z");
        await newsroom.ImportAsync();
        var second = await newsroom.RunAsync("/catchup");
        var week = await newsroom.PressAsync(nothing, "Past 7 days");

        Assert.Equal(
            "Nothing new since <t:1795521600:f>. To look further back, choose a time: `/catchup since:yesterday`.", nothing.Said());
        Assert.StartsWith("-# Since you last asked, <t:1795521900:R>\n", second.Embeds.Single().Description);
        Assert.Contains("The second", second.Embeds.Single().Description);
        Assert.Contains("The first", week.Embeds.Single().Description);
        Assert.DoesNotContain("The first", second.Embeds.Single().Description);
    }

    [Fact]
    public async Task Ten_stories_are_shown_and_the_rest_is_counted()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var i = 1; i <= 24; i++)
            Write(newsroom, $"story {i}", $"2026-11-24T08:{i:00}Z");
        await newsroom.ImportAsync();

        var reply = await newsroom.RunAsync("/catchup");

        Assert.EndsWith("\n-# and 14 more", reply.Embeds.Single().Description, StringComparison.Ordinal);
        Assert.Equal(10, reply.Menus().Single().Options.Count);
        Assert.True(reply.IsPrivate);
    }

    [Theory]
    [InlineData("yesterday", "-# Since <t:1795392000:f>\n")]
    [InlineData("2020", "-# Since <t:1792843200:f> · I look back 31 days at most.\n")]
    public async Task Member_can_choose_the_time(string since, string heading)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        Write(newsroom, "fresh", "2026-11-24T08:00Z");
        await newsroom.ImportAsync();

        var reply = await newsroom.RunAsync($"/catchup since:{since}");

        Assert.StartsWith(heading, reply.Embeds.Single().Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_that_is_none_gets_a_note()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.Equal(
            "I don't understand the time “soon”. Write yesterday, last week, 3 days ago, or 2026-03-15.",
            (await newsroom.RunAsync("/catchup since:soon")).Content);
    }

    static void Write(Newsroom newsroom, string name, string at, string? grownAt = null) => newsroom.Write($"{name}.md", $$"""
        title: "The {{name}}"
        publishedDateTime: {{at}}
        webUrl: https://gazette.example/{{name.Replace(' ', '-')}}
        provider: {name: Harbour Gazette, domain: gazette.example}
        related:
        {{(grownAt is null ? "" : $$"""
          - title: "Another look at the {{name}}"
            webUrl: https://post.example/{{name}}
            publishedDateTime: {{grownAt}}
            provider: {name: Tidal Post, domain: post.example}
        """)}}
        """);

    static string Here([CallerFilePath] string file = "") => file;
}
