using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>Finds articles by the words of a question.</summary>
static class WordSearch
{
    /// <summary>So many words start with the same two letters that a search for them is slow and useless.</summary>
    const int ShortestBeginning = 3;

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
        var (index, filter) = (WordIndex.Of(session), FilterSql.Of(question.Filters));
        var rows = await session.QueryAsync<HitRow>(
            index.Scored(passing is not null, FilterSql.Passes, RankingWeights.MostScored, RankingWeights.Candidates),
            new
            {
                query = index.Of(query),
                words = index.Words(query, vocabulary.Rarity),
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
    public static Task<IEnumerable<long>> HavingAsync(DatabaseSession session, IReadOnlyList<string> terms, IReadOnlyList<long> among)
    {
        var index = WordIndex.Of(session);
        var query = index.Of(new WordQuery { Any = IndexTerm.All(terms, isLastUnfinished: false) });
        return session.QueryAsync<long>($"select id from {index.Among} found", new { query, ids = JsonList.Of(among) });
    }

    /// <summary>Whether any article has the word, in any form, anywhere.</summary>
    public static bool Has(DatabaseSession session, string word)
    {
        var index = WordIndex.Of(session);
        using var statement = session.Prepare($"select exists (select 1 from {index.Newest(1)} found)");
        return statement.Rows(row => row.Flag(0), ("@query", index.Of(new WordQuery { All = [new(word)] }))).Single();
    }

    static WordQuery? Query(IReadOnlyList<QueryTerm> terms, Question question, Vocabulary vocabulary)
    {
        // The words rank what has the phrases.
        var query = new WordQuery
        {
            All = IndexTerm.All(question.Phrases, isLastUnfinished: false),
            Any = question.Phrases is [] ? [.. Searched(terms, vocabulary).SelectMany(Forms).Distinct()] : [],
            None = IndexTerm.All(question.Without, isLastUnfinished: false),
        };
        return query is { All: [], Any: [] } ? null : query;
    }

    /// <summary>All words that are rare enough, but at least the rarest.</summary>
    static IEnumerable<QueryTerm> Searched(IReadOnlyList<QueryTerm> terms, Vocabulary vocabulary)
    {
        var known = terms.Where(term => term.Forms.Count > 0).OrderByDescending(term => term.Rarity).ToList();
        return known.Where((term, at) => at == 0 || term.Forms.Sum(form => form.Min(vocabulary.ArticlesWith)) <= RankingWeights.CommonWord);
    }

    static IEnumerable<IndexTerm> Forms(QueryTerm term) => term.Forms.Select((form, at) => new IndexTerm(
        string.Join(' ', form), IsUnfinished: at == 0 && term is { IsUnfinished: true, Word.Length: >= ShortestBeginning }));

    internal sealed record HitRow
    {
        public required long Id { get; init; }
        public required double Score { get; init; }
    }
}
