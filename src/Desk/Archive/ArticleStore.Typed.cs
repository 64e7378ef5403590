using Articles;
using Dapper;
using Desk.Database;

namespace Desk.Archive;

/// <content>Articles and topics by what somebody typed of their names.</content>
public sealed partial class ArticleStore
{
    /// <summary>Articles whose title contains the typed words in that order; if nothing is typed, the newest.</summary>
    public Task<IReadOnlyList<Headline>> TitlesLikeAsync(string typed, int take, CancellationToken ct) => database.ReadAsync(
        async Task<IReadOnlyList<Headline>> (session) =>
        {
            var rows = await session.QueryAsync<Headline>(
                $"""
                {Listed}
                where a.title like @pattern escape '\'
                order by a.published_at desc, a.id desc
                limit @take
                """,
                new { pattern = LikePattern.Containing(typed), take });
            return [.. rows];
        },
        ct);

    /// <summary>
    /// As <see cref="TitlesLikeAsync"/>, with articles that readers can't see any more. Those that they never could see are left out.
    /// </summary>
    public Task<IReadOnlyList<Headline>> TitlesEverLikeAsync(string typed, int take, CancellationToken ct) => database.ReadAsync(
        async Task<IReadOnlyList<Headline>> (session) =>
        {
            var rows = await session.QueryAsync<Headline>(
                $"""
                select {HeadlineColumns}
                from articles a
                left join providers p on p.domain = a.provider_domain
                where a.title like @pattern escape '\'
                  and a.listed_at is not null
                order by a.published_at desc, a.id desc
                limit @take
                """,
                new { pattern = LikePattern.Containing(typed), take });
            return [.. rows];
        },
        ct);

    /// <summary>Topics whose name contains the typed text, those with the most articles first.</summary>
    public Task<IReadOnlyList<Topic>> TopicsLikeAsync(string typed, int take, CancellationToken ct) => database.ReadAsync(
        async Task<IReadOnlyList<Topic>> (session) =>
        {
            var rows = await session.QueryAsync<Topic>(
                """
                select t.id, t.name, t.slug
                from topics t
                join article_topics x on x.topic_id = t.id
                join listed_articles a on a.id = x.article_id
                where t.name like @pattern escape '\'
                   or t.slug like @pattern escape '\'
                group by t.id
                order by count(*) desc, t.name
                limit @take
                """,
                new { pattern = LikePattern.Containing(typed), take });
            return [.. rows];
        },
        ct);

    /// <summary>The topic with this name or slug; null if no article has it.</summary>
    public Task<Topic?> TopicAsync(string name, CancellationToken ct) => database.ReadAsync<Topic?>(
        async session =>
        {
            return await session.QuerySingleOrDefaultAsync<Topic>(
                """
                select id, name, slug
                from topics
                where slug = @slug
                """,
                new { slug = Topic.SlugOf(name) });
        },
        ct);

    /// <summary>The topics' names, in the order of their slugs; the slug of a topic that no longer exists.</summary>
    public async Task<IReadOnlyList<string>> TopicNamesAsync(IEnumerable<string> slugs, CancellationToken ct)
    {
        var names = new List<string>();
        foreach (var slug in slugs)
            names.Add((await TopicAsync(slug, ct))?.Name ?? slug);
        return names;
    }
}
