using Microsoft.Data.Sqlite;
using News.Importing;
using News.Reading;
using News.Stories;

namespace News.Storage;

/// <summary>Writes articles inside a transaction, with commands that are prepared once: an import may bring a hundred thousand.</summary>
sealed class ArticleWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    readonly TopicIndex topics = new(connection, transaction);

    readonly SearchWriter search = new(connection);

    readonly StoryWriter stories = new(connection);

    // Two statements, since one that inserts or updates and returns the key takes several times as long.
    readonly PreparedCommand insert = new(connection,
        """
        insert into articles
            (path, title, excerpt, published_at, web_url, original_url, amp_web_url, cdn_amp_web_url, category, type,
             quality, heat, published, provider_name, provider_domain, provider_icon, provider_line, provider_column, body)
        values
            ($path, $title, $excerpt, $published_at, $web_url, $original_url, $amp_web_url, $cdn_amp_web_url, $category, $type,
             $quality, $heat, $published, $provider_name, $provider_domain, $provider_icon, $provider_line, $provider_column, $body)
        """);

    readonly PreparedCommand update = new(connection,
        """
        update articles
        set path = $path, title = $title, excerpt = $excerpt, published_at = $published_at, web_url = $web_url,
            original_url = $original_url, amp_web_url = $amp_web_url, cdn_amp_web_url = $cdn_amp_web_url,
            category = $category, type = $type, quality = $quality, heat = $heat, published = $published,
            provider_name = $provider_name, provider_domain = $provider_domain, provider_icon = $provider_icon,
            provider_line = $provider_line, provider_column = $provider_column, body = $body, removed_at = null
        where id = $id
        """);

    readonly PreparedCommand clearTopics = new(connection, "delete from article_topics where article_id = $article_id");

    readonly PreparedCommand fileUnderTopic = new(connection,
        """
        insert or ignore into article_topics (topic_id, published_at, article_id, position, is_inherited, is_inferred, line, column)
        values ($topic_id, $published_at, $article_id, $position, $is_inherited, $is_inferred, $line, $column)
        """);

    readonly PreparedCommand clearLinks = new(connection, "delete from article_links where article_id = $article_id");

    readonly PreparedCommand addLink = new(connection,
        """
        insert into article_links (link, article_id)
        values ($link, $article_id)
        """);

    readonly PreparedCommand clearImages = new(connection, "delete from images where article_id = $article_id");

    readonly PreparedCommand addImage = new(connection,
        """
        insert into images (article_id, position, url, width, height)
        values ($article_id, $position, $url, $width, $height)
        """);

    readonly PreparedCommand clearRelated = new(connection, "delete from related_articles where article_id = $article_id");

    readonly PreparedCommand addRelated = new(connection,
        """
        insert into related_articles
            (article_id, position, title, excerpt, published_at, link, amp_web_url, cdn_amp_web_url, type,
             provider_name, provider_domain, provider_icon, quality, image_url, image_width, image_height)
        values
            ($article_id, $position, $title, $excerpt, $published_at, $link, $amp_web_url, $cdn_amp_web_url, $type,
             $provider_name, $provider_domain, $provider_icon, $quality, $image_url, $image_width, $image_height)
        """);

    readonly PreparedCommand remove = new(connection,
        """
        update articles
        set removed_at = $now
        where id = $id
        """);

    /// <summary>Stores an article that is none of those stored.</summary>
    /// <param name="article">What its file says now.</param>
    /// <param name="reading">Where things stand in the file.</param>
    /// <returns>The article's key.</returns>
    public long Add(Article article, ArticleKeys keys, ArticleReading reading)
    {
        var id = insert.Inserted(Columns(article, reading));
        AddParts(id, article, keys.Links, reading);
        search.Add(id, article);
        stories.Save(id, before: [], keys.Stories);
        return id;
    }

    /// <inheritdoc cref="Add"/>
    /// <summary>Stores what a stored article says now.</summary>
    /// <param name="before">What is stored of it.</param>
    public void Replace(long id, ArticleVersion before, Article article, ArticleKeys keys, ArticleReading reading)
    {
        update.Run([.. Columns(article, reading), ("$id", id)]);
        foreach (var clear in (PreparedCommand[])[clearTopics, clearLinks, clearImages, clearRelated])
            clear.Run(("$article_id", id));
        AddParts(id, article, keys.Links, reading);
        search.Replace(id, article);
        var clues = StoryClues.Of(before.Article);
        stories.Save(id, clues.Keys(), keys.Stories);
        if (before.WasListed)
            stories.Note(id, before.IsVisible, !SeenByReaders.IsSame(before.Article, article), StoryClues.Of(article).Listed.Keys.Except(clues.Listed.Keys).Any());
    }

    /// <summary>The article is no longer shown; it stays, so that it is not news when it comes back.</summary>
    public void Remove(long id, ArticleVersion before, string now)
    {
        remove.Run(("$now", now), ("$id", id));
        search.Replace(id, article: null);
        if (before.WasListed)
            stories.Note(id, before.IsVisible);
    }

    /// <summary>Files an article under other topics than before, those that its words suggest.</summary>
    public void FileAnew(long id, ArticleVersion before, Article article)
    {
        clearTopics.Run(("$article_id", id));
        FileUnderTopics(id, article, places: []);
        search.Replace(id, article);
        if (before.WasListed)
            stories.Note(id, before.IsVisible, isEdited: true);
    }

    /// <summary>What is left to do before the transaction is committed.</summary>
    public void Finish()
    {
        search.Write();
        stories.Write();
    }

    public void Dispose()
    {
        topics.Dispose();
        search.Dispose();
        stories.Dispose();
        foreach (var command in (PreparedCommand[])[insert, update, clearTopics, fileUnderTopic, clearLinks, addLink, clearImages, addImage, clearRelated, addRelated, remove])
            command.Dispose();
    }

    static (string Name, object? Value)[] Columns(Article article, ArticleReading reading) =>
    [
        ("$path", article.Path), ("$title", article.Title), ("$excerpt", article.Excerpt), ("$published_at", UtcText.Of(article.PublishedAt)),
        ("$web_url", article.WebUrl?.AbsoluteUri), ("$original_url", article.OriginalUrl?.AbsoluteUri),
        ("$amp_web_url", article.AmpWebUrl?.AbsoluteUri), ("$cdn_amp_web_url", article.CdnAmpWebUrl?.AbsoluteUri),
        ("$category", article.Category), ("$type", article.Type), ("$quality", article.Quality), ("$heat", article.Heat),
        ("$published", article.Published), ("$provider_name", article.Provider.Name), ("$provider_domain", article.Provider.Domain),
        ("$provider_icon", article.Provider.Icon?.AbsoluteUri), ("$provider_line", reading.ProviderPlace?.Line), ("$provider_column", reading.ProviderPlace?.Column),
        ("$body", article.Body),
    ];

    void AddParts(long id, Article article, IReadOnlyCollection<string> links, ArticleReading reading)
    {
        FileUnderTopics(id, article, reading.TopicPlaces);
        foreach (var link in links)
            addLink.Run(("$link", link), ("$article_id", id));
        foreach (var (position, image) in article.Images.Index())
            addImage.Run(("$article_id", id), ("$position", position), ("$url", image.Url.AbsoluteUri), ("$width", image.Width), ("$height", image.Height));
        foreach (var (position, related) in article.Related.Index())
            AddRelated(id, position, related);
    }

    void FileUnderTopics(long id, Article article, IReadOnlyList<TextPlace> places)
    {
        var own = article.Topics.Select(topics.IdOf).ToList();
        foreach (var (position, topic) in own.Index())
            FileUnderTopic(id, article, topic, position, isInherited: false, position < places.Count ? places[position] : null);
        foreach (var topic in own.SelectMany(topics.Above))
            FileUnderTopic(id, article, topic, position: 0, isInherited: true, place: null);
    }

    void FileUnderTopic(long id, Article article, long topic, int position, bool isInherited, TextPlace? place) => fileUnderTopic.Run(
        ("$topic_id", topic), ("$published_at", UtcText.Of(article.PublishedAt)), ("$article_id", id), ("$position", position),
        ("$is_inherited", isInherited), ("$is_inferred", article.AreTopicsInferred), ("$line", place?.Line), ("$column", place?.Column));

    void AddRelated(long id, int position, RelatedArticle related) => addRelated.Run(
        ("$article_id", id), ("$position", position), ("$title", related.Title), ("$excerpt", related.Excerpt),
        ("$published_at", related.PublishedAt is { } at ? UtcText.Of(at) : null), ("$link", related.Link?.AbsoluteUri),
        ("$amp_web_url", related.AmpWebUrl?.AbsoluteUri), ("$cdn_amp_web_url", related.CdnAmpWebUrl?.AbsoluteUri),
        ("$type", related.Type), ("$provider_name", related.Provider.Name), ("$provider_domain", related.Provider.Domain),
        ("$provider_icon", related.Provider.Icon?.AbsoluteUri), ("$quality", related.Quality),
        ("$image_url", related.Image?.Url.AbsoluteUri), ("$image_width", related.Image?.Width), ("$image_height", related.Image?.Height));
}
