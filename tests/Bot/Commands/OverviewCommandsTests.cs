using System.Runtime.CompilerServices;

namespace Bot.Tests.Commands;

/// <summary>/outlet, /topics and /trending.</summary>
public class OverviewCommandsTests
{
    [Fact]
    public async Task Outlet_shows_its_newest_stories_and_how_often_it_was_first()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var first = await newsroom.RunAsync("/outlet name:Harbour Gazette");

        first.Approve("outlet", Here(), "outlet:-1:=gazette.example", "outlet:1:=gazette.example");
        Assert.Contains("Story 7 ", (await newsroom.PressAsync(first, "More ▶")).Embeds.Single().Description);
    }

    [Theory]
    [InlineData("/outlet name:gazette.example")]
    [InlineData("/outlet name:harbour")]
    public async Task Outlet_is_found_by_its_domain_or_part_of_its_name(string typed)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.Equal("Harbour Gazette", (await newsroom.RunAsync(typed)).Embeds.Single().Title);
    }

    [Fact]
    public async Task Unknown_outlet_gets_a_note_and_outlets_are_suggested()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var unknown = await newsroom.RunAsync("/outlet name:Zeppelin");

        Assert.Equal("No outlet “Zeppelin”. Start typing and choose a suggestion.", unknown.Content);
        Assert.Equal(["Harbour Gazette"], (await newsroom.SuggestAsync("/outlet name:gaz")).Select(choice => choice.Value));
        Assert.Equal(["Harbour Gazette"], (await newsroom.SuggestAsync("/outlet name:gazete")).Select(choice => choice.Value));
        Assert.Equal(
            ["Harbour Gazette", "Tidal Post"], (await newsroom.SuggestAsync("/outlet name:")).Select(choice => choice.Value));
    }

    [Fact]
    public async Task Topics_are_listed_below_the_ones_above_them()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await WriteTopicsAsync(newsroom, count: 30);

        var first = await newsroom.RunAsync("/topics");

        first.Approve("topics", Here(), "topics:-1", "topics:1");
        (await newsroom.PressAsync(first, "More ▶")).Approve("topics-end", Here(), "topics:0", "topics:2");
    }

    [Fact]
    public async Task Trending_shows_the_stories_that_spread_most()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        WriteSpread(newsroom, "storm", "2026-11-23T20:00Z", outlets: 3);
        WriteSpread(newsroom, "ferry", "2026-11-23T21:00Z", outlets: 5);
        await newsroom.ImportAsync();

        (await newsroom.RunAsync("/trending")).Approve("trending", Here(), "digest:0");
        Assert.Equal("Trending · past 7 days", (await newsroom.RunAsync("/trending period:week")).Embeds.Single().Title);
    }

    [Fact]
    public async Task Menu_below_trending_stories_opens_their_cards()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        WriteSpread(newsroom, "storm", "2026-11-23T20:00Z", outlets: 3);
        await newsroom.ImportAsync();
        var menu = (await newsroom.RunAsync("/trending")).Menus().Single();

        var opened = await newsroom.PressAsync(menu.CustomId, menu.Options[0].Value);

        Assert.StartsWith("(only you can see this)\n\n│ ## [The storm](", opened.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_time_has_no_trend()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var day = await newsroom.RunAsync("/trending");
        var week = await newsroom.PressAsync(day, "Past 7 days");
        var month = await newsroom.PressAsync(week, "Past 30 days");

        Assert.Equal("No story spread to several outlets in this time.", day.Said());
        Assert.Equal(day.Said(), week.Said());
        Assert.Equal("Trending · past 30 days", month.Embeds.Single().Title);
    }

    [Theory]
    [InlineData("outlet:0")]
    [InlineData("outlet:0:=zeppelin.example")]
    [InlineData("outlet:9223372036854775807:=gazette.example")]
    [InlineData("topics")]
    [InlineData("topics:-1")]
    public async Task Button_with_invalid_numbers_gets_a_note(string customId)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.True((await newsroom.PressAsync(customId)).IsPrivate);
    }

    [Theory]
    [InlineData("/topics")]
    [InlineData("/outlet name:gazette.example")]
    [InlineData("/trending period:day")]
    public async Task Member_gets_them_on_the_local_Discord(string typed)
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        const string related = "related:\n  - {title: More, webUrl: https://post.example/1, provider: {name: Post, domain: post.example}}";
        desk.Write("1.md", "Storm cuts power", $"topics: [Power]\nprovider: {{name: Gazette, domain: gazette.example}}\n{related}");
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();

        var answer = await desk.InteractAsync($$"""{"as": "member", "channel": "news", "command": "{{typed}} private:true"}""");

        Assert.Equal(64, answer.GetProperty("message").GetProperty("flags").GetInt32());
        Assert.Single(answer.GetProperty("message").GetProperty("embeds").EnumerateArray());
    }

    static async Task WriteTopicsAsync(Newsroom newsroom, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            newsroom.Write($"topics-{i}.md", $"""
                title: "About subject {i}"
                publishedDateTime: 2026-10-01
                webUrl: https://gazette.example/topic/{i}
                topics: [Subject {i:00}]
                """);
            newsroom.WriteFile($"topics/{i}.yaml", $"name: Subject {i:00}\n{(i == 1 ? "" : $"parent: Subject {(i <= 20 ? 1 : 2):00}\n")}");
        }

        await newsroom.ImportAsync();
    }

    static void WriteSpread(Newsroom newsroom, string name, string at, int outlets) => newsroom.Write($"{name}.md", $$"""
        title: "The {{name}}"
        publishedDateTime: {{at}}
        webUrl: https://gazette.example/{{name}}
        provider: {name: Harbour Gazette, domain: gazette.example}
        related:
        {{string.Concat(Enumerable.Range(1, outlets - 1).Select(i => $$"""
          - title: "What outlet {{i}} says of the {{name}}"
            webUrl: https://outlet{{i}}.example/{{name}}
            publishedDateTime: 2026-11-24T0{{i}}:00Z
            provider: {name: Outlet {{i}}, domain: outlet{{i}}.example}

        """))}}
        """);

    static string Here([CallerFilePath] string file = "") => file;
}
