using Articles.Stories;
using CsCheck;

namespace Articles.Tests.Stories;

public class CoverageTests
{
    static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-24T12:00:00Z");

    [Fact]
    public void Lead_is_the_best_then_the_earliest_then_the_first_stored()
    {
        Article[] articles =
        [
            Ours(4, quality: 50, hour: 9), Ours(3, quality: 70, hour: 8), Ours(2, quality: 70, hour: 7), Ours(1, quality: 70, hour: 7),
        ];

        var story = Story.Of(9, articles, Noon);

        Assert.Equal((9, 1, Noon), (story.Id, story.Lead.Id, story.FirstSeenAt));
        Assert.Equal([1, 2, 3, 4], story.Articles.Select(article => article.Id));
    }

    [Fact]
    public void Same_address_in_any_form_is_one_link_and_our_article_wins()
    {
        const string amp = "https://gazette-example.cdn.ampproject.org/c/s/gazette.example/storm/amp/";
        var ours = Ours(1) with
        {
            WebUrl = new("https://gazette.example/storm?utm_source=feed"),
            Related = [Elsewhere("gazette.example", "Storm", "https://www.gazette.example/storm/")],
        };
        var listing = Ours(2, domain: "lantern.example") with { Related = [Elsewhere("", "Storm", amp)] };

        var coverage = Coverage.Of([ours, listing]);

        Assert.Equal((2, 2, 2), (coverage.Links, coverage.Outlets, coverage.Independent));
        Assert.Equal([1, 2], coverage.Lines.Select(line => line.ArticleId!.Value));
    }

    [Fact]
    public void Mention_with_more_details_is_shown()
    {
        var bare = Elsewhere("", "Storm", "https://wire.example/storm");
        var full = Elsewhere("wire.example", "Storm cuts power", "https://wire.example/storm/amp") with
        {
            Excerpt = "Lines are down.",
            Quality = 60,
        };

        var coverage = Coverage.Of([Ours(1) with { Related = [bare, full] }]);

        Assert.Contains(coverage.Lines, line => line is { Title: "Storm cuts power", Quality: 60 });
        Assert.Equal(2, coverage.Links);
    }

    [Fact]
    public void Reprint_folds_under_the_better_line()
    {
        var wire = Elsewhere("wire.example", "Ferry runs aground off Kelm harbour", "https://wire.example/1") with
        {
            Quality = 80,
            Excerpt = "All aboard are safe, the coast guard said on Monday morning.",
        };
        var copy = Elsewhere("mirror.example", "Ferry Runs Aground off Kelm Harbour | Mirror", "https://mirror.example/2") with
        {
            Quality = 40,
            PublishedAt = Noon.AddDays(-3),
            Provider = new("Mirror", "mirror.example"),
        };
        var own = Elsewhere("post.example", "Ferry runs aground off Kelm harbour", "https://post.example/3") with
        {
            Quality = 60,
            Excerpt = "What the captain of the ship told our reporter about the night.",
        };

        var coverage = Coverage.Of([Ours(1) with { Related = [copy, own, wire] }]);

        Assert.Equal(["wire.example", "post.example", "gazette.example"], coverage.Lines.Select(line => line.Provider.Domain));
        Assert.Equal("mirror.example", Assert.Single(coverage.Lines[0].Reprints).Provider.Domain);
        Assert.Equal((4, 4, 3), (coverage.Links, coverage.Outlets, coverage.Independent));
        Assert.Equal("mirror.example", coverage.First!.Provider.Domain);
    }

    [Fact]
    public void Same_outlet_twice_is_two_lines_but_one_outlet()
    {
        var one = Elsewhere("wire.example", "Ferry runs aground off Kelm harbour", "https://wire.example/1");
        var two = one with { Link = new("https://wire.example/2") };

        var coverage = Coverage.Of([Ours(1) with { Related = [one, two] }]);

        Assert.Equal((3, 2, 3), (coverage.Links, coverage.Outlets, coverage.Independent));
    }

    [Fact]
    public void Time_in_the_future_is_neither_first_nor_latest_and_comes_last()
    {
        var future = Elsewhere("clock.example", "Tomorrow", "https://clock.example/1") with { PublishedAt = Noon.AddHours(5) };
        var unknown = Elsewhere("none.example", "Whenever", "https://none.example/1");

        var coverage = Coverage.Of([Ours(1, quality: null) with { Related = [unknown, future] }], Noon);

        Assert.Equal(1, coverage.First!.ArticleId);
        Assert.Equal(1, coverage.Latest!.ArticleId);
        Assert.Equal(1, coverage.Lines[0].ArticleId);
        Assert.Null(coverage.Best);
    }

