using Articles;
using Articles.Files;
using Articles.Stories;
using Desk.Archive;
using Desk.Database;

namespace Desk.Importing;

/// <summary>
/// Writes articles inside a transaction, with statements that are prepared once: an import may have a hundred thousand articles.
/// </summary>
sealed class ArticleWriter(DatabaseSession session, DateTimeOffset now) : IDisposable
{
    readonly TopicFiling topics = new(session);

    readonly SearchWriter search = new(session);

    readonly StoryWriter stories = new(session, now);

    // Two statements, since one that inserts or updates and returns the key takes several times as long.
    readonly PreparedStatement insert = session.Prepare(
        """
        insert into articles
            (path, title, excerpt, published_at, web_url, original_url, amp_web_url, cdn_amp_web_url, category, type,
             quality, heat, published, provider_name, provider_domain, provider_icon, provider_line, provider_column, body, public_key)
        values
            (@path, @title, @excerpt, @published_at, @web_url, @original_url, @amp_web_url, @cdn_amp_web_url, @category, @type,
             @quality, @heat, @published, @provider_name, @provider_domain, @provider_icon, @provider_line, @provider_column, @body,
             @public_key)
        """);

    readonly PreparedStatement update = session.Prepare(
        """
        update articles
        set path = @path, title = @title, excerpt = @excerpt, published_at = @published_at, web_url = @web_url,
            original_url = @original_url, amp_web_url = @amp_web_url, cdn_amp_web_url = @cdn_amp_web_url,
            category = @category, type = @type, quality = @quality, heat = @heat, published = @published,
            provider_name = @provider_name, provider_domain = @provider_domain, provider_icon = @provider_icon,
            provider_line = @provider_line, provider_column = @provider_column, body = @body, removed_at = null
        where id = @id
        """);

    readonly PreparedStatement clearLinks = session.Prepare("delete from article_links where article_id = @article_id");

    readonly PreparedStatement addLink = session.Prepare(
        """
        insert into article_links (link, article_id)
        values (@link, @article_id)
        """);

    readonly PreparedStatement clearImages = session.Prepare("delete from images where article_id = @article_id");

    readonly PreparedStatement addImage = session.Prepare(
        """
        insert into images (article_id, position, url, width, height)
        values (@article_id, @position, @url, @width, @height)
        """);

    readonly PreparedStatement clearRelated = session.Prepare("delete from related_articles where article_id = @article_id");

    readonly PreparedStatement addRelated = session.Prepare(
        """
        insert into related_articles
            (article_id, position, title, excerpt, published_at, link, amp_web_url, cdn_amp_web_url, type,
             provider_name, provider_domain, provider_icon, quality, image_url, image_width, image_height)
        values
            (@article_id, @position, @title, @excerpt, @published_at, @link, @amp_web_url, @cdn_amp_web_url, @type,
             @provider_name, @provider_domain, @provider_icon, @quality, @image_url, @image_width, @image_height)
        """);

    readonly PreparedStatement remove = session.Prepare(
        """
        update articles
        set removed_at = @now
        where id = @id
        """);

    /// <summary>Stores a new article.</summary>
    /// <param name="article">What its file says now.</param>
    /// <param name="reading">The places of values in the file.</param>
    /// <returns>The article's key.</returns>
    public long Add(Article article, StoryClues clues, ArticleReading reading)
    {
        // Made of what names the file: imported again after a restore, it has the key that cards have posted.
        var publicKey = RandomKey.Of($"{article.Path}\n{article.Link.AbsoluteUri}");
        var id = insert.Inserted([.. Columns(article, reading), ("@public_key", publicKey)]);
        AddParts(id, article, clues.Links, reading);
        search.Add(id, article);
        stories.Save(id, before: [], clues.Keys());
        return id;
    }

