using System.Text.Json;
using System.Text.Json.Serialization;
using Articles.Text;
using Desk.Database;

namespace Desk.Archive;

/// <summary>
/// An index of stems with their places, which are found here and not by PostgreSQL, so that both engines split text alike. See
/// https://www.postgresql.org/docs/15/datatype-textsearch.html.
/// </summary>
sealed partial class PostgresWordIndex : WordIndex
{
    public override string Vocabulary => """
        select word collate "C" as term, count(*) as articles
        from article_words, unnest(words) as list (word)
        group by word
        order by term
        """;

    public override string Newest(int most) => $"""
        (select id
           from article_search
          where words @@ @query::tsquery
          order by id desc
          limit {most})
        """;

    public override string Among => $"""
        (select id
           from article_search
          where words @@ @query::tsquery
            and id in {JsonList.Numbers})
        """;

    /// <remarks>
    /// <c>ts_rank</c> knows where a word stands, how often, and how long the text is, but not how rare the word is among all articles.
    /// Its weights are those of the index in SQLite, as far as four letters can tell six columns apart.
    /// </remarks>
    public override string Scored(bool isAmong, string passes, int looked, int most) => $"""
        select a.id,
               (select sum(w.rarity * ts_rank(s.words, w.query::tsquery, 1))
                  from json_to_recordset(@words::json) as w (query text, rarity float8)) as score
        from {(isAmong ? Among : Newest(looked))} hit
        join article_search s on s.id = hit.id
        join listed_articles a on a.id = hit.id
        where {passes}
        order by score desc, a.published_at desc, a.id desc
        limit {most}
        """;

    public override string Of(WordQuery query)
    {
        var letters = query.Column switch { WordColumn.Title => "A", WordColumn.Related => "C", _ => "" };
        var all = query.All.Select(term => Of(term, letters));
        var any = string.Join(" | ", query.Any.Select(term => Of(term, letters)));
        var none = query.None.Select(term => $"!{Of(term, letters)}");
        return string.Join(" & ", [.. all, .. any.Length > 0 ? (string[])[$"({any})"] : [], .. none]);
    }

    public override string Words(WordQuery query, Func<string, double> rarity) => JsonSerializer.Serialize(
        [.. query.All.Concat(query.Any).Select(term => new ScoredWord(Of(term, ""), rarity(term.Words)))],
        ScoredWordContext.Default.ListScoredWord);

    public override WordIndexWriter Writer(DatabaseSession session) => new PostgresWriter(session);

    /// <summary>A text without words is nowhere.</summary>
    static string Of(IndexTerm term, string letters)
    {
        var words = IndexWords.Of(term.Words).ToList();
        var parts = words.Select((word, at) =>
        {
            var marks = (term.IsUnfinished && at == words.Count - 1 ? "*" : "") + letters;
            return $"'{EnglishStem.Of(word)}'{(marks.Length > 0 ? ":" : "")}{marks}";
        });
        return words.Count == 0 ? "'\u0001'" : $"({string.Join(" <-> ", parts)})";
    }

    internal sealed record ScoredWord(
        [property: JsonPropertyName("query")] string Query, [property: JsonPropertyName("rarity")] double Rarity);

    [JsonSerializable(typeof(List<ScoredWord>))]
    internal sealed partial class ScoredWordContext : JsonSerializerContext;
}

sealed class PostgresWriter(DatabaseSession session) : WordIndexWriter
{
    readonly PreparedStatement add = session.Prepare(
        """
        insert into article_search (id, words)
        values (@id, @words::tsvector)
        """);

    readonly PreparedStatement remove = session.Prepare("delete from article_search where id = @id");

    readonly PreparedStatement addWords = session.Prepare("insert into article_words (id, words) values (@id, @words)");

    readonly PreparedStatement removeWords = session.Prepare("delete from article_words where id = @id");

    public override void Add(long id, IndexedArticle article)
    {
        var vector = new WordVector();
        vector.Add('A', article.Title);
        vector.Add('B', article.Excerpt);
        article.Topics.ToList().ForEach(topic => vector.Add('B', topic));
        vector.Add('C', $"{article.Provider.Name} {article.Provider.Domain}");
        article.Related.ToList().ForEach(title => vector.Add('C', title));
        vector.Add('D', article.Body);
        add.Run(("@id", id), ("@words", vector.ToString()));
    }

    public override void Remove(long id) => remove.Run(("@id", id));

    public override void AddVocabulary(long id, IndexedArticle article) =>
        addWords.Run(("@id", id), ("@words", IndexWords.Of(article.Vocabulary).Distinct().ToArray()));

    public override void RemoveVocabulary(long id) => removeWords.Run(("@id", id));

    public override void Dispose()
    {
        foreach (var statement in (PreparedStatement[])[add, remove, addWords, removeWords])
            statement.Dispose();
    }
}
