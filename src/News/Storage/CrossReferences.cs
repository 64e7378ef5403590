using Dapper;
using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>What is wrong between files: topics that no file defines, and providers that look like a misspelling of a known one.</summary>
static class CrossReferences
{
    /// <summary>Short domains are near each other by nature: cnn.com, cnbc.com, nbc.com.</summary>
    const int ShortestMisspelling = 10;

    public static async Task<IEnumerable<ContentProblem>> ProblemsAsync(SqliteConnection connection) =>
        [.. await UnknownTopicsAsync(connection), .. await MisspeltProvidersAsync(connection)];

    /// <summary>Where no topic has a file of its own, any topic will do.</summary>
    static async Task<IEnumerable<ContentProblem>> UnknownTopicsAsync(SqliteConnection connection)
    {
        var known = (await connection.QueryAsync<string>("select name from topics where is_defined = 1")).ToList();
        if (known.Count == 0)
            return [];

        var mentions = await connection.QueryAsync<MentionRow>(
            """
            select a.path, x.line, x.column, t.name
            from topics t
            join article_topics x on x.topic_id = t.id
            join articles a on a.id = x.article_id
            where t.is_defined = 0
              and x.line is not null
              and a.removed_at is null
            order by a.path, x.line
            """);
        return mentions.GroupBy(mention => mention.Name).SelectMany(topic => Problems(topic, $"There is no file for the topic {topic.Key}.", known));
    }

    static async Task<IEnumerable<ContentProblem>> MisspeltProvidersAsync(SqliteConnection connection)
    {
        var known = (await connection.QueryAsync<string>("select domain from providers")).ToList();
        if (known.Count == 0)
            return [];

        var unknown = await connection.QueryAsync<string>(
            """
            select distinct provider_domain
            from articles
            where removed_at is null
              and provider_domain not in (select domain from providers)
            """);
        var problems = new List<ContentProblem>();
        foreach (var domain in unknown.Where(domain => domain.Length >= ShortestMisspelling && Spelling.Nearest(domain, known) is not null))
        {
            var mentions = await connection.QueryAsync<MentionRow>(
                """
                select path, provider_line as line, provider_column as column, provider_domain as name
                from articles
                where removed_at is null
                  and provider_domain = @domain
                  and provider_line is not null
                order by path
                """,
                new { domain });
            problems.AddRange(Problems(mentions, $"There is no file for the provider {domain}.", known));
        }

        return problems;
    }

    static IEnumerable<ContentProblem> Problems(IEnumerable<MentionRow> mentions, string message, IReadOnlyList<string> known)
    {
        var all = mentions.ToList();
        var nearest = Spelling.Nearest(all[0].Name, known);
        var remedy = nearest is null ? "Add one to topics/, or name a topic that has one." : $"Did you mean {nearest}?";
        return all.Select(mention => new ContentProblem(mention.Path, mention.Line, mention.Column, $"{message} {remedy}", ContentSeverity.Warning));
    }

    internal sealed record MentionRow
    {
        public required string Path { get; init; }
        public required int Line { get; init; }
        public required int Column { get; init; }
        public required string Name { get; init; }
    }
}
