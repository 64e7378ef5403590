using Desk.Database;

namespace Desk.Archive;

/// <summary>SQLite's full-text index; see https://sqlite.org/fts5.html#full_text_query_syntax.</summary>
sealed class Fts5WordIndex : WordIndex
{
    /// <summary>Of title, excerpt, body, provider, topics, and related titles.</summary>
    const string Weights = "10, 4, 1, 3, 5, 2";

    // Without the plus, the index is searched once for each id.
    const string IsAmong = $"+article_search.rowid in {JsonList.Numbers}";

    public override string Vocabulary => "select term, doc as articles from vocabulary";

    public override string Newest(int most) => $"""
        (select rowid as id
           from article_search
          where article_search match @query
          order by rowid desc
          limit {most})
        """;

    public override string Among => $"""
        (select rowid as id
           from article_search
          where article_search match @query
            and {IsAmong})
        """;

    public override string Scored(bool isAmong, string passes, int looked, int most) => $"""
        select a.id, -bm25(article_search, {Weights}) as score
        from article_search
        cross join listed_articles a on a.id = article_search.rowid
        where article_search match @query
          and {(isAmong ? IsAmong : $"article_search.rowid >= (select coalesce(min(id), 0) from {Newest(looked)} newest)")}
          and {passes}
        order by score desc, a.published_at desc, a.id desc
        limit {most}
        """;

    public override string Of(WordQuery query)
    {
        var (all, any) = (query.All.Select(Of), string.Join(" OR ", query.Any.Select(Of)));
        var wanted = string.Join(" AND ", any.Length > 0 ? [.. all, $"({any})"] : all);
        var without = query.None.Aggregate(wanted, (text, unwanted) => $"{text} NOT {Of(unwanted)}");
        return query.Column is { } column ? $"{Name(column)} : ({without})" : without;
    }

    /// <remarks>It counts them itself.</remarks>
    public override string? Words(WordQuery query, Func<string, double> rarity) => null;

    public override WordIndexWriter Writer(DatabaseSession session) => new Fts5Writer(session);

    static string Name(WordColumn column) => column is WordColumn.Title ? "title" : "related";

    // FTS5 splits text in double quotes with its own tokenizer; NUL would end the query.
    static string Of(IndexTerm term) =>
        $"\"{term.Words.Replace("\0", "").Replace("\"", " ")}\"{(term.IsUnfinished ? " *" : "")}";
}

sealed class Fts5Writer(DatabaseSession session) : WordIndexWriter
{
    readonly PreparedStatement add = session.Prepare(
        """
        insert into article_search (rowid, title, excerpt, body, provider, topics, related)
        values (@id, @title, @excerpt, @body, @provider, @topics, @related)
        """);

    readonly PreparedStatement remove = session.Prepare("delete from article_search where rowid = @id");

    readonly PreparedStatement addWords = session.Prepare("insert into article_words (rowid, text) values (@id, @text)");

    readonly PreparedStatement removeWords = session.Prepare("delete from article_words where rowid = @id");

    public override void Add(long id, IndexedArticle article) => add.Run(
        ("@id", id), ("@title", article.Title), ("@excerpt", article.Excerpt), ("@body", article.Body),
        ("@provider", $"{article.Provider.Name} {article.Provider.Domain}"), ("@topics", string.Join('\n', article.Topics)),
        ("@related", string.Join('\n', article.Related)));

    public override void Remove(long id) => remove.Run(("@id", id));

    public override void AddVocabulary(long id, IndexedArticle article) => addWords.Run(("@id", id), ("@text", article.Vocabulary));

    public override void RemoveVocabulary(long id) => removeWords.Run(("@id", id));

    public override void Dispose()
    {
        foreach (var statement in (PreparedStatement[])[add, remove, addWords, removeWords])
            statement.Dispose();
    }
}
