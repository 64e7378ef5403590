using System.Text;
using Articles.Files;
using Bot.Cards;
using Shared;

namespace Bot.Tests.Cards;

/// <summary>Cards of the corpus's real articles.</summary>
public class ArticleMessageTests
{
    [Fact]
    public void The_reference_article_shows_all_seven_related_items_within_every_limit()
    {
        var text = File.ReadAllText(Checkout.Corpus("seed-article.md")).Replace("published: false", "published: true");
        var message = Card(ArticleReader.Read("seed.md", Encoding.UTF8.GetBytes(text)).Article!);

        Assert.Empty(MessageLimits.Problems(message));
        var description = message.Embeds!.Single().Description!;
        string[] outlets = ["New York Post", "Engadget", "KRON4 News", "The Intercept", "Couriermail", "TheStreet.com", "The Guardian"];
        Assert.All(outlets, outlet => Assert.Contains($"**{outlet}** · [", description));
        Assert.DoesNotContain(" more", description.Split('\n')[^1]);
    }

    [Fact]
    public void Every_article_of_the_corpus_makes_a_post_within_every_limit()
    {
        var folder = new ContentFolder(Checkout.Corpus("powerapps-2021-10-01/_news"));

        Assert.All(folder.Files(), file => Assert.Empty(MessageLimits.Problems(Card(folder.Read(file.Path).Article!))));
    }

    [Fact]
    public void An_article_without_anything_but_the_required_fields_is_a_plain_card()
    {
        var embed = Card(new() { Path = "a.md", Title = "Boat", PublishedAt = default, WebUrl = new("https://gazette.example/") })
            .Embeds!.Single();

        Assert.Equal((null, null, null, null, null), (embed.Author, embed.Description, embed.Footer, embed.Image, embed.Timestamp));
    }

    static Discord.Models.CreateMessage Card(Articles.Article article) =>
        StoryMessage.For(Articles.Stories.Story.Of(article.Id, [article], article.PublishedAt), new() { Now = DateTimeOffset.MaxValue });
}
