using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>
/// Finds articles by words in the full-text index, the only code that knows its syntax. Nothing that is typed is syntax.
/// See https://sqlite.org/fts5.html#full_text_query_syntax.
/// </summary>
static class WordSearch
{
    /// <summary>So many words start with the same two letters that a search for them is slow and useless.</summary>
    const int ShortestBeginning = 3;

    // Without the plus, the index is searched once for each id.
    const string Among = $"+article_search.rowid in {JsonList.Numbers}";

    /// <summary>What was imported last has the greatest ids.</summary>
    static readonly string Newest = $"""
        article_search.rowid >= (select coalesce(min(id), 0)
                                     from (select rowid as id
                                             from article_search
                                            where article_search match @query
                                            order by rowid desc
                                            limit {RankingWeights.MostScored}) newest)
        """;

    /// <summary>The articles that fit best by their words and pass the filters.</summary>
    /// <param name="passing">All articles that pass the filters; null if they are too many to list, or if there are no filters.</param>
    /// <returns>Articles with their score, the best first; higher is better.</returns>
    public static async Task<IReadOnlyList<(long Id, double Score)>> FindAsync(
        DatabaseSession session,
        IReadOnlyList<QueryTerm> terms,
        Question question,
        Vocabulary vocabulary,
        IReadOnlyList<long>? passing)
    {
        if (Query(terms, question, vocabulary) is not { } query)
            return [];
        var filter = FilterSql.Of(question.Filters);
        var rows = await session.QueryAsync<HitRow>(
            $"""
            select a.id, -bm25(article_search, {RankingWeights.Columns}) as score
            from article_search
            cross join listed_articles a on a.id = article_search.rowid
            where article_search match @query
              and {(passing is null ? Newest : Among)}
              and {FilterSql.Passes}
            order by score desc, a.published_at desc, a.id desc
            limit {RankingWeights.Candidates}
            """,
            new
            {
                query,
                ids = JsonList.Of(passing ?? []),
                since = filter.Since,
                until = filter.Until,
                type = filter.Type,
                outlet = filter.Outlet,
                relatedOutlet = filter.RelatedOutlet,
                notOutlet = filter.NotOutlet,
                topicId = filter.TopicId,
            });
        return [.. rows.Select(row => (row.Id, row.Score))];
    }

    /// <summary>Those of the articles that have one of these words or phrases.</summary>
    public static Task<IEnumerable<long>> HavingAsync(DatabaseSession session, IReadOnlyList<string> terms, IReadOnlyList<long> among) =>
        session.QueryAsync<long>(
            $"""
            select rowid
            from article_search
            where article_search match @query
              and {Among}
            """,
            new { query = string.Join(" OR ", terms.Select(Quoted)), ids = JsonList.Of(among) });

    /// <summary>Whether any article has the word, in any form, anywhere.</summary>
    public static bool Has(DatabaseSession session, string word)
    {
        using var statement = new PreparedStatement(
            session,
            "select exists (select 1 from article_search where article_search match $query)");
        return statement.Rows(row => row.Number(0), ("$query", Quoted(word))).Single() == 1;
    }

    static string? Query(IReadOnlyList<QueryTerm> terms, Question question, Vocabulary vocabulary)
    {
        var wanted = Searched(terms, vocabulary).SelectMany(Forms).Distinct().ToList();
        var query = (wanted, question.Phrases) switch
        {
            ([], []) => null,
            ([], _) => string.Join(" AND ", question.Phrases.Select(Quoted)),
            (_, []) => $"({string.Join(" OR ", wanted)})",
            // The words rank what has the phrases.
            _ => string.Join(" AND ", question.Phrases.Select(Quoted)),
        };
        return query is null ? null : question.Without.Aggregate(query, (text, unwanted) => $"{text} NOT {Quoted(unwanted)}");
    }

    /// <summary>All words that are rare enough, but at least the rarest.</summary>
    static IEnumerable<QueryTerm> Searched(IReadOnlyList<QueryTerm> terms, Vocabulary vocabulary)
    {
        var known = terms.Where(term => term.Forms.Count > 0).OrderByDescending(term => term.Rarity).ToList();
        return known.Where((term, at) => at == 0 || term.Forms.Sum(form => form.Min(vocabulary.ArticlesWith)) <= RankingWeights.CommonWord);
    }

    static IEnumerable<string> Forms(QueryTerm term) => term.Forms.Select((form, at) =>
        Quoted(string.Join(' ', form)) + (at == 0 && term is { IsUnfinished: true, Word.Length: >= ShortestBeginning } ? "*" : ""));

    // FTS5 splits text in double quotes with its own tokenizer; NUL would end the query.
    static string Quoted(string words) => $"\"{words.Replace("\0", "").Replace("\"", " ")}\"";

    internal sealed record HitRow
    {
        public required long Id { get; init; }
        public required double Score { get; init; }
    }
}
