using System.Text;

namespace News.Storage;

/// <summary>
/// What a person typed, as an FTS5 query: each word must be there, the last one may be only begun; words in double quotes
/// must follow each other; a word after a minus must not be there. Nothing that is typed is FTS5 syntax.
/// See https://sqlite.org/fts5.html#full_text_query_syntax.
/// </summary>
static class SearchQuery
{
    /// <summary>Two letters begin so many words that they say nothing, and take long.</summary>
    const int ShortestBeginning = 3;

    /// <summary>More words only narrow what is found already.</summary>
    const int MaxTerms = 16;

    /// <summary>Null where nothing typed could be found: no word without a minus.</summary>
    public static string? Of(string typed)
    {
        var (wanted, unwanted) = (new List<string>(), new List<string>());
        foreach (var term in Terms(typed).Take(MaxTerms))
            (term.IsUnwanted ? unwanted : wanted).Add(Quoted(term));
        if (wanted.Count == 0)
            return null;

        var query = new StringBuilder(string.Join(" AND ", wanted));
        foreach (var term in unwanted)
            query.Append(" NOT ").Append(term);
        return query.ToString();
    }

    readonly record struct Term(string Words, bool IsUnwanted, bool IsBegun);

    static IEnumerable<Term> Terms(string typed)
    {
        var at = 0;
        while (at < typed.Length)
        {
            var isUnwanted = typed[at] == '-' && (at == 0 || char.IsWhiteSpace(typed[at - 1]));
            if (isUnwanted)
                at++;
            var isPhrase = at < typed.Length && typed[at] == '"';
            var start = isPhrase ? at + 1 : at;
            var end = start;
            while (end < typed.Length && (isPhrase ? typed[end] != '"' : !char.IsWhiteSpace(typed[end]) && typed[end] != '"'))
                end++;

            var words = typed[start..end];
            if (words.Any(char.IsLetterOrDigit))
                yield return new(words, isUnwanted, IsBegun: !isPhrase && !isUnwanted && end == typed.Length && words.Length >= ShortestBeginning);
            at = isPhrase || end == start ? end + 1 : end;
        }
    }

    // FTS5 takes what stands in double quotes apart by its own tokenizer; NUL would end the query.
    static string Quoted(Term term) => $"\"{term.Words.Replace("\0", "")}\"{(term.IsBegun ? "*" : "")}";
}
