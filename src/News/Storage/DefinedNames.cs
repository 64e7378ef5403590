using Dapper;
using Microsoft.Data.Sqlite;

namespace News.Storage;

/// <summary>What cards take from the topics' and providers' own files, so that those can be brought up to date that say otherwise now.</summary>
sealed class DefinedNames
{
    readonly Dictionary<string, ProviderRow> providers;
    readonly Dictionary<long, TopicRow> topics;

    DefinedNames(IEnumerable<ProviderRow> providers, IEnumerable<TopicRow> topics) =>
        (this.providers, this.topics) = (providers.ToDictionary(provider => provider.Domain), topics.ToDictionary(topic => topic.Id));

    public static async Task<DefinedNames> ReadAsync(SqliteConnection connection, SqliteTransaction transaction) => new(
        await connection.QueryAsync<ProviderRow>("select domain, name, icon from providers", param: null, transaction),
        await connection.QueryAsync<TopicRow>("select id, name from topics", param: null, transaction));

    /// <summary>The stories of articles from a provider, with a related item from one, or on a topic, that was called otherwise before.</summary>
    /// <param name="sentAfter">Only those of which a message was sent since.</param>
    public async Task<IReadOnlyList<long>> StoriesRenamedAsync(SqliteConnection connection, SqliteTransaction transaction, DefinedNames before, string sentAfter)
    {
        var domains = providers.Keys.Union(before.providers.Keys).Where(domain => providers.GetValueOrDefault(domain) != before.providers.GetValueOrDefault(domain)).ToList();
        var renamed = topics.Keys.Where(id => before.topics.TryGetValue(id, out var topic) && topic != topics[id]).ToList();
        if (domains is [] && renamed is [])
            return [];

        var stories = await connection.QueryAsync<long>(
            """
            with told (story_id) as (
                select coalesce(story_id, id)
                from articles
                where removed_at is null
                  and provider_domain in (select value from json_each(@domains))
                union
                select coalesce(a.story_id, a.id)
                from related_articles r
                join articles a on a.id = r.article_id
                where r.provider_domain in (select value from json_each(@domains))
                union
                select coalesce(a.story_id, a.id)
                from article_topics x
                join articles a on a.id = x.article_id
                where x.topic_id in (select value from json_each(@topics)))
            select story_id
            from told
            where exists (select 1
                            from deliveries d
                           where d.kind = 'story'
                             and d.subject_id = told.story_id
                             and d.sent_at > @sentAfter)
            """,
            new { domains = JsonList.Of(domains), topics = $"[{string.Join(',', renamed)}]", sentAfter },
            transaction);
        return [.. stories];
    }

    internal sealed record ProviderRow
    {
        public required string Domain { get; init; }
        public required string Name { get; init; }
        public string? Icon { get; init; }
    }

    internal sealed record TopicRow
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
    }
}