    /// <inheritdoc cref="Add"/>
    /// <summary>Stores what a stored article says now.</summary>
    /// <param name="before">The stored version.</param>
    public void Replace(long id, ArticleVersion before, Article article, StoryClues clues, ArticleReading reading)
    {
        update.Run([.. Columns(article, reading), ("@id", id)]);
        topics.Clear(id);
        foreach (var clear in (PreparedStatement[])[clearLinks, clearImages, clearRelated])
            clear.Run(("@article_id", id));
        AddParts(id, article, clues.Links, reading);
        search.Replace(id, article);
        var cluesBefore = StoryClues.Of(before.Article);
        stories.Save(id, cluesBefore.Keys(), clues.Keys());
        if (!before.WasListed)
            return;
        var isEdited = !VisibleChanges.IsSame(before.Article, article);
        var isGrown = clues.Listed.Keys.Except(cluesBefore.Listed.Keys).Any();
        stories.Note(id, before.IsVisible, isEdited, isGrown);
        if ((before.Article.Heat, before.Article.Quality) != (article.Heat, article.Quality))
            stories.DecideAgain(id);
    }

    /// <summary>Hides an article. It stays in the database, so that it is not news if it comes back.</summary>
    public void Remove(long id, ArticleVersion before)
    {
        remove.Run(("@now", UtcText.Of(now)), ("@id", id));
        search.Replace(id, article: null);
        if (before.WasListed)
            stories.Note(id, before.IsVisible);
    }

    /// <summary>Files an article under other topics: those that its words suggest now.</summary>
    public void FileAnew(long id, ArticleVersion before, Article article)
    {
        topics.Clear(id);
        topics.File(id, article, places: []);
        search.Replace(id, article);
        if (before.WasListed)
            stories.Note(id, before.IsVisible, isEdited: true);
    }

    /// <summary>Writes what was collected, before the transaction is committed.</summary>
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
        PreparedStatement[] all = [insert, update, clearLinks, addLink, clearImages, addImage, clearRelated, addRelated, remove];
        foreach (var statement in all)
            statement.Dispose();
    }

    static (string Name, object? Value)[] Columns(Article article, ArticleReading reading) =>
    [
        ("@path", article.Path), ("@title", article.Title), ("@excerpt", article.Excerpt),
        ("@published_at", UtcText.Of(article.PublishedAt)),
        ("@web_url", article.WebUrl?.AbsoluteUri), ("@original_url", article.OriginalUrl?.AbsoluteUri),
        ("@amp_web_url", article.AmpWebUrl?.AbsoluteUri), ("@cdn_amp_web_url", article.CdnAmpWebUrl?.AbsoluteUri),
        ("@category", article.Category), ("@type", article.Type), ("@quality", article.Quality), ("@heat", article.Heat),
        ("@published", article.Published), ("@provider_name", article.Provider.Name), ("@provider_domain", article.Provider.Domain),
        ("@provider_icon", article.Provider.Icon?.AbsoluteUri),
        ("@provider_line", reading.ProviderPlace?.Line), ("@provider_column", reading.ProviderPlace?.Column),
        ("@body", article.Body),
    ];

    void AddParts(long id, Article article, IReadOnlyCollection<string> links, ArticleReading reading)
    {
        topics.File(id, article, reading.TopicPlaces);
        foreach (var link in links)
            addLink.Run(("@link", link), ("@article_id", id));
        foreach (var (position, image) in article.Images.Index())
            AddImage(id, position, image);
        foreach (var (position, related) in article.Related.Index())
            AddRelated(id, position, related);
    }

    void AddImage(long id, int position, Image image) => addImage.Run(
        ("@article_id", id), ("@position", position), ("@url", image.Url.AbsoluteUri), ("@width", image.Width), ("@height", image.Height));

    void AddRelated(long id, int position, RelatedArticle related) => addRelated.Run(
        ("@article_id", id), ("@position", position), ("@title", related.Title), ("@excerpt", related.Excerpt),
        ("@published_at", related.PublishedAt is { } at ? UtcText.Of(at) : null), ("@link", related.Link?.AbsoluteUri),
        ("@amp_web_url", related.AmpWebUrl?.AbsoluteUri), ("@cdn_amp_web_url", related.CdnAmpWebUrl?.AbsoluteUri),
        ("@type", related.Type), ("@provider_name", related.Provider.Name), ("@provider_domain", related.Provider.Domain),
        ("@provider_icon", related.Provider.Icon?.AbsoluteUri), ("@quality", related.Quality),
        ("@image_url", related.Image?.Url.AbsoluteUri), ("@image_width", related.Image?.Width), ("@image_height", related.Image?.Height));
}
