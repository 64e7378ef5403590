using System.Runtime.CompilerServices;
using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>All coverage of a story, from buttons of any age.</summary>
public class CoveragePagesTests
{
    [Fact]
    public async Task Reprints_are_listed_below_the_original()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await WriteFerryStoryAsync(newsroom);

        var reply = await newsroom.RunAsync("/related article:Night ferries");

        reply.Approve("coverage-reprints", ThisFile());
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
        Assert.Equal((await newsroom.RunAsync("/related article:Night ferries")).Embeds, reply.Embeds);
    }

    [Theory]
    [InlineData("de", "Alle Berichte", "Weiter ▶", "Weitere Berichte gibt es nicht.")]
    [InlineData("en-GB", "All coverage", "More ▶", "There is no more coverage.")]
    [InlineData("es-419", "Toda la cobertura", "Más ▶", "No hay más artículos.")]
    [InlineData("ja", "All coverage", "More ▶", "There is no more coverage.")]
    public async Task Pages_are_in_the_language_of_whoever_opens_them(string language, string heading, string more, string end)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var opened = await newsroom.PressAsync(Newsroom.Interaction($"coverage:{Newsroom.Key(12)}:-2") with { Language = language });
        var beyond = await newsroom.PressAsync(Newsroom.Interaction($"coverage:{Newsroom.Key(12)}:9") with { Language = language });

        Assert.Equal((heading, more), (opened.Embeds.Single().Author?.Name, opened.Buttons().Last().Label));
        Assert.Equal(end, beyond.Embeds.Single().Description);
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
