using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bot.Commands.Interactions;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Shared;

namespace Bot.Tests.Commands;

/// <summary>All coverage of a story, from buttons of any age.</summary>
public partial class CoveragePagesTests
{
    [Fact]
    public async Task Reprints_are_listed_below_the_original()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await WriteFerryStoryAsync(newsroom);

        var reply = await newsroom.RunAsync("/related article:Night ferries");

        var key = Newsroom.KeyOf("13.md", "https://gazette.example/13");
        string[] orders = [$"coverage:{key}:0:0:=order", $"coverage:{key}:0:1:=order", $"coverage:{key}:0:2:=order"];
        reply.Approve("coverage-reprints", ThisFile(), [.. orders, $"timeline:{key}:-2"]);
    }

    [Fact]
    public async Task First_report_comes_first_even_if_it_is_a_reprint()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await WriteFerryStoryAsync(newsroom);
        var opened = await newsroom.RunAsync("/related article:Night ferries");

        var first = await newsroom.PressAsync(opened, "First");
        var latest = await newsroom.PressAsync(first, "Latest");
        var top = await newsroom.PressAsync(latest, "Top");

        Assert.Equal(["Coast Wire", "Harbour Gazette", "The Lantern"], Outlets(first));
        Assert.Equal(["The Lantern", "Harbour Gazette", "Coast Wire"], Outlets(latest));
        Assert.Equal(opened.Text(), top.Text());
        Assert.All([first, latest, top], reply => Assert.True(reply.Replaces));
    }

    [Fact]
    public async Task Pages_keep_their_order()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        newsroom.Write("20.md", $"""
            title: "Nineteen ways to cross the bay"
            publishedDateTime: 2026-11-20T08:00:00Z
            webUrl: https://gazette.example/20
            provider: {"{"}name: Harbour Gazette, domain: gazette.example{"}"}
            related:
            {string.Concat(Enumerable.Range(1, 18).Select(number => $$"""
              - title: "Crossing number {{number}} of the {{number}}th ferry {{(char)('a' + number)}}"
                webUrl: https://outlet{{number}}.example/1
                publishedDateTime: 2026-11-20T{{number:00}}:30:00Z
                provider: {name: Outlet {{number}}, domain: outlet{{number}}.example}

            """))}
            """);
        await newsroom.ImportAsync();

        var latest = await newsroom.PressAsync(await newsroom.RunAsync("/related article:Nineteen ways"), "Latest");
        var second = await newsroom.PressAsync(latest, "More ▶");
        var third = await newsroom.PressAsync(second, "More ▶");
        var beyond = await newsroom.PressAsync($"coverage:{Newsroom.KeyOf("20.md", "https://gazette.example/20")}:99:2");

        Assert.Equal("Outlet 18", Outlets(latest)[0]);
        Assert.Equal("Outlet 10", Outlets(second)[0]);
        Assert.Equal(["Outlet 2", "Outlet 1"], Outlets(third).TakeLast(2));
        Assert.Contains("-# 17 to 19 of 19", third.Text(), StringComparison.Ordinal);
        Assert.Equal(third.Text(), beyond.Text());
    }

    [Fact]
    public async Task Timeline_opens_for_the_one_who_pressed()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await WriteFerryStoryAsync(newsroom);

        var timeline = await newsroom.PressAsync(await newsroom.RunAsync("/related article:Night ferries"), "Timeline");

        Assert.Equal((true, false), (timeline.IsPrivate, timeline.Replaces));
        Assert.Equal((await newsroom.RunAsync("/timeline story:Night ferries")).Embeds, timeline.Embeds);
    }

    [Fact]
    public async Task Story_of_one_outlet_has_nothing_to_put_in_order()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/related article:Story 11");

        Assert.Contains("No other outlet covers this story yet.", reply.Text(), StringComparison.Ordinal);
        Assert.Empty(reply.Buttons());
    }

    [Fact]
    public async Task Page_of_an_earlier_version_becomes_one_of_components()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        desk.Write("1.md", "Storm cuts power");
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        var key = Newsroom.KeyOf("1.md", "https://gazette.example/1.md");
        await desk.Get<DiscordRest>().CreateMessageAsync(
            Snowflake.Parse(Seed.NewsChannelId, null),
            new()
            {
                Content = "All coverage",
                Embeds = [new() { Title = "Storm cuts power", Description = "**Gazette** · …" }],
                Components = [ActionRow.Of(new Button { Style = ButtonStyle.Secondary, Label = "More ▶", CustomId = $"coverage:{key}:1" })],
            },
            TestContext.Current.CancellationToken);
        var message = (await desk.MessagesAsync(Seed.NewsChannelId))[^1];

        var answer = await desk.PressAsync(message, button: 0);

        var shown = answer.GetProperty("message");
        Assert.Equal(32768, shown.GetProperty("flags").GetInt32() & 32768);
        Assert.Contains("### Storm cuts power", Posted.Text(shown), StringComparison.Ordinal);
        Assert.Equal(("", 0), (shown.GetProperty("content").GetString(), shown.GetProperty("embeds").GetArrayLength()));
    }

    [Theory]
    [InlineData("13.md", "https://gazette.example/13", -2, false)]
    [InlineData("14.md", "https://lantern.example/14", -2, false)]
    [InlineData("14.md", "https://lantern.example/14", 0, true)]
    public async Task Button_with_any_of_a_storys_articles_opens_the_story(string path, string address, int page, bool replaces)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await WriteFerryStoryAsync(newsroom);

        var reply = await newsroom.PressAsync($"coverage:{Newsroom.KeyOf(path, address)}:{page}");

        Assert.Equal((replaces, !replaces), (reply.Replaces, reply.IsPrivate));
        Assert.EndsWith((await newsroom.RunAsync("/related article:Night ferries")).Text(), reply.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Alle Berichte", "Zeitverlauf")]
    [InlineData("en-GB", "All coverage", "Timeline")]
    [InlineData("es-419", "Toda la cobertura", "Cronología")]
    [InlineData("ja", "All coverage", "Timeline")]
    public async Task Pages_are_in_the_language_of_whoever_opens_them(string language, string heading, string timeline)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var opened = await newsroom.PressAsync(Newsroom.Interaction($"coverage:{Newsroom.Key(12)}:-2") with { Language = language });

        Assert.Contains($"-# {heading}\n", opened.Text(), StringComparison.Ordinal);
        Assert.Equal(timeline, opened.Buttons().Last().Label);
    }

    /// <summary>The person's language reaches the command.</summary>
    [Theory]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData(null, "en")]
    public void Interactions_carry_the_language_of_the_persons_Discord(string? locale, string language)
    {
        var interaction = new Interaction
        {
            Id = new(1),
            ApplicationId = new(2),
            Type = InteractionType.MessageComponent,
            Token = "t",
            Locale = locale,
            Data = new() { Name = "related", CustomId = "coverage:1:-2" },
        };

        Assert.Equal((language, language), (CustomIdInteraction.From(interaction)!.Language, SlashCall.From(interaction).Language));
    }

    static IReadOnlyList<string> Outlets(Reply reply) =>
    [
        .. Component.All(reply.Components).OfType<TextDisplay>()
            .Select(text => OutletOfReport().Match(text.Content))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex(@"^\*\*([^*]+)\*\* \[")]
    private static partial Regex OutletOfReport();

    /// <summary>Two articles on one event, by a link from one to the other; two outlets print the agency's text.</summary>
    static async Task WriteFerryStoryAsync(Newsroom newsroom)
    {
        newsroom.Write("13.md", """
            title: "Night ferries to be bought by the council after all"
            excerpt: "The council voted fourteen to six to buy both night ferries and their piers."
            publishedDateTime: 2026-11-23T08:00:00Z
            webUrl: https://gazette.example/13
            quality: 90
            provider: {name: Harbour Gazette, domain: gazette.example}
            related:
              - title: "Council buys the night ferries and both of their piers"
                excerpt: "Fourteen councillors were for it, six against."
                webUrl: https://wire.example/1
                publishedDateTime: 2026-11-23T06:00:00Z
                quality: 70
                provider: {name: Coast Wire, domain: wire.example}
              - title: "Council buys the night ferries and both of their piers"
                excerpt: "Fourteen councillors were for it, six against."
                webUrl: https://post.example/1
                publishedDateTime: 2026-11-23T06:30:00Z
                provider: {name: Tidal Post, domain: post.example}
              - title: "Council buys the night ferries and both of their piers"
                excerpt: "Fourteen councillors were for it, six against."
                webUrl: https://radio.example/1
                publishedDateTime: 2026-11-23T07:00:00Z
                provider: {name: Ostrel Radio, domain: radio.example}
              - title: "What a night ferry costs"
                webUrl: https://lantern.example/14
                provider: {name: The Lantern, domain: lantern.example}
            """);
        newsroom.Write("14.md", """
            title: "What a night ferry costs"
            publishedDateTime: 2026-11-23T09:00:00Z
            webUrl: https://lantern.example/14
            provider: {name: The Lantern, domain: lantern.example}
            """);
        await newsroom.ImportAsync();
    }

    static string ThisFile([CallerFilePath] string file = "") => file;
}
