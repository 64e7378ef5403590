using Articles.Text;

namespace Articles.Files;

/// <summary>What a file says: an article, or the problems that keep it from being one.</summary>
/// <param name="Article">Null if any problem is an error.</param>
/// <param name="Problems">All of the file's problems, in the file's order.</param>
public sealed record ArticleReading(Article? Article, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>The place of each of the article's topics, in their order. Whether a topic is known depends on other files.</summary>
    public IReadOnlyList<TextPlace> TopicPlaces { get; init; } = [];

    /// <summary>The place of the provider's name, or else of its domain; null if the file gives neither.</summary>
    public TextPlace? ProviderPlace { get; init; }

    /// <summary>The place of the link that readers follow.</summary>
    public TextPlace? LinkPlace { get; init; }
}

/// <summary>Reads one article file: the fields of its front matter, then the body.</summary>
public static class ArticleReader
{
    const string Ending = ".md";

    /// <summary>Other endings of Markdown files. Such a file is an error, so that nobody waits for it.</summary>
    static readonly string[] OtherEndings = [".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtxt", ".mdtext", ".mdx", ".md.txt"];

    /// <summary>Whether a file of this name is an article, or was probably meant to be one.</summary>
    internal static bool IsNamedLikeArticle(ReadOnlySpan<char> name)
    {
        if (name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var ending in OtherEndings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Throws for no bytes, and takes less than a second for any.</summary>
    /// <param name="path">The file's path below the content folder.</param>
    /// <param name="bytes">The whole file; of one that is too large, the first byte too many is enough.</param>
    /// <param name="now">To warn of a date in the future; null skips that check.</param>
    public static ArticleReading Read(string path, ReadOnlySpan<byte> bytes, DateTimeOffset? now = null)
    {
        var problems = new ContentProblems(path);
        if (!path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(path).Replace(Ending, "", StringComparison.OrdinalIgnoreCase);
            problems.Error(1, 1, $"The name of an article's file ends in {Ending}. Rename this one to {name}{Ending}.");
            return new(null, problems.All());
        }

        if (FrontMatter.Split(bytes, problems) is not { } frontMatter || frontMatter.Parse(problems) is not { } map)
            return new(null, problems.All());

        var fields = new FieldReader(map, ContentFormat.Article, problems);
        var topics = Topics(fields, problems);
        var provider = fields.Group("provider");
        var article = Article(path, fields, topics, provider, frontMatter.Body);
        WarnOfDoubts(article, fields, now);
        HeldBack.Report(path, isHeld: !article.Published, map, ContentFormat.Article, problems);
        fields.WarnOfTypos();
        return problems.HaveErrors
            ? new(null, problems.All())
            : new(article, problems.All())
            {
                TopicPlaces = [.. topics.Select(topic => topic.Place)],
                ProviderPlace = provider?.Place("name") ?? provider?.Place("domain"),
                LinkPlace = fields.Place("webUrl") ?? fields.Place("originalUrl"),
            };
    }

    static Article Article(
        string path, FieldReader fields, List<(string Text, TextPlace Place)> topics, FieldReader? provider, string body)
    {
        // If a required field is missing, that is reported and the article discarded.
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
            Images = SizedImages(fields),
            Related = [.. fields.Groups("related").Select(Related)],
            Body = body,
        };
        if (fields.IsAbsent("webUrl") && fields.IsAbsent("originalUrl"))
            fields.Missing("webUrl");
        return article;
    }

    /// <summary>Warns of what can be read, but is probably not what was meant.</summary>
    static void WarnOfDoubts(Article article, FieldReader fields, DateTimeOffset? now)
    {
        var (title, excerpt) = (article.Title.Length, article.Excerpt.Length);
        if (title > TextLimits.TitleLength)
        {
            fields.Warn("title",
                $"The title has {title} characters, but a card shows only {TextLimits.TitleLength}. Move some of it to the excerpt.");
        }

        if (excerpt > TextLimits.ExcerptLength)
        {
            fields.Warn("excerpt",
                $"The excerpt has {excerpt} characters, but a card shows at most {TextLimits.ExcerptLength}. "
                + "Move long text below the front matter.");
        }

        // An article that is held back may be dated for the day on which it will be published.
        if (article.Published && article.PublishedAt > now + TextLimits.FutureTolerance)
        {
            fields.Warn("publishedDateTime",
                "publishedDateTime is in the future, but that doesn't hold the article back. "
                + "Write published: false until then, or correct the date.");
        }
    }

    static List<(string Text, TextPlace Place)> Topics(FieldReader fields, ContentProblems problems)
    {
        var topics = new List<(string, TextPlace)>();
        var slugs = new HashSet<string>();
        foreach (var topic in fields.Texts("topics"))
        {
            if (Topic.SlugOf(topic.Text) is not { Length: > 0 } slug)
                problems.Warning(topic.Place.Line, topic.Place.Column, $"\"{topic.Text}\" is not the name of a topic, so it is ignored.");
            else if (slugs.Add(slug))
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
            Image = SizedImages(fields) is [var first, ..] ? first : null,
        };
        if (fields.IsAbsent("webUrl") && fields.IsAbsent("originalUrl"))
        {
            fields.Warn("title",
                "This related item has no link, so nobody can open it. Add a line such as webUrl: \"https://example.com/story\"");
        }

        fields.WarnOfTypos();
        return related;
    }

    static string Type(FieldReader fields) => fields.Text("type") is { Length: > 0 } type ? type : "article";

    static Provider Provider(FieldReader? fields)
    {
        if (fields is null)
            return Articles.Provider.Unknown;

        var icon = Images(fields.Groups("images"), image => image.Link("url")) is [var first, ..] ? first.Url : null;
        var provider = new Provider(fields.Text("name") ?? "", fields.Text("domain") ?? "", icon);
        fields.WarnOfTypos();
        return provider;
    }

    static List<Image> SizedImages(FieldReader owner)
    {
        var groups = owner.Groups("images");
        foreach (var image in groups)
        {
            if (image.IsAbsent("width") || image.IsAbsent("height"))
                image.Warn("url", "This image has no size, so pages jump when it loads. Add its width and height in pixels.");
        }

        return Images(groups, image => image.Link("url"));
    }

    /// <summary>Whether Discord can show an image; if not, that is a warning at its address.</summary>
    internal static bool IsShown(FieldReader fields, string name, Uri image, int? width = null, int? height = null)
    {
        var problem = Pictures.Problem(image, width, height);
        if (problem is not null)
            fields.Warn(name, $"This image is {problem}, so it is skipped. Use a JPEG, PNG, GIF or WebP.");
        return problem is null;
    }

    /// <param name="address">Reads the field <c>url</c>.</param>
    internal static List<Image> Images(IReadOnlyList<FieldReader> groups, Func<FieldReader, Uri?> address)
    {
        var images = new List<Image>(groups.Count);
        foreach (var fields in groups)
        {
            if (fields.IsAbsent("url"))
                fields.Missing("url");
            var (width, height) = (fields.Number("width"), fields.Number("height"));
            _ = fields.Flag("isCached");
            if (address(fields) is { } url && IsShown(fields, "url", url, width, height))
                images.Add(new(url, width, height));
            fields.WarnOfTypos();
        }

        return images;
    }
}
