using Articles;
using Desk.Archive.Questions;

namespace Desk.Archive.Search;

/// <summary>What was found, and how the question was understood.</summary>
public sealed class SearchResults
{
    internal SearchResults(Question question, ArchiveNames names, IReadOnlyList<QueryTerm> terms, IReadOnlyList<Ranked> ranked)
    {
        Question = question;
        Language = names.Language;
        Terms = terms;
        Ranked = ranked;
        Articles = [.. ranked.DistinctBy(one => one.Candidate.StoryId).Select(one => one.Candidate.Id)];
    }

    public Question Question { get; }

    /// <summary>The archive's language; see <see cref="Question.Language"/>.</summary>
    public string Language { get; }

    /// <summary>Whether the archive has an answer, and not only something near.</summary>
    public bool IsAnswered => Answering is not [] && Certainty.IsAnswered(this);

    /// <summary>How near the nearest stories are.</summary>
    public Closeness Closeness => Nearness.Of(this);

    /// <inheritdoc cref="Nearness.Topics"/>
    public IReadOnlyList<Topic> TopicsNear(ArchiveNames names) => Nearness.Topics(this, names);

    /// <summary>Of each story, the article that fits best; the best story first.</summary>
    public IReadOnlyList<long> Articles { get; }

    /// <summary>What was probably meant, if a word was misspelt; null if none was.</summary>
    public string? Corrected => Terms.Any(term => term.IsCorrected && term.Forms.Count > 0)
        ? string.Join(' ', Terms.Select(term => term.IsCorrected ? term.Meant : term.Word))
        : null;

    /// <summary>Sentences that answer the question, exactly as they stand in the articles.</summary>
    public IReadOnlyList<Quote> Quotes => Question.HasSubject ? AnswerSentences.Of(Terms, Answering, Question.AsksForNumber) : [];

    /// <summary>The rarity from which a name must be in an article that answers.</summary>
    internal double RareName { get; init; } = 1;

    /// <summary>How many articles readers can see.</summary>
    internal int ArchiveSize { get; init; } = 1;

    /// <summary>Of the similarity in meaning to all articles; null if meaning is not known.</summary>
    internal double? AverageCosine { get; init; }

    /// <summary>The rarity of a word that no article has: with few articles, no word is rare.</summary>
    internal double RarestWord { get; init; } = 1;

    /// <summary>The best articles, without those that don't mention whom or what the question names.</summary>
    internal IReadOnlyList<Ranked> Answering { get => field ??= NamedThings.Mentioned(this); }

    internal double BestScore => Ranked.Select(one => one.Score).DefaultIfEmpty(double.MinValue).Max();

    internal IReadOnlyList<QueryTerm> Terms { get; }

    internal IReadOnlyList<Ranked> Ranked { get; }
}
