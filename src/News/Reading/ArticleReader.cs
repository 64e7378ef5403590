namespace News.Reading;

/// <summary>Reads one article file: front matter by its fields, then the body.</summary>
public static class ArticleReader
{
    /// <param name="path">The file's path below the content folder.</param>
    /// <param name="now">To tell what claims to be from the future; null where that doesn't matter.</param>
    public static ArticleReading Read(string path, ReadOnlySpan<byte> bytes, DateTimeOffset? now = null)
    {
        var problems = new ContentProblems(path);
        if (ContentText.Decode(bytes, problems) is not { } text
            || FrontMatter.Split(text, problems) is not { } frontMatter
            || FrontMatterParser.Parse(frontMatter, problems) is not { } map)
        {
            return new(null, problems.All());
        }

        var fields = new FieldReader(map, ContentFormat.Article, problems);
        var topics = Topics(fields);
        var provider = fields.Group("provider");
        var article = Article(path, fields, topics, provider, frontMatter.Body);
        Doubt(article, fields, now);
        fields.WarnOfMisspellings();
        return problems.HaveErrors
            ? new(null, problems.All())
            : new(article, problems.All())
            {
                TopicPlaces = [.. topics.Select(topic => topic.Place)],
                ProviderPlace = provider?.Place("name") ?? provider?.Place("domain"),
                LinkPlace = fields.Place("webUrl") ?? fields.Place("originalUrl"),
            };
    }

    static Article Article(string path, FieldReader fields, List<PlacedText> topics, FieldReader? provider, string body)
    {
        // A required field that is missing has been reported by then, and the reading is discarded.
        var article = new Article
        {
            Path = path,
            Title = fields.RequiredText("title"),
            Excerpt = fields.Text("excerpt") ?? "",
            PublishedAt = fields.Date("publishedDateTime") ?? default,
            WebUrl = fields.Link("webUrl"),
            OriginalUrl = fields.Link("originalUrl"),
            AmpWebUrl = fields.Link("ampWebUrl"),
            CdnAmpWebUrl = fields.Link("cdnAmpWebUrl"),
            Category = fields.Text("category") ?? "",
            Type = Type(fields),
            Quality = fields.Number("quality"),
            Heat = fields.Number("heat") is >= 0 and var heat ? heat : null,
            Published = fields.Flag("published") ?? true,
            Provider = Provider(provider),
            Topics = [.. topics.Select(topic => topic.Text)],
            Images = Images(fields),
            Related = [.. fields.Groups("related").Select(Related)],
            Body = body,
        };
        if (fields.IsAbsent("webUrl") && fields.IsAbsent("originalUrl"))
            fields.Missing("webUrl");
        return article;
    }

    /// <summary>What can be read and is probably not as it was meant.</summary>
    static void Doubt(Article article, FieldReader fields, DateTimeOffset? now)
    {
        if (article.Title.Length > ContentLimits.TitleLength)
            fields.Warn("title", $"The title has {article.Title.Length} characters, and a card shows {ContentLimits.TitleLength}. Move what is not headline to the excerpt.");
        if (article.Excerpt.Length > ContentLimits.ExcerptLength)
            fields.Warn("excerpt", $"The excerpt has {article.Excerpt.Length} characters, and a card shows at most {ContentLimits.ExcerptLength}. Put long texts below the front matter.");
        // What is held back may well have its day to come.
        if (article.Published && article.PublishedAt > now + ContentLimits.FutureTolerance)
            fields.Warn("publishedDateTime", $"publishedDateTime is in the future, which holds nothing back. Write published: false until then, or mend the date.");
    }

    static List<PlacedText> Topics(FieldReader fields)
    {
        var topics = new List<PlacedText>();
        var slugs = new HashSet<string>();
        foreach (var topic in fields.Texts("topics"))
        {
            if (Topic.SlugOf(topic.Text) is { Length: > 0 } slug && slugs.Add(slug))
                topics.Add(topic);
        }

        return topics;
    }

    static RelatedArticle Related(FieldReader fields)
    {
        var webUrl = fields.Link("webUrl");
        var originalUrl = fields.Link("originalUrl");
        var related = new RelatedArticle
        {
            Title = fields.RequiredText("title"),
            Excerpt = fields.Text("excerpt") ?? "",
            PublishedAt = fields.Date("publishedDateTime"),
            Link = webUrl ?? originalUrl,
            AmpWebUrl = fields.Link("ampWebUrl"),
            CdnAmpWebUrl = fields.Link("cdnAmpWebUrl"),
            Type = Type(fields),
            Provider = Provider(fields.Group("provider")),
            Quality = fields.Number("quality"),
            Image = Images(fields) is [var first, ..] ? first : null,
        };
        if (fields.IsAbsent("webUrl") && fields.IsAbsent("originalUrl"))
            fields.Warn("title", "This related item has no link, so nobody can open it. Add a line such as webUrl: \"https://example.com/story\"");
        fields.WarnOfMisspellings();
        return related;
    }

    static string Type(FieldReader fields) => fields.Text("type") is { Length: > 0 } type ? type : "article";

    static Provider Provider(FieldReader? fields)
    {
        if (fields is null)
            return News.Provider.Unknown;

        var logos = Pictures.All(fields.Groups("images"), picture => picture.Link("url"));
        var provider = new Provider(fields.Text("name") ?? "", fields.Text("domain") ?? "", logos is [var first, ..] ? first.Url : null);
        fields.WarnOfMisspellings();
        return provider;
    }

    static List<Image> Images(FieldReader owner)
    {
        var groups = owner.Groups("images");
        foreach (var picture in groups)
        {
            if (picture.IsAbsent("width") || picture.IsAbsent("height"))
                picture.Warn("url", "This picture's size is not known, so pages jump when it arrives. Add width and height in pixels.");
        }

        return Pictures.All(groups, picture => picture.Link("url"));
    }
}
