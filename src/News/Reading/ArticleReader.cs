namespace News.Reading;

/// <summary>Reads one article file: front matter by its fields, then the body.</summary>
public static class ArticleReader
{
    public static ArticleReading Read(string path, ReadOnlySpan<byte> bytes)
    {
        var problems = new List<ContentProblem>();
        if (ContentText.Decode(path, bytes, problems) is not { } text
            || FrontMatter.Split(path, text, problems) is not { } frontMatter
            || FrontMatterParser.Parse(path, frontMatter, problems) is not { } map)
        {
            return new(null, problems);
        }

        var fields = new FieldReader(path, map, problems);
        var topics = Topics(fields);
        var article = Article(path, fields, topics, frontMatter.Body);
        problems.Sort((a, b) => (a.Line, a.Column).CompareTo((b.Line, b.Column)));
        return problems.Exists(problem => problem.Severity is ContentSeverity.Error)
            ? new(null, problems)
            : new(article, problems)
            {
                TopicPlaces = [.. topics.Select(topic => topic.Place)],
                ProviderPlace = ProviderPlace(fields),
            };
    }

    static Article Article(string path, FieldReader fields, IReadOnlyList<PlacedText> topics, string body)
    {
        // A required field that is missing has been reported by then, and the reading is discarded.
        var article = new Article
        {
            Path = path,
            Title = fields.RequiredText("title", "title: \"What happened\"") ?? "",
            Excerpt = fields.Text("excerpt") ?? "",
            PublishedAt = fields.RequiredDate("publishedDateTime", "publishedDateTime: 2026-08-14T09:30Z") ?? default,
            WebUrl = fields.Link("webUrl"),
            OriginalUrl = fields.Link("originalUrl"),
            AmpWebUrl = fields.Link("ampWebUrl"),
            CdnAmpWebUrl = fields.Link("cdnAmpWebUrl"),
            Category = fields.Text("category") ?? "",
            Type = fields.Text("type") ?? "article",
            Quality = fields.Number("quality"),
            Heat = Heat(fields),
            Published = fields.Flag("published") ?? true,
            Provider = Provider(fields),
            Topics = [.. topics.Select(topic => topic.Text)],
            Images = Images(fields),
            Related = [.. fields.Groups("related").Select(Related)],
            Body = body,
        };
        if (fields.IsAbsent("webUrl") && fields.IsAbsent("originalUrl"))
            fields.Missing("webUrl", "webUrl: \"https://example.com/story\"");
        fields.Ignore("featuredContent", "secured");
        fields.WarnOfMisspellings();
        return article;
    }

    static IReadOnlyList<PlacedText> Topics(FieldReader fields) =>
        [.. fields.Texts("topics").Where(topic => Topic.SlugOf(topic.Text).Length > 0).DistinctBy(topic => Topic.SlugOf(topic.Text))];

    static TextPlace? ProviderPlace(FieldReader owner) =>
        owner.Group("provider") is { } fields ? fields.Place("name") ?? fields.Place("domain") : null;

    static RelatedArticle Related(FieldReader fields)
    {
        var webUrl = fields.Link("webUrl");
        var related = new RelatedArticle
        {
            Title = fields.RequiredText("title", "title: \"What happened\"") ?? "",
            Excerpt = fields.Text("excerpt") ?? "",
            PublishedAt = fields.Date("publishedDateTime"),
            Link = webUrl ?? fields.Link("originalUrl"),
            AmpWebUrl = fields.Link("ampWebUrl"),
            CdnAmpWebUrl = fields.Link("cdnAmpWebUrl"),
            Type = fields.Text("type") ?? "article",
            Provider = Provider(fields),
            Quality = fields.Number("quality"),
            Image = Images(fields).FirstOrDefault(),
        };
        fields.Ignore("category", "heat", "published", "topics", "featuredContent", "secured");
        fields.WarnOfMisspellings();
        return related;
    }

    static Provider Provider(FieldReader owner)
    {
        if (owner.Group("provider") is not { } fields)
            return News.Provider.Unknown;

        var provider = new Provider(fields.Text("name") ?? "", fields.Text("domain") ?? "", Images(fields).FirstOrDefault()?.Url);
        fields.WarnOfMisspellings();
        return provider;
    }

    static Image[] Images(FieldReader owner) => [.. owner.Groups("images").Select(Image).OfType<Image>()];

    static Image? Image(FieldReader fields)
    {
        var url = fields.Link("url");
        if (fields.IsAbsent("url"))
            fields.Missing("url", "- url: \"https://example.com/picture.jpg\"");
        var image = url is null ? null : new Image(url, fields.Number("width"), fields.Number("height"));
        fields.Ignore("width", "height", "isCached", "title", "attribution");
        fields.WarnOfMisspellings();
        return image;
    }

    static int? Heat(FieldReader fields) => fields.Number("heat") is >= 0 and var heat ? heat : null;
}
