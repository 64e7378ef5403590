using Articles.Files;
using Articles.Text;
using Dapper;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Problems between files: topics that no file defines, and providers that look like misspellings of known ones.</summary>
static class CrossReferences
{
    /// <summary>Short domains differ by only a letter or two: cnn.com, cnbc.com, nbc.com.</summary>
    const int ShortestMisspelling = 10;

    public static async Task<IEnumerable<ContentProblem>> ProblemsAsync(DatabaseSession session) =>
        [.. await UnknownTopicsAsync(session), .. await MisspeltProvidersAsync(session)];

    /// <summary>If no topic has a file, every topic is accepted.</summary>
    static async Task<IEnumerable<ContentProblem>> UnknownTopicsAsync(DatabaseSession session)
    {
        var known = (await session.QueryAsync<string>("select name from topics where is_defined = 1")).ToList();
        if (known.Count == 0)
            return [];

        var mentions = await session.QueryAsync<MentionRow>(
            """
            select a.path, x.line, x.column_number as "column", t.name
            from topics t
            join article_topics x on x.topic_id = t.id
            join articles a on a.id = x.article_id
            where t.is_defined = 0
              and x.line is not null
              and a.removed_at is null
            order by a.path, x.line
            """);
        return mentions.GroupBy(mention => mention.Name)
            .SelectMany(topic => Problems(topic, $"There is no file for the topic \"{topic.Key}\".", known));
    }

    static async Task<IEnumerable<ContentProblem>> MisspeltProvidersAsync(DatabaseSession session)
    {
        var known = (await session.QueryAsync<string>("select domain from providers")).ToList();
        if (known.Count == 0)
            return [];

        var unknown = await session.QueryAsync<string>(
            """
            select distinct provider_domain
            from articles
            where removed_at is null
              and provider_domain not in (select domain from providers)
            """);
        var problems = new List<ContentProblem>();
        foreach (var domain in unknown.Where(domain => domain.Length >= ShortestMisspelling && Spelling.Nearest(domain, known) is not null))
        {
            var mentions = await session.QueryAsync<MentionRow>(
                """
                select path, provider_line as line, provider_column as "column", provider_domain as name
                from articles
                where removed_at is null
                  and provider_domain = @domain
                  and provider_line is not null
                order by path
                """,
                new { domain });
            problems.AddRange(Problems(mentions, $"There is no file for the provider \"{domain}\".", known));
        }

        return problems;
    }

    static IEnumerable<ContentProblem> Problems(IEnumerable<MentionRow> mentions, string message, IReadOnlyList<string> known)
    {
        var all = mentions.ToList();
        var nearest = Spelling.Nearest(all[0].Name, known);
        var remedy = nearest is null ? "Add one to topics/, or use a topic that has one." : $"Did you mean {nearest}?";
        return all.Select(mention =>
            new ContentProblem(mention.Path, mention.Line, mention.Column, $"{message} {remedy}", ContentSeverity.Warning));
    }

    internal sealed record MentionRow
    {
        public required string Path { get; init; }
        public required int Line { get; init; }
        public required int Column { get; init; }
        public required string Name { get; init; }
    }
}
