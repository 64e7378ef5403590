using Articles.Text;
using Dapper;
using Desk.Database;

namespace Desk.Archive.Questions;

/// <summary>Reads the names that questions may use, once for each state of the archive.</summary>
public sealed class ArchiveNamesStore(DeskDatabase database)
{
    readonly OncePerImport<ArchiveNames> names = new(ReadAsync);

    public Task<ArchiveNames> NamesAsync(CancellationToken ct) => database.ReadAsync(names.ValueAsync, ct);

    /// <summary>A number that changes with each import.</summary>
    internal static Task<long> ImportAsync(DatabaseSession session) =>
        session.QuerySingleAsync<long>("select coalesce(max(id), 0) from imports");

    static async Task<ArchiveNames> ReadAsync(DatabaseSession session)
    {
        var keywords = (await session.QueryAsync<KeywordRow>("select topic_id, keyword from topic_keywords order by topic_id, position"))
            .ToLookup(row => row.TopicId, row => row.Keyword);
        var topics = await session.QueryAsync<TopicNamesRow>(
            """
            select t.id, t.name, t.slug, t.shortname, t.parent_id, n.articles
            from topics t
            join (select x.topic_id, count(*) as articles
                    from article_topics x
                    join listed_articles a on a.id = x.article_id
                   group by x.topic_id) n on n.topic_id = t.id
            order by n.articles desc, t.name
            """);
        var outlets = await session.QueryAsync<OutletRow>(
            """
            select coalesce(max(p.name), max(a.provider_name)) as name, a.provider_domain as domain, count(*) as articles
            from listed_articles a
            left join providers p on p.domain = a.provider_domain
            where a.provider_name <> ''
               or a.provider_domain <> ''
            group by a.provider_domain, case when a.provider_domain = '' then lower(a.provider_name) else '' end
            order by count(*) desc, 1
            """);
        var related = await session.QueryAsync<OutletRow>(
            """
            select coalesce(max(p.name), max(r.provider_name)) as name, r.provider_domain as domain, count(*) as articles
            from related_articles r
            join listed_articles a on a.id = r.article_id
            left join providers p on p.domain = r.provider_domain
            where r.provider_name <> ''
               or r.provider_domain <> ''
            group by r.provider_domain, case when r.provider_domain = '' then lower(r.provider_name) else '' end
            order by count(*) desc, 1
            """);
        var types = await session.QueryAsync<string>("select distinct type from listed_articles where type <> 'article'");
        return new(
            [.. topics.Select(row => row.ToTopic([.. keywords[row.Id]]))],
            [.. outlets.Select(row => row.ToOutlet()), .. Others(related, outlets)],
            types,
            await LanguageAsync(session));
    }

    /// <summary>Those that have no articles of their own.</summary>
    static IEnumerable<Outlet> Others(IEnumerable<OutletRow> related, IEnumerable<OutletRow> outlets)
    {
        var known = outlets.Select(row => row.ToOutlet().Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return related.Select(row => row.ToOutlet() with { IsOnlyRelated = true }).Where(outlet => !known.Contains(outlet.Key));
    }

    /// <summary>By the small words of the newest excerpts.</summary>
    static async Task<string> LanguageAsync(DatabaseSession session)
    {
        var excerpts = await session.QueryAsync<string>(
            """
            select excerpt
            from listed_articles
            where excerpt <> ''
            order by published_at desc, id desc
            limit 50
            """);
        var tokens = QuestionToken.Of(FoldedText.Of(string.Join(' ', excerpts)), most: 2000);
        return StopWords.LanguageOf([.. tokens.Select(token => token.Word)], otherwise: "en");
    }

    internal sealed record TopicNamesRow
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
        public required string Slug { get; init; }
        public string? Shortname { get; init; }
        public long? ParentId { get; init; }
        public required int Articles { get; init; }

        public NamedTopic ToTopic(IReadOnlyList<string> keywords) => new(new(Id, Name, Slug), Shortname, keywords, ParentId, Articles);
    }

    internal sealed record KeywordRow
    {
        public required long TopicId { get; init; }
        public required string Keyword { get; init; }
    }

    internal sealed record OutletRow
    {
        public required string Name { get; init; }
        public required string Domain { get; init; }
        public required int Articles { get; init; }

        public Outlet ToOutlet() => new(Name.Length > 0 ? Name : Domain, Domain, Articles);
    }
}
