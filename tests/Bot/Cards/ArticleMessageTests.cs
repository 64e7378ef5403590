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
        var file = File.ReadAllText(Checkout.Corpus("seed-article.md")).Replace("published: false", "published: true");
        var message = Card(ArticleReader.Read("seed.md", Encoding.UTF8.GetBytes(file)).Article!);

        Assert.Empty(MessageLimits.Problems(message));
        string[] outlets = ["New York Post", "Engadget", "KRON4 News", "The Intercept", "Couriermail", "TheStreet.com", "The Guardian"];
        var text = message.Text().Replace('\u00A0', ' ');
        Assert.All(outlets[..3], outlet => Assert.Contains($"**{outlet}** [", text, StringComparison.Ordinal));
        Assert.All(outlets[3..], outlet => Assert.Contains($"[{outlet}](", text, StringComparison.Ordinal));
        Assert.DoesNotContain(" +", text, StringComparison.Ordinal);
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
        var card = Card(new() { Path = "a.md", Title = "Boat", PublishedAt = default, WebUrl = new("https://gazette.example/") });

        Assert.Equal("│ ## [Boat](https://gazette.example/)\n│\n│ [Read] [Follow]", card.Text());
    }

    static Discord.Models.CreateMessage Card(Articles.Article article) =>
        StoryMessage.For(Articles.Stories.Story.Of(article.Id, [article], article.PublishedAt), new() { Now = DateTimeOffset.MaxValue });
}
