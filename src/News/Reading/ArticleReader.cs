namespace News.Reading;

/// <summary>What a file says: an article, or the problems that keep it from being one.</summary>
/// <param name="Article">Null when any problem is an error.</param>
/// <param name="Problems">All of the file's problems, in the file's order.</param>
public sealed record ArticleReading(Article? Article, IReadOnlyList<ContentProblem> Problems);

/// <summary>Reads one article file: front matter by its fields, then the body.</summary>
public static class ArticleReader
{
    public static ArticleReading Read(string path, ReadOnlySpan<byte> bytes)
    {
        var problems = new List<ContentProblem>();
        var article = ContentText.Decode(path, bytes, problems) is { } text
            && FrontMatter.Split(path, text, problems) is { } frontMatter
            && FrontMatterParser.Parse(path, frontMatter, problems) is { } map
                ? Article(path, new FieldReader(path, map, problems), frontMatter.Body)
                : null;

        problems.Sort((a, b) => (a.Line, a.Column).CompareTo((b.Line, b.Column)));
        return new(problems.Exists(problem => problem.Severity is ContentSeverity.Error) ? null : article, problems);
    }

    static Article Article(string path, FieldReader fields, string body)
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
            Topics = [.. fields.Texts("topics").Where(topic => Topic.SlugOf(topic).Length > 0).DistinctBy(Topic.SlugOf)],
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
