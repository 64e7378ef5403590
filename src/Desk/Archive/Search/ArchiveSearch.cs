using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>Finds the stories that a question is about, by its words and by its meaning.</summary>
/// <param name="meaning">Null if questions are understood by their words alone.</param>
/// <param name="knownWords">Which are not corrected.</param>
public sealed class ArchiveSearch(
    DeskDatabase database,
    ArchiveNamesStore names,
    TimeProvider clock,
    NearestInMeaning? meaning = null,
    KnownWords? knownWords = null)
{
    readonly KnownWords knownWords = knownWords ?? KnownWords.None;
    readonly OncePerImport<Vocabulary> vocabularies = new(VocabularyStore.ReadAsync);

    /// <summary>Any text can be asked for; it is understood as far as words allow.</summary>
    /// <param name="given">Filters that count in the place of those that the text names.</param>
    /// <param name="reader">The language of who asks, such as <c>pt-BR</c>; null if it is not known.</param>
    public Task<SearchResults> FindAsync(string typed, QuestionFilters given, CancellationToken ct, string? reader = null) =>
        FindAsync(typed, question => given.Over(question.Filters), reader, ct);

    /// <summary>As <see cref="FindAsync(string, QuestionFilters, CancellationToken, string?)"/>, with these filters only.</summary>
    public Task<SearchResults> FindWithinAsync(string typed, QuestionFilters only, CancellationToken ct, string? reader = null) =>
        FindAsync(typed, _ => only, reader, ct, isEverything: true);

    /// <summary>The sentences of each of these articles that say most about a question, besides their excerpts.</summary>
    /// <param name="articles">Their ids; those that readers can't see are left out.</param>
    /// <param name="most">Of an article.</param>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> PassagesAsync(
        string typed, IReadOnlyList<long> articles, int most, CancellationToken ct)
    {
        var known = await names.NamesAsync(ct);
        var question = QuestionReader.Read(typed, known, clock.GetUtcNow());
        return await database.ReadAsync(
            async session =>
            {
                var vocabulary = await vocabularies.ValueAsync(session);
                var isForeign = question.Language != known.Language;
                var terms = QueryTerms.Of(question, vocabulary, word => WordSearch.Has(session, word), knownWords, isForeign);
                var candidates = await CandidateStore.LoadAsync(session, articles);
                return candidates.ToDictionary(one => one.Id, one => AnswerSentences.Passages(terms, one, most));
            },
            ct);
    }

    internal Task<Vocabulary> VocabularyAsync(DatabaseSession session) => vocabularies.ValueAsync(session);

    /// <param name="isEverything">Whether a question without a subject and filters is about everything; otherwise it finds nothing.</param>
    async Task<SearchResults> FindAsync(
        string typed, Func<Question, QuestionFilters> filters, string? reader, CancellationToken ct, bool isEverything = false)
    {
        var known = await names.NamesAsync(ct);
        var read = QuestionReader.Read(typed, known, clock.GetUtcNow(), reader);
        var question = read with { Filters = filters(read) };
        if (question.Filters.Topic is null && question.BeyondTopic() is { } subject)
            question = subject;
        if (!question.HasSubject)
        {
            var listed = await ListAsync(known, question, isEverything, ct);
            // Articles may be about a topic without being filed under it.
            return listed.Ranked is [] && question.Filters == read.Filters && question.BeyondTopic() is { } beyond
                ? await RankAsync(known, beyond, ct)
                : listed;
        }

        var found = await RankAsync(known, question, ct);
        if (question.Filters != read.Filters || question.Doubtful() is not { } doubtful)
            return found;
        var wider = await RankAsync(known, doubtful, ct);
        var isNamed = wider.Ranked is [var best, ..]
            && question.TimeWords.All(word => best.Terms.Any(term => term.Word == word))
            && question.Words.Any(word => best.Terms.Any(term => term.Word == word));
        return isNamed && wider.BestScore > found.BestScore + RankingWeights.Doubt ? wider : found;
    }

    async Task<SearchResults> RankAsync(ArchiveNames known, Question question, CancellationToken ct)
    {
        var isForeign = question.MayBeForeign || question.Language != known.Language;
        var (vocabulary, terms, indexed, passing) = await database.ReadAsync(
            async session =>
            {
                var vocabulary = await vocabularies.ValueAsync(session);
                var terms = QueryTerms.Of(question, vocabulary, word => WordSearch.Has(session, word), knownWords, isForeign);
                var passing = question.Filters.Restrict
                    ? await CandidateStore.PassingAsync(session, question.Filters, RankingWeights.MostCompared)
                    : null;
                var all = passing?.Count < RankingWeights.MostCompared ? passing : null;
                var found = await WordSearch.FindAsync(session, terms, question, vocabulary, all);
                return (vocabulary, terms, found.ToDictionary(hit => hit.Id, hit => hit.Score), passing);
            },
            ct);
        var isStrict = question.Phrases.Count > 0 || question.Without.Count > 0;
        var near = meaning is null || isStrict || passing is []
            ? null
            : await meaning(question.Meant(terms), passing, RankingWeights.Candidates, ct);
        var cosines = near?.Cosines.ToDictionary(hit => hit.Id, hit => hit.Cosine) ?? [];
        var candidates = await database.ReadAsync(
            session => CandidateStore.LoadAsync(session, indexed.Keys.Union(cosines.Keys)),
            ct);
        var ranked = Ranking.Of(candidates, terms, vocabulary, indexed, cosines, clock.GetUtcNow());
        // Better everything of that week than nothing.
        return ranked is [] && question.Filters.Restrict && question.Phrases is []
            ? await ListAsync(known, question, isEverything: false, ct)
            : new(question, known, terms, Ordered(ranked, question.Filters.Order))
            {
                AverageCosine = near?.Average,
                RarestWord = vocabulary.Rarest,
                RareName = vocabulary.RarityOf(Math.Max(RankingWeights.FewArticles, vocabulary.All / 100)),
                ArchiveSize = vocabulary.All,
            };
    }

    /// <summary>By time, only what fits almost as well as the best counts.</summary>
    static IReadOnlyList<Ranked> Ordered(IReadOnlyList<Ranked> ranked, ResultOrder order)
    {
        if (order is ResultOrder.Best || ranked is [])
            return ranked;
        var least = ranked[0].Score - RankingWeights.AlmostBest;
        var good = ranked.TakeWhile(one => one.Score >= least).OrderBy(one => one.Candidate.PublishedAt).ToList();
        if (order is ResultOrder.Newest)
            good.Reverse();
        return good;
    }

    /// <inheritdoc cref="FindAsync(string, Func{Question, QuestionFilters}, string?, CancellationToken, bool)"/>
    async Task<SearchResults> ListAsync(ArchiveNames known, Question question, bool isEverything, CancellationToken ct)
    {
        if (!isEverything && !question.Filters.Restrict && question.Filters.Order is ResultOrder.Best)
            return new(question, known, [], []);
        return await database.ReadAsync(
            async session =>
            {
                var ids = await ListedAsync(session, known, question);
                var places = ids.Index().ToDictionary(id => id.Item, id => id.Index);
                var candidates = await CandidateStore.LoadAsync(session, ids);
                return new SearchResults(question, known, [], [.. candidates
                    .OrderBy(candidate => places[candidate.Id])
                    .Select(candidate => new Ranked(candidate, 0, 0, 0, 0, 0, []))]);
            },
            ct);
    }

    /// <summary>
    /// What passes the filters, the newest first. A keyword of a topic finds all that is filed there, but what has the word comes first.
    /// </summary>
    async Task<IReadOnlyList<long>> ListedAsync(DatabaseSession session, ArchiveNames known, Question question)
    {
        var filters = question.Filters;
        var ids = await CandidateStore.PassingAsync(session, filters, RankingWeights.Candidates);
        if (question.Without.Count > 0)
        {
            var unwanted = await WordSearch.HavingAsync(session, question.Without, ids);
            ids = [.. ids.Except(unwanted)];
        }

        if (filters is not { Topic: { } topic, Order: ResultOrder.Best } || question.TopicWords is []
            || !known.IsKeyword(topic, question.TopicWords))
            return ids;
        var vocabulary = await vocabularies.ValueAsync(session);
        var terms = QueryTerms.Of(
            question with { Words = question.TopicWords }, vocabulary, word => WordSearch.Has(session, word), knownWords, isForeign: false);
        var found = await WordSearch.FindAsync(session, terms, question, vocabulary, ids);
        return [.. found.Select(hit => hit.Id).Union(ids)];
    }
}