    [Fact]
    public void Unnamed_outlet_is_known_by_its_link()
    {
        var unnamed = Elsewhere("", "Storm", "https://m.wire.example/storm");
        var named = Elsewhere("www.Wire.example", "Calm", "https://wire.example/calm");

        var coverage = Coverage.Of([Ours(1) with { Related = [unnamed, named] }]);

        Assert.Equal(2, coverage.Outlets);
    }

    [Fact]
    public void Counts_of_any_coverage_agree() => GenArticles.Sample(articles =>
    {
        var coverage = Coverage.Of(articles, Noon);

        var all = coverage.Lines.SelectMany(line => line.Reprints.Prepend(line)).ToList();
        Assert.Equal(coverage.Links, all.Count);
        Assert.InRange(coverage.Outlets, Math.Min(1, all.Count), all.Count);
        Assert.Equal(articles.Length > 0, coverage.Lines.Count > 0);
        foreach (var line in new[] { coverage.First, coverage.Best, coverage.Latest }.OfType<CoverageLine>())
            Assert.Contains(line.Link, all.Select(other => other.Link));
        Assert.True(coverage.First is null || coverage.Latest is null || coverage.First.PublishedAt <= coverage.Latest.PublishedAt);
        Assert.Equal(coverage.Lines.Max(line => line.Quality), coverage.Best?.Quality);
    }, iter: 3000);

    static readonly Gen<string> GenTitle = Gen.OneOf(
        Gen.String,
        OneOf("", "\uD800", "&#55296; &amp; &", "Ferry runs aground off Kelm harbour", "Ferry runs aground off Kelm harbor - Wire",
            "ferry aground", "大雪で列車が止まる北海道の朝", "الجسر الجديد يفتح أبوابه اليوم", "e\u0301\u200D👩‍👩‍👧", " - | ", "<b><<<",
            new string('x', 300)));

    static readonly Gen<Uri?> GenLink = OneOf<Uri?>(
        null, new("https://wire.example/1"), new("https://wire.example/1/amp"), new("https://wire.example"),
        new("https://post.example/2?a=b"), new("mailto:a@b.example"), new("/relative", UriKind.Relative),
        new("https://аpple.example/ä"), new("http://[::1]:8080/x"), new("file:///etc/passwd"));

    static readonly Gen<Provider> GenProvider = Gen.Select(
        OneOf("", "Wire", "The Post", "\uDC00"),
        OneOf("", "wire.example", "www.Post.example", "..."),
        (name, domain) => new Provider(name, domain));

    static readonly Gen<DateTimeOffset?> GenTime =
        OneOf<DateTimeOffset?>(null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Noon, Noon.AddHours(-1), Noon.AddHours(1));

    static readonly Gen<RelatedArticle> GenRelated =
        from title in GenTitle
        from excerpt in GenTitle
        from link in GenLink
        from amp in GenLink
        from provider in GenProvider
        from at in GenTime
        from quality in OneOf<int?>(null, int.MinValue + 1, int.MaxValue, 50)
        select new RelatedArticle
        {
            Title = title,
            Excerpt = excerpt,
            Link = link,
            AmpWebUrl = amp,
            Provider = provider,
            PublishedAt = at,
            Quality = quality,
        };

    static readonly Gen<Article[]> GenArticles = (
        from related in GenRelated.Array[0, 8]
        from self in GenRelated
        from id in Gen.Long
        select new Article
        {
            Id = id,
            Path = "a.md",
            Title = self.Title,
            Excerpt = self.Excerpt,
            WebUrl = self.Link,
            AmpWebUrl = self.AmpWebUrl,
            Provider = self.Provider,
            PublishedAt = self.PublishedAt ?? Noon,
            Quality = self.Quality,
            Related = related,
        }).Array[0, 4];

    static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    static Article Ours(long id, int? quality = 50, int hour = 8, string domain = "gazette.example") => new()
    {
        Id = id,
        Path = $"{id}.md",
        Title = $"Article {id}",
        PublishedAt = new(2026, 11, 24, hour, 0, 0, TimeSpan.Zero),
        WebUrl = new($"https://{domain}/{id}"),
        Provider = new("", domain),
        Quality = quality,
    };

    static RelatedArticle Elsewhere(string domain, string title, string link) =>
        new() { Title = title, Link = new(link), Provider = new("", domain) };
}
