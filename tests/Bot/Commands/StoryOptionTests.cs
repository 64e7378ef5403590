using System.Runtime.CompilerServices;
using Shared;

namespace Bot.Tests.Commands;

/// <summary>/article and /timeline, and what happens if several stories match.</summary>
public class StoryOptionTests
{
    [Fact]
    public async Task Article_shows_the_card()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        (await newsroom.RunAsync("/article title:Story 12")).Approve(
            "article", Here(), $"coverage:{Newsroom.Key(12)}:-2", $"follow:{Newsroom.Key(12)}");
    }

    [Fact]
    public async Task Several_matching_stories_are_offered_in_a_menu()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        (await newsroom.RunAsync("/article title:twelve")).Approve("article-choice", Here(), "article");
    }

    [Theory]
    [InlineData("/article title:twelve", "Harbour Gazette")]
    [InlineData("/related article:twelve", "All coverage")]
    [InlineData("/timeline story:twelve", "Timeline")]
    public async Task Chosen_story_takes_the_place_of_the_menu(string typed, string shown)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var menu = (await newsroom.RunAsync(typed)).Menus().Single();

        var reply = await newsroom.PressAsync(menu.CustomId, menu.Options[1].Value);

        Assert.True(reply.Replaces);
        Assert.Contains(@"Story 11 of \*twelve\*", reply.Text(), StringComparison.Ordinal);
        Assert.Contains(shown, reply.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/article title:Story 12 private:true", true)]
    [InlineData("/article title:twelve private:true", true)]
    [InlineData("/article title:Story 12 private:false", false)]
    [InlineData("/related article:Story 12 private:true", true)]
    [InlineData("/timeline story:Story 12", false)]
    public async Task Answer_is_private_if_asked_for(string typed, bool isPrivate)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.Equal(isPrivate, (await newsroom.RunAsync(typed)).IsPrivate);
    }

    [Theory]
    [InlineData("article")]
    [InlineData("related", "one")]
    [InlineData("timeline", "1", "2")]
    [InlineData("article", "9223372036854775807")]
    [InlineData("timeline:1")]
    [InlineData("timeline:1:-1")]
    public async Task Invalid_choice_gets_a_note(string customId, params string[] chosen)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.True((await newsroom.PressAsync(customId, chosen)).IsPrivate);
    }

    [Fact]
    public async Task Timeline_shows_each_outlet_with_its_distance_from_the_first()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await WriteHarbourStoryAsync(newsroom, outlets: 13);

        var first = await newsroom.RunAsync("/timeline story:Harbour opens");
        var key = Newsroom.KeyOf("harbour.md", "https://outlet0.example/it");

        first.Approve("timeline", Here(), $"timeline:{key}:-1", $"timeline:{key}:1");
        (await newsroom.PressAsync(first, "More ▶")).Approve("timeline-end", Here(), $"timeline:{key}:0", $"timeline:{key}:2");
    }

    [Fact]
    public async Task Member_chooses_a_story_on_the_local_Discord()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        desk.Write("1.md", "Storm cuts power");
        desk.Write("2.md", "Storm names from schools");
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();

        var asked = await desk.InteractAsync($$"""{"as": "member", "channel": "news", "command": "/article title:storm"}""");
        var chosen = await desk.SelectAsync(asked.GetProperty("message"), $"{Newsroom.KeyOf("1.md", "https://gazette.example/1.md")}");

        var message = chosen.GetProperty("message");
        Assert.Equal(asked.GetProperty("message").GetProperty("id").GetString(), message.GetProperty("id").GetString());
        Assert.Equal("Storm cuts power", Posted.Title(message));
        Assert.Equal("", message.GetProperty("content").GetString());
    }

    /// <summary>Half an hour between two outlets, and a last one that says no time.</summary>
    static async Task WriteHarbourStoryAsync(Newsroom newsroom, int outlets)
    {
        var start = DateTimeOffset.Parse("2026-11-23T06:00:00Z");
        var related = string.Concat(Enumerable.Range(1, outlets - 1).Select(number => $$"""
              - title: "What outlet {{number}} says of it"
                webUrl: https://outlet{{number}}.example/it
                {{(number == outlets - 1 ? "" : $"publishedDateTime: {start.AddMinutes(30 * number):yyyy-MM-ddTHH:mm:ssZ}")}}
                provider: {name: Outlet {{number}}, domain: outlet{{number}}.example}

            """));
        newsroom.Write("harbour.md", $$"""
            title: "Harbour opens again"
            publishedDateTime: {{start:yyyy-MM-ddTHH:mm:ssZ}}
            webUrl: https://outlet0.example/it
            provider: {name: Outlet 0, domain: outlet0.example}
            related:
            {{related}}
            """);
        await newsroom.ImportAsync();
    }

    static string Here([CallerFilePath] string file = "") => file;
}
