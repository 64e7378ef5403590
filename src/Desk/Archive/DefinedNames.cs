using Dapper;
using Desk.Database;

namespace Desk.Archive;

/// <summary>The names that cards take from the files of topics and providers, to find cards that show an old one.</summary>
sealed class DefinedNames
{
    readonly Dictionary<string, KnownProvider> providers;
    readonly Dictionary<long, KnownTopic> topics;

    DefinedNames(IEnumerable<KnownProvider> providers, IEnumerable<KnownTopic> topics) =>
        (this.providers, this.topics) = (providers.ToDictionary(provider => provider.Domain), topics.ToDictionary(topic => topic.Id));

    public static async Task<DefinedNames> ReadAsync(DatabaseSession session) => new(
        await session.QueryAsync<KnownProvider>("select domain, name, icon from providers"),
        await session.QueryAsync<KnownTopic>("select id, name from topics"));

    /// <summary>The stories that name a provider or a topic whose name has changed.</summary>
    /// <param name="sentAfter">Only stories with a message sent after this time.</param>
    public async Task<IReadOnlyList<long>> StoriesRenamedAsync(DatabaseSession session, DefinedNames before, string sentAfter)
    {
        var domains = providers.Keys.Union(before.providers.Keys)
            .Where(domain => providers.GetValueOrDefault(domain) != before.providers.GetValueOrDefault(domain))
            .ToList();
        var renamed = topics.Keys.Where(id => before.topics.TryGetValue(id, out var topic) && topic != topics[id]).ToList();
        if (domains is [] && renamed is [])
            return [];

        var stories = await session.QueryAsync<long>(
            $"""
            with told (story_id) as (
                select coalesce(story_id, id)
                from articles
                where removed_at is null
                  and provider_domain in {JsonList.Texts}
                union
                select coalesce(a.story_id, a.id)
                from related_articles r
                join articles a on a.id = r.article_id
                where r.provider_domain in {JsonList.Texts}
                union
                select coalesce(a.story_id, a.id)
                from article_topics x
                join articles a on a.id = x.article_id
                where x.topic_id in {JsonList.Numbers})
            select story_id
            from told
            where exists (select 1
                            from deliveries d
                           where d.kind = 'story'
                             and d.subject_id = told.story_id
                             and d.sent_at > @sentAfter)
            """,
            new { texts = JsonList.Of(domains), ids = JsonList.Of(renamed), sentAfter });
        return [.. stories];
    }

    internal sealed record KnownProvider
    {
        public required string Domain { get; init; }
        public required string Name { get; init; }
        public Uri? Icon { get; init; }
    }

    internal sealed record KnownTopic
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
    }
}
