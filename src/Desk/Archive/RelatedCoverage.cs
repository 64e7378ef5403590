using Articles.Text;
using Dapper;
using Desk.Database;

namespace Desk.Archive;

/// <summary>What the archive has only as related coverage of its articles.</summary>
static class RelatedCoverage
{
    /// <summary>The ids of the articles that list something of <c>@relatedOutlet</c>: a domain, or else a name in lower case.</summary>
    public const string ListingOutlet = """
        (select r.article_id
           from related_articles r
          where r.provider_domain = @relatedOutlet
          union all
         select r.article_id
           from related_articles r
          where r.provider_domain = ''
            and lower(trim(r.provider_name)) = @relatedOutlet)
        """;

    /// <summary>Of the articles whose related headlines match, only so many of those stored last are looked at.</summary>
    const int Candidates = 200;

    /// <summary>Related headlines that have all words, the last one perhaps as the beginning of a longer one; the newest first.</summary>
    public static async Task<IReadOnlyList<RelatedHeadline>> HeadlinesAsync(DatabaseSession session, IReadOnlyList<string> words)
    {
        var index = WordIndex.Of(session);
        var rows = await session.QueryAsync<RelatedHeadline>(
            $"""
            select a.id as article_id, coalesce(a.story_id, a.id) as story_id, a.public_key, r.title,
                   coalesce(r.published_at, a.published_at) as published_at,
                   coalesce(p.name, nullif(r.provider_name, ''), r.provider_domain) as outlet
            from {index.Newest(Candidates)} hit
            join listed_articles a on a.id = hit.id
            join related_articles r on r.article_id = a.id
            left join providers p on p.domain = r.provider_domain
            order by coalesce(r.published_at, a.published_at) desc, a.id desc, r.position
            """,
            new { query = index.Of(new WordQuery { Column = WordColumn.Related, All = IndexTerm.All(words, isLastUnfinished: true) }) });
        var stems = words.Select(word => EnglishStem.Of(FoldedText.Of(word))).ToList();
        // The index only says that an article has all the words in some of its related headlines.
        return [.. rows.Where(row => FoldedText.Of(row.Title) is var title
            && stems.TrueForAll(stem => title.Contains(stem, StringComparison.Ordinal)))];
    }
}

/// <summary>A headline in an article's list of related coverage.</summary>
sealed record RelatedHeadline
{
    public required long ArticleId { get; init; }
    public required long StoryId { get; init; }
    public required long PublicKey { get; init; }
    public required string Title { get; init; }
    public required string Outlet { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
}
