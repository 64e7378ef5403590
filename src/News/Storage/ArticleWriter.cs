using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>Writes articles inside a transaction, with commands that are prepared once: an import may bring a hundred thousand.</summary>
sealed class ArticleWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    readonly PreparedCommand upsert = new(connection, transaction,
        """
        insert into articles
            (path, title, excerpt, published_at, web_url, original_url, amp_web_url, cdn_amp_web_url, category, type,
             quality, heat, published, provider_name, provider_domain, provider_icon, body)
        values
            ($path, $title, $excerpt, $published_at, $web_url, $original_url, $amp_web_url, $cdn_amp_web_url, $category, $type,
             $quality, $heat, $published, $provider_name, $provider_domain, $provider_icon, $body)
        on conflict (path) do update
        set title = excluded.title, excerpt = excluded.excerpt, published_at = excluded.published_at,
            web_url = excluded.web_url, original_url = excluded.original_url,
            amp_web_url = excluded.amp_web_url, cdn_amp_web_url = excluded.cdn_amp_web_url,
            category = excluded.category, type = excluded.type, quality = excluded.quality, heat = excluded.heat,
            published = excluded.published, provider_name = excluded.provider_name,
            provider_domain = excluded.provider_domain, provider_icon = excluded.provider_icon,
            body = excluded.body, removed_at = null
        returning id
        """);

    readonly PreparedCommand clearTopics = new(connection, transaction, "delete from article_topics where article_id = $article_id");

    readonly PreparedCommand addTopic = new(connection, transaction,
        """
        insert into topics (name, slug)
        values ($name, $slug)
        on conflict (slug) do update set slug = excluded.slug
        returning id
        """);

    readonly PreparedCommand fileUnderTopic = new(connection, transaction,
        """
        insert into article_topics (topic_id, published_at, article_id, position, is_inherited)
        values ($topic_id, $published_at, $article_id, $position, 0)
        """);

    readonly PreparedCommand fileUnderParents = new(connection, transaction,
        $"""
        {TopicWriter.Inherit}
        and x.article_id = $article_id
        """);

    readonly PreparedCommand clearImages = new(connection, transaction, "delete from images where article_id = $article_id");

    readonly PreparedCommand addImage = new(connection, transaction,
        """
        insert into images (article_id, position, url, width, height)
        values ($article_id, $position, $url, $width, $height)
        """);

    readonly PreparedCommand clearRelated = new(connection, transaction, "delete from related_articles where article_id = $article_id");

    readonly PreparedCommand addRelated = new(connection, transaction,
        """
        insert into related_articles
            (article_id, position, title, excerpt, published_at, link, amp_web_url, cdn_amp_web_url, type,
             provider_name, provider_domain, provider_icon, quality, image_url, image_width, image_height)
        values
            ($article_id, $position, $title, $excerpt, $published_at, $link, $amp_web_url, $cdn_amp_web_url, $type,
             $provider_name, $provider_domain, $provider_icon, $quality, $image_url, $image_width, $image_height)
        """);

    readonly PreparedCommand remove = new(connection, transaction,
        """
        update articles
        set removed_at = $now
        where path = $path
          and removed_at is null
        """);

    public void Save(Article article)
    {
        var publishedAt = UtcText.Of(article.PublishedAt);
        var id = upsert.Returning(
            ("$path", article.Path), ("$title", article.Title), ("$excerpt", article.Excerpt), ("$published_at", publishedAt),
            ("$web_url", article.WebUrl?.AbsoluteUri), ("$original_url", article.OriginalUrl?.AbsoluteUri),
            ("$amp_web_url", article.AmpWebUrl?.AbsoluteUri), ("$cdn_amp_web_url", article.CdnAmpWebUrl?.AbsoluteUri),
            ("$category", article.Category), ("$type", article.Type), ("$quality", article.Quality), ("$heat", article.Heat),
            ("$published", article.Published), ("$provider_name", article.Provider.Name), ("$provider_domain", article.Provider.Domain),
            ("$provider_icon", article.Provider.Icon?.AbsoluteUri), ("$body", article.Body));

        clearTopics.Run(("$article_id", id));
        foreach (var (position, name) in article.Topics.Index())
        {
            var topicId = addTopic.Returning(("$name", name), ("$slug", Topic.SlugOf(name)));
            fileUnderTopic.Run(("$topic_id", topicId), ("$published_at", publishedAt), ("$article_id", id), ("$position", position));
        }

        fileUnderParents.Run(("$article_id", id));

        clearImages.Run(("$article_id", id));
        foreach (var (position, image) in article.Images.Index())
            addImage.Run(("$article_id", id), ("$position", position), ("$url", image.Url.AbsoluteUri), ("$width", image.Width), ("$height", image.Height));

        clearRelated.Run(("$article_id", id));
        foreach (var (position, related) in article.Related.Index())
        {
            addRelated.Run(
                ("$article_id", id), ("$position", position), ("$title", related.Title), ("$excerpt", related.Excerpt),
                ("$published_at", related.PublishedAt is { } at ? UtcText.Of(at) : null), ("$link", related.Link?.AbsoluteUri),
                ("$amp_web_url", related.AmpWebUrl?.AbsoluteUri), ("$cdn_amp_web_url", related.CdnAmpWebUrl?.AbsoluteUri),
                ("$type", related.Type), ("$provider_name", related.Provider.Name), ("$provider_domain", related.Provider.Domain),
                ("$provider_icon", related.Provider.Icon?.AbsoluteUri), ("$quality", related.Quality),
                ("$image_url", related.Image?.Url.AbsoluteUri), ("$image_width", related.Image?.Width), ("$image_height", related.Image?.Height));
        }
    }

    public void Remove(string path, string now) => remove.Run(("$path", path), ("$now", now));

    public void Dispose()
    {
        foreach (var command in (PreparedCommand[])[upsert, clearTopics, addTopic, fileUnderTopic, fileUnderParents, clearImages, addImage, clearRelated, addRelated, remove])
            command.Dispose();
    }
}
