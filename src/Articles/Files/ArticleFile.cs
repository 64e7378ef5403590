namespace Articles.Files;

/// <summary>Writes article files.</summary>
public static class ArticleFile
{
    /// <summary>A file that reads back as this article: its fields in the usual order, without the empty ones.</summary>
    public static string Write(Article article)
    {
        var file = new FieldWriter();
        file.Line("---");
        file.Text("category", article.Category);
        file.Text("title", article.Title);
        file.Text("excerpt", article.Excerpt);
        file.Date("publishedDateTime", article.PublishedAt);
        file.Link("originalUrl", article.OriginalUrl);
        file.Link("webUrl", article.WebUrl);
        file.Link("ampWebUrl", article.AmpWebUrl);
        file.Link("cdnAmpWebUrl", article.CdnAmpWebUrl);
        file.Text("type", article.Type);
        file.Number("quality", article.Quality);
        file.Number("heat", article.Heat);
        file.Flag("published", article.Published);
        Write(file, article.Provider);
        if (file.Begin("topics", article.Topics.Count > 0))
        {
            foreach (var topic in article.Topics)
                file.Item(topic);
            file.End();
        }

        Write(file, article.Images);
        if (file.Begin("related", article.Related.Count > 0))
        {
            foreach (var related in article.Related)
                Write(file, related);
            file.End();
        }

        file.Line("---");
        return article.Body.Length > 0 ? $"{file}\n{article.Body}\n" : file.ToString();
    }

    static void Write(FieldWriter file, RelatedArticle related)
    {
        file.Entry();
        file.Text("title", related.Title);
        file.Text("excerpt", related.Excerpt);
        file.Date("publishedDateTime", related.PublishedAt);
        file.Link("webUrl", related.Link);
        file.Link("ampWebUrl", related.AmpWebUrl);
        file.Link("cdnAmpWebUrl", related.CdnAmpWebUrl);
        file.Text("type", related.Type);
        Write(file, related.Provider);
        file.Number("quality", related.Quality);
        Write(file, related.Image is { } image ? [image] : []);
        file.End();
    }

    static void Write(FieldWriter file, Provider provider)
    {
        if (!file.Begin("provider", provider != Provider.Unknown))
            return;
        file.Text("name", provider.Name);
        file.Text("domain", provider.Domain);
        Write(file, provider.Icon is { } icon ? [new(icon)] : []);
        file.End();
    }

    static void Write(FieldWriter file, IReadOnlyList<Image> images)
    {
        if (!file.Begin("images", images.Count > 0))
            return;
        foreach (var image in images)
        {
            file.Entry();
            file.Link("url", image.Url);
            file.Number("width", image.Width);
            file.Number("height", image.Height);
            file.End();
        }

        file.End();
    }
}
