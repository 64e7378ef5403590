using Articles;
using Articles.Stories;
using Articles.Text;
using Dapper;
using Desk.Database;

namespace Desk.Archive;

/// <summary>
/// The stories that readers can see, with the names of providers from their own files. The number of queries doesn't depend on how
/// many stories are read or how many articles they have.
/// </summary>
public sealed class StoryStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>Null if readers can see none of its articles.</summary>
    public Task<Story?> StoryAsync(long id, CancellationToken ct) =>
        database.ReadAsync(session => StoryAsync(session, id, clock.GetUtcNow()), ct);

    /// <summary>
    /// The story that the article is in, or was in when readers could last see it; null if readers can see none of that story.
    /// </summary>
    public Task<Story?> OfArticleAsync(long articleId, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var story = await session.QuerySingleOrDefaultAsync<long?>(
                "select coalesce(story_id, id) from articles where id = @articleId",
                new { articleId });
            return story is { } id ? await StoryAsync(session, id, clock.GetUtcNow()) : null;
        },
        ct);

    /// <summary>
    /// The newest story with an article of this address, or else the newest that lists it as related; null if readers can see none.
    /// Publishers use an address again for later stories.
    /// </summary>
    /// <param name="link">Absolute, http or https.</param>
    public Task<Story?> OfLinkAsync(Uri link, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var key = LinkKey.Of(link);
            var story = await session.QueryFirstOrDefaultAsync<long?>(
                """
                select coalesce(a.story_id, a.id)
                from article_links l
                join listed_articles a on a.id = l.article_id
                where l.link = @key
                order by a.published_at desc, a.id desc
                limit 1
                """,
                new { key });
            story ??= await session.QueryFirstOrDefaultAsync<long?>(
                """
                select coalesce(a.story_id, a.id)
                from story_keys k
                join listed_articles a on a.id = k.article_id
                where k.key = @hash
                order by a.published_at desc, a.id desc
                limit 1
                """,
                new { hash = StoryClues.KeyOf(key) });
            return story is { } id ? await StoryAsync(session, id, clock.GetUtcNow()) : null;
        },
        ct);

    /// <summary>The story with the article of this <see cref="Article.PublicKey"/>; null if readers can see none of it.</summary>
    public async Task<Story?> OfKeyAsync(long publicKey, CancellationToken ct) =>
        await IdOfKeyAsync(publicKey, ct) is { } id ? await StoryAsync(id, ct) : null;

    /// <summary>The id of the story with the article of this <see cref="Article.PublicKey"/>; null if there is no such article.</summary>
    public Task<long?> IdOfKeyAsync(long publicKey, CancellationToken ct) => database.ReadAsync<long?>(
        async session =>
        {
            // A file that took another one's name and address has its key, too. A button for both is a button for neither.
            var ids = await session.QueryAsync<long>(
                "select distinct coalesce(story_id, id) from articles where public_key = @publicKey",
                new { publicKey });
            return ids.ToList() is [var only] ? only : null;
        },
        ct);

    /// <summary>
    /// As <see cref="OfArticleAsync"/>, or as it was if readers can see none of it any more; null if there never was one.
    /// </summary>
    public async Task<Story?> EverOfArticleAsync(long articleId, CancellationToken ct)
    {
        var story = await database.ReadAsync(
            session => session.QuerySingleOrDefaultAsync<long?>(
                "select coalesce(story_id, id) from articles where id = @articleId",
                new { articleId }),
            ct);
        return story is { } id ? await StoryAsync(id, ct) ?? await WithdrawnAsync(id, ct) : null;
    }

    /// <summary>The stories with the newest articles first.</summary>
    public Task<IReadOnlyList<Story>> LatestAsync(int skip, int take, CancellationToken ct) => database.ReadAsync(
        async session => await StoriesAsync(session, await LatestIdsAsync(session, skip, take), clock.GetUtcNow()),
        ct);

    /// <summary>The stories with the newest articles first, each with its facts for channels' rules.</summary>
    public Task<IReadOnlyList<(Story Story, StoryFacts Facts)>> LatestFactsAsync(int take, CancellationToken ct) => database.ReadAsync(
        async session => await FactsAsync(session, await LatestIdsAsync(session, skip: 0, take), clock.GetUtcNow()),
        ct);

    /// <summary>How many stories readers can see.</summary>
    public Task<int> CountAsync(CancellationToken ct) => database.ReadAsync(
        session => session.QuerySingleAsync<int>("select count(distinct coalesce(story_id, id)) from listed_articles"),
        ct);

    /// <summary>A story's facts for channels' rules.</summary>
    public Task<StoryFacts> FactsAsync(Story story, CancellationToken ct) => database.ReadAsync(
        session => FactsAsync(session, story, clock.GetUtcNow()),
        ct);

    /// <summary>A story, even if readers can no longer see any of its articles; null if there never was one.</summary>
    public Task<Story?> WithdrawnAsync(long id, CancellationToken ct) => database.ReadAsync(
        async session => OfParts(session, await PartsAsync(session, [id]), areAll: true, clock.GetUtcNow()).SingleOrDefault(),
        ct);

    internal static async Task<IReadOnlyList<long>> LatestIdsAsync(DatabaseSession session, int skip, int take) =>
        [.. await session.QueryAsync<long>(
            $"""
            select coalesce(a.story_id, a.id)
            from listed_articles a
            where {StoredArticles.IsNewestOfStory}
            order by a.published_at desc, a.id desc
            limit @take offset @skip
            """,
            new { skip, take })];

    /// <param name="now">The time at which a story was first seen if that is decided in this transaction.</param>
    internal static async Task<Story?> StoryAsync(DatabaseSession session, long id, DateTimeOffset now) =>
        (await StoriesAsync(session, [id], now)).SingleOrDefault();

    /// <inheritdoc cref="StoryAsync(DatabaseSession, long, DateTimeOffset)"/>
    /// <returns>In the order of the ids, without stories that readers can't see.</returns>
    internal static async Task<IReadOnlyList<Story>> StoriesAsync(DatabaseSession session, IReadOnlyList<long> ids, DateTimeOffset now)
    {
        var stories = OfParts(session, await PartsAsync(session, ids), areAll: false, now).ToDictionary(story => story.Id);
        return [.. ids.Select(id => stories.GetValueOrDefault(id)).OfType<Story>()];
    }

    /// <inheritdoc cref="StoriesAsync"/>
    internal static async Task<IReadOnlyList<(Story Story, StoryFacts Facts)>> FactsAsync(
        DatabaseSession session,
        IReadOnlyList<long> ids,
        DateTimeOffset now)
    {
        var stories = await StoriesAsync(session, ids, now);
        var filed = await TopicsAsync(session, stories.SelectMany(story => story.Articles));
        var topics = filed.ToLookup(topic => topic.ArticleId, topic => topic.Slug);
        return [.. stories.Select(story => (story, new StoryFacts(story, story.Articles.SelectMany(article => topics[article.Id]), now)))];
    }

    /// <inheritdoc cref="FactsAsync(Story, CancellationToken)"/>
    static async Task<StoryFacts> FactsAsync(DatabaseSession session, Story story, DateTimeOffset now) =>
        new(story, (await TopicsAsync(session, story.Articles)).Select(topic => topic.Slug), now);

    /// <summary>The topics that the articles are filed under, and all topics above those.</summary>
    static Task<IEnumerable<FiledUnder>> TopicsAsync(DatabaseSession session, IEnumerable<Article> articles) =>
        session.QueryAsync<FiledUnder>(
            $"""
            select x.article_id, t.slug
            from article_topics x
            join topics t on t.id = x.topic_id
            where x.article_id in {JsonList.Numbers}
            """,
            new { ids = JsonList.Of(articles.Select(article => article.Id)) });

    /// <summary>All articles of these stories, including withdrawn ones.</summary>
    static async Task<IReadOnlyList<StoryPart>> PartsAsync(DatabaseSession session, IReadOnlyList<long> ids) =>
        // Two branches, so that each uses its index.
        [.. await session.QueryAsync<StoryPart>(
            $"""
            select id, story_id, listed_at, published = 1 and removed_at is null as is_listed
            from articles
            where story_id in {JsonList.Numbers}
            union all
            select id, id, listed_at, published = 1 and removed_at is null
            from articles
            where id in {JsonList.Numbers}
              and story_id is null
            """,
            new { ids = JsonList.Of(ids) })];

    /// <param name="areAll">Whether the stories have withdrawn articles, too.</param>
    static IEnumerable<Story> OfParts(DatabaseSession session, IReadOnlyList<StoryPart> parts, bool areAll, DateTimeOffset now)
    {
        var storyOf = parts.Where(part => areAll || part.IsListed).ToDictionary(part => part.Id, part => part.StoryId);
        // Readers may have seen a withdrawn article of it first.
        var seen = parts.GroupBy(part => part.StoryId).ToDictionary(story => story.Key, story => story.Min(part => part.ListedAt));
        return StoredArticles.Load(session, storyOf.Keys, areShown: true)
            .GroupBy(article => storyOf[article.Id])
            .Select(story => Story.Of(story.Key, [.. story], seen[story.Key] ?? now, now));
    }

    internal sealed record StoryPart
    {
        public required long Id { get; init; }
        public required long StoryId { get; init; }
        public DateTimeOffset? ListedAt { get; init; }
        public required bool IsListed { get; init; }
    }

    internal sealed record FiledUnder
    {
        public required long ArticleId { get; init; }
        public required string Slug { get; init; }
    }
}
