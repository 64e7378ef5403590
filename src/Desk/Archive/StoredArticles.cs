using Articles;
using Desk.Database;

namespace Desk.Archive;

/// <summary>Reads stored articles: with one query each for all of them, their topics, images and related articles.</summary>
static class StoredArticles
{
    /// <summary>Whether the listed article <c>a</c> is the newest of its story, so that a list has each story once.</summary>
    public const string IsNewestOfStory = """
        not exists (select 1
                      from listed_articles n
                     where n.story_id = coalesce(a.story_id, a.id)
                       and (n.published_at, n.id) > (a.published_at, a.id))
          and not exists (select 1
                            from listed_articles n
                           where n.id = a.story_id
                             and n.story_id is null
                             and (n.published_at, n.id) > (a.published_at, a.id))
        """;

    const string Articles = $"""
        select a.id, a.public_key, a.path, a.title, a.excerpt, a.published_at, a.web_url, a.original_url, a.amp_web_url,
               a.cdn_amp_web_url, a.category, a.type, a.quality, a.heat, a.published, coalesce(p.name, a.provider_name),
               a.provider_domain, coalesce(p.icon, a.provider_icon), a.body
        from articles a
        left join providers p on p.domain = a.provider_domain and @areShown = 1
        where a.id in {JsonList.Numbers}
        """;

    const string Topics = $"""
        select x.article_id, t.name, x.is_inferred
        from article_topics x
        join topics t on t.id = x.topic_id
        where x.article_id in {JsonList.Numbers}
          and x.is_inherited = 0
        order by x.position
        """;

    const string Images = $"""
        select article_id, url, width, height
        from images
        where article_id in {JsonList.Numbers}
        order by position
        """;

    const string Related = $"""
        select r.article_id, r.title, r.excerpt, r.published_at, r.link, r.amp_web_url, r.cdn_amp_web_url, r.type,
               coalesce(p.name, r.provider_name), r.provider_domain, coalesce(p.icon, r.provider_icon), r.quality,
               r.image_url, r.image_width, r.image_height
        from related_articles r
        left join providers p on p.domain = r.provider_domain and @areShown = 1
        where r.article_id in {JsonList.Numbers}
        order by r.position
        """;

    /// <param name="ids">Each once.</param>
    /// <param name="areShown">Whether outlets have the names from their own files, as readers see them.</param>
    /// <returns>In the order of the ids; those that are not stored are left out.</returns>
    public static IReadOnlyList<Article> Load(DatabaseSession session, IReadOnlyCollection<long> ids, bool areShown)
    {
        if (ids.Count == 0)
            return [];
        var (list, shown) = (("@ids", (object?)JsonList.Of(ids)), ("@areShown", (object?)areShown));
        using var articles = session.Prepare(Articles);
        using var topics = session.Prepare(Topics);
        using var images = session.Prepare(Images);
        using var related = session.Prepare(Related);
        var topicsOf = topics.Rows(row => (Id: row.Number(0), Name: row.Text(1), IsInferred: row.Flag(2)), list).ToLookup(one => one.Id);
        var imagesOf = images.Rows(row => (Id: row.Number(0), Image: ReadImage(row, 1)!), list).ToLookup(one => one.Id, one => one.Image);
        var relatedOf = related.Rows(row => (Id: row.Number(0), Item: ReadRelated(row)), list, shown)
            .ToLookup(one => one.Id, one => one.Item);
        var found = articles.Rows(Read, list, shown).ToDictionary(article => article.Id);
        return
        [
            .. ids.Select(found.GetValueOrDefault).OfType<Article>().Select(article => article with
            {
                Topics = [.. topicsOf[article.Id].Select(topic => topic.Name)],
                AreTopicsInferred = topicsOf[article.Id].Any(topic => topic.IsInferred),
                Images = [.. imagesOf[article.Id]],
                Related = [.. relatedOf[article.Id]],
            }),
        ];
    }

    static Article Read(PreparedRow row) => new()
    {
        Id = row.Number(0),
        PublicKey = row.Number(1),
        Path = row.Text(2),
        Title = row.Text(3),
        Excerpt = row.Text(4),
        PublishedAt = row.Time(5),
        WebUrl = row.LinkOrNull(6),
        OriginalUrl = row.LinkOrNull(7),
        AmpWebUrl = row.LinkOrNull(8),
        CdnAmpWebUrl = row.LinkOrNull(9),
        Category = row.Text(10),
        Type = row.Text(11),
        Quality = row.NumberOrNull(12),
        Heat = row.NumberOrNull(13),
        Published = row.Flag(14),
        Provider = new(row.Text(15), row.Text(16), row.LinkOrNull(17)),
        Body = row.Text(18),
    };

    static RelatedArticle ReadRelated(PreparedRow row) => new()
    {
        Title = row.Text(1),
        Excerpt = row.Text(2),
        PublishedAt = row.TimeOrNull(3),
        Link = row.LinkOrNull(4),
        AmpWebUrl = row.LinkOrNull(5),
        CdnAmpWebUrl = row.LinkOrNull(6),
        Type = row.Text(7),
        Provider = new(row.Text(8), row.Text(9), row.LinkOrNull(10)),
        Quality = row.NumberOrNull(11),
        Image = ReadImage(row, 12),
    };

    /// <summary>An address and a size, from this column on.</summary>
    static Image? ReadImage(PreparedRow row, int column) => row.LinkOrNull(column) is { } url
        ? new(url, row.NumberOrNull(column + 1), row.NumberOrNull(column + 2))
        : null;
}
