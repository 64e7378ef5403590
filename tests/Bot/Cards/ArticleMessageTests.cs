using System.Text;
using Bot.Cards;
using Discord;
using News;
using News.Reading;
using Shared;

namespace Bot.Tests.Cards;

public class ArticleMessageTests
{
    [Fact]
    public void A_post_shows_the_article_and_its_related_coverage()
    {
        var message = ArticleMessage.For(new()
        {
            Id = 7,
            Path = "a.md",
            Title = "Ferry *late* again",
            Excerpt = "The last boat left   at noon.\nNobody was on it.",
            PublishedAt = DateTimeOffset.Parse("2026-11-20T08:00:00Z"),
            WebUrl = new("https://gazette.example/ferry"),
            Provider = new("Harbour Gazette", "gazette.example", new("https://gazette.example/icon.png")),
            Topics = ["Ferries", "Harbour"],
            Images = [new(new("https://gazette.example/ferry.jpg"), 1200, 630)],
            Related =
            [
                new() { Title = "Boat (late)", Link = new("https://post.example/a_(b)"), PublishedAt = DateTimeOffset.Parse("2026-11-20T07:00:00Z"), Provider = new("Tidal Post", "post.example") },
                new() { Title = "No link, no time", Provider = new("", "lantern.example") },
            ],
        });

        var embed = message.Embeds!.Single();
        Assert.Equal(@"Ferry \*late\* again", embed.Title);
        Assert.Equal("https://gazette.example/ferry", embed.Url);
        Assert.Equal(("Harbour Gazette", "https://gazette.example/icon.png"), (embed.Author!.Name, embed.Author.IconUrl));
        Assert.Equal(
            """
            The last boat left at noon. Nobody was on it.

            **Related coverage**
            **Tidal Post** · [Boat (late)](https://post.example/a_%28b%29) · <t:1795158000:R>
            **lantern.example** · No link, no time
            """,
            embed.Description);
        Assert.Equal("Ferries · Harbour", embed.Footer!.Text);
        Assert.Equal("https://gazette.example/ferry.jpg", embed.Image!.Url);
        var buttons = ((ActionRow)message.Components!.Single()).Components.Cast<Button>();
        Assert.Equal(["Read at Harbour Gazette", "All coverage (2)"], buttons.Select(button => button.Label));
        Assert.Empty(message.AllowedMentions.Parse);
    }

    [Fact]
    public void The_reference_article_shows_all_seven_related_items_within_every_limit()
    {
        var text = File.ReadAllText(Checkout.Corpus("seed-article.md")).Replace("published: false", "published: true");
        var message = ArticleMessage.For(ArticleReader.Read("seed.md", Encoding.UTF8.GetBytes(text)).Article!);

        AssertWithinLimits(message);
        var description = message.Embeds!.Single().Description!;
        string[] outlets = ["New York Post", "Engadget", "KRON4 News", "The Intercept", "Couriermail", "TheStreet.com", "The Guardian"];
        var places = outlets.Select(outlet => description.IndexOf($"**{outlet}** · [", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain("more", description.Split('\n')[^1]);
    }

    [Fact]
    public void Every_article_of_the_corpus_makes_a_post_within_every_limit()
    {
        var folder = new ContentFolder(Checkout.Corpus("powerapps-2021-10-01/_news"));

        Assert.All(folder.Files(), file => AssertWithinLimits(ArticleMessage.For(folder.Read(file.Path).Article!)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(400)]
    public void Text_of_any_length_stays_within_every_limit(int length)
    {
        foreach (var text in (string[])["word ", "*", "[](", "😀", "السلام ", "@everyone ", "e\u0301", "\\"])
        {
            var title = string.Concat(Enumerable.Repeat(text, length)).Trim();
            var message = ArticleMessage.For(new()
            {
                Id = long.MaxValue,
                Path = "a.md",
                Title = title,
                Excerpt = title + title,
                PublishedAt = default,
                WebUrl = new("https://gazette.example/" + new string('(', Math.Min(length * 6, 3000))),
                Provider = new(title, "gazette.example"),
                Topics = [.. Enumerable.Range(0, 30).Select(_ => title)],
                Related = [.. Enumerable.Range(0, 60).Select(i => new RelatedArticle { Title = title, Link = new($"https://post.example/{i}/" + new string(')', length)), Provider = new(title, "") })],
            });

            AssertWithinLimits(message);
        }
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        var message = ArticleMessage.For(new()
        {
            Path = "a.md",
            Title = "Boat",
            PublishedAt = default,
            WebUrl = new("https://gazette.example/"),
            Related = [.. Enumerable.Range(1, 100).Select(i => new RelatedArticle { Title = $"Coverage number {i} of the boat", Link = new($"https://post.example/{i}") })],
        });

        var lines = message.Embeds!.Single().Description!.Split('\n');

        Assert.Equal($"and {100 - (lines.Length - 2)} more", lines[^1]);
        Assert.InRange(message.Embeds!.Single().Description!.Length, 3500, DiscordLimits.EmbedDescription);
    }

    [Fact]
    public void An_article_without_anything_but_the_required_fields_is_a_plain_card()
    {
        var message = ArticleMessage.For(new() { Path = "a.md", Title = "Boat", PublishedAt = default, WebUrl = new("https://gazette.example/") });

        var embed = message.Embeds!.Single();
        Assert.Equal((null, null, null, null), (embed.Author, embed.Description, embed.Footer, embed.Image));
        Assert.Equal("Read", ((Button)((ActionRow)message.Components!.Single()).Components.Single()).Label);
    }

    [Fact]
    public void A_title_that_can_not_be_seen_and_a_link_that_is_too_long_still_make_a_message()
    {
        var message = ArticleMessage.For(new() { Path = "a.md", Title = "\u202e\u0007", PublishedAt = default, WebUrl = new("https://gazette.example/" + new string('x', 3000)) });

        Assert.Equal(("gazette.example", null), (message.Embeds!.Single().Title, message.Embeds!.Single().Url));
        Assert.Empty(message.Components!);
    }

    static void AssertWithinLimits(CreateMessage message)
    {
        var embed = message.Embeds!.Single();
        var parts = new (string? Text, int Limit)[]
        {
            (embed.Title, DiscordLimits.EmbedTitle),
            (embed.Description, DiscordLimits.EmbedDescription),
            (embed.Author?.Name, DiscordLimits.EmbedAuthor),
            (embed.Footer?.Text, DiscordLimits.EmbedFooter),
        };
        Assert.All(parts, part => Assert.InRange(part.Text?.Length ?? 1, 1, part.Limit));
        Assert.InRange(parts.Sum(part => part.Text?.Length ?? 0), 1, DiscordLimits.EmbedTotal);
        Assert.InRange(embed.Url?.Length ?? 0, 0, DiscordLimits.EmbedUrl);
        Assert.All(((ActionRow)message.Components!.Single()).Components.Cast<Button>(), button =>
        {
            Assert.InRange(button.Label!.Length, 1, DiscordLimits.ButtonLabel);
            Assert.InRange((button.CustomId ?? button.Url)!.Length, 1, button.Url is null ? DiscordLimits.CustomId : DiscordLimits.ButtonUrl);
        });
    }
}
