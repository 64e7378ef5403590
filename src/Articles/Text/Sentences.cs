namespace Articles.Text;

/// <summary>The sentences of a text, each exactly as it stands there.</summary>
public static class Sentences
{
    /// <summary>A mark behind them ends no sentence.</summary>
    static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "etc", "e.g", "i.e", "inc", "ltd", "co", "corp", "u.s", "u.k", "a.m", "p.m",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "fig", "approx", "gen", "sen", "rep", "gov",
        "bzw", "z.b", "ca", "sr", "sra",
    };

    /// <returns>In order, without white space around them. The last one is whole only if it ends with a mark.</returns>
    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\n' && !(IsEnd(text[at]) && EndsSentence(text, start, at)))
                continue;
            var end = at + 1;
            while (end < text.Length && (IsEnd(text[end]) || IsClosing(text[end])))
                end++;
            Add(text[start..end]);
            start = end;
            at = end - 1;
        }

        Add(text[start..]);
        return sentences;

        void Add(string sentence)
        {
            var trimmed = sentence.Trim().TrimStart('•', '·', '*', '-', '–').Trim();
            if (trimmed.Any(char.IsLetter))
                sentences.Add(trimmed);
        }
    }

    /// <summary>Whether the sentence ends with a mark, so that nothing of it is missing.</summary>
    public static bool IsWhole(string sentence) =>
        sentence.AsSpan().TrimEnd("\"'”’»)]") is [.., var last] && IsEnd(last) && !sentence.EndsWith("...", StringComparison.Ordinal);

    static bool EndsSentence(string text, int start, int at)
    {
        if (text[at] is '。' or '！' or '？')
            return true;
        var next = at + 1;
        while (next < text.Length && (IsEnd(text[next]) || IsClosing(text[next])))
            next++;
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
            return false;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        // A small letter goes on with the sentence: "approx. five".
        if (next < text.Length && char.IsLower(text[next]))
            return false;
        return text[at] != '.' || !IsAbbreviation(text, start, at);
    }

    static bool IsAbbreviation(string text, int start, int at)
    {
        var from = at;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.'))
            from--;
        var word = text[from..at];
        return (word.Length == 1 && char.IsUpper(word[0])) || Abbreviations.Contains(word);
    }

    static bool IsEnd(char character) => character is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    static bool IsClosing(char character) => character is '"' or '\'' or '”' or '’' or '»' or ')' or ']';
}
