using Articles;
using Desk.Database;

namespace Desk.Archive;

/// <summary>The index of the words of articles. Each engine has its own, and only its own file knows how to ask it.</summary>
abstract class WordIndex
{
    static readonly WordIndex Fts5 = new Fts5WordIndex();
    static readonly WordIndex Postgres = new PostgresWordIndex();

    /// <summary>All words of the archive but those of bodies, as they are written, each with its number of articles; in order.</summary>
    public abstract string Vocabulary { get; }

    public static WordIndex Of(DatabaseSession session) => session is PostgresSession ? Postgres : Fts5;

    /// <summary>The <c>id</c> of the articles that pass <c>@query</c>; of very many, those that were stored last.</summary>
    public abstract string Newest(int most);

    /// <summary>The <c>id</c> of the articles among <c>@ids</c> that pass <c>@query</c>.</summary>
    public abstract string Among { get; }

    /// <summary>
    /// The articles that pass <c>@query</c> and the filters, the best first, each as <c>id</c> with its <c>score</c>; higher is better.
    /// </summary>
    /// <param name="isAmong">Whether they are among <c>@ids</c>; else, of very many, those that were stored last are looked at.</param>
    /// <param name="passes">A condition on the listed article <c>a</c>.</param>
    /// <param name="looked">How many are looked at.</param>
    /// <param name="most">How many are found.</param>
    public abstract string Scored(bool isAmong, string passes, int looked, int most);

    /// <summary>The query as the index takes it in <c>@query</c>.</summary>
    public abstract string Of(WordQuery query);

    /// <summary>What <see cref="Scored"/> needs to know of the words, in <c>@words</c>.</summary>
    /// <param name="rarity">How much a word says.</param>
    public abstract string? Words(WordQuery query, Func<string, double> rarity);

    /// <summary>Keeps the index, within the transaction that changes articles.</summary>
    public abstract WordIndexWriter Writer(DatabaseSession session);
}

/// <summary>Which articles are searched. Nothing in it is syntax.</summary>
sealed record WordQuery
{
    /// <summary>Where the words must be; anywhere if null.</summary>
    public WordColumn? Column { get; init; }

    /// <summary>Words or phrases that must all be there.</summary>
    public IReadOnlyList<IndexTerm> All { get; init; } = [];

    /// <summary>Words or phrases of which one must be there.</summary>
    public IReadOnlyList<IndexTerm> Any { get; init; } = [];

    /// <summary>Words or phrases that must not be there.</summary>
    public IReadOnlyList<IndexTerm> None { get; init; } = [];
}

enum WordColumn
{
    Title,
    Related,
}

/// <summary>One word, or several that follow each other.</summary>
/// <param name="IsUnfinished">Whether the last one may be the beginning of a longer word.</param>
readonly record struct IndexTerm(string Words, bool IsUnfinished = false)
{
    /// <summary>Each of these; the last one perhaps as the beginning of a longer one.</summary>
    public static IReadOnlyList<IndexTerm> All(IReadOnlyList<string> words, bool isLastUnfinished) =>
        [.. words.Select((word, at) => new IndexTerm(word, isLastUnfinished && at == words.Count - 1))];
}

/// <summary>What <see cref="WordIndex"/> keeps of an article.</summary>
sealed record IndexedArticle
{
    public required string Title { get; init; }

    public required string Excerpt { get; init; }

    /// <summary>Without its Markdown.</summary>
    public required string Body { get; init; }

    public required Provider Provider { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The titles of its related coverage.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>Words of bodies are left out: they are many, and what people ask for stands at the top.</summary>
    public string Vocabulary => string.Join('\n', [Title, Excerpt, Provider.Name, .. Topics, .. Related]);
}

/// <inheritdoc cref="WordIndex.Writer"/>
abstract class WordIndexWriter : IDisposable
{
    public abstract void Add(long id, IndexedArticle article);

    public abstract void Remove(long id);

    /// <summary>Adds the article's words to the vocabulary.</summary>
    public abstract void AddVocabulary(long id, IndexedArticle article);

    public abstract void RemoveVocabulary(long id);

    public abstract void Dispose();
}
