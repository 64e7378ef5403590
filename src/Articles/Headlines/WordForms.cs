using Articles.Text;

namespace Articles.Headlines;

/// <summary>One form for each word of a headline, whatever its ending, spelling or synonym.</summary>
static class WordForms
{
    public static string Of(HeadlineToken token)
    {
        if (token.IsUpper && WordTables.Acronyms.TryGetValue(token.Text, out var spelledOut))
            return spelledOut;
        return token.IsNumber ? token.Text : Of(token.Text);
    }

    public static bool IsParticiple(string text) =>
        WordTables.Participles.Contains(text) || (text.Length > 4 && text.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>The longest phrase that starts here.</summary>
    /// <returns>Its form, and how many words it takes; nothing and 0 if there is none.</returns>
    public static (string? Form, int Length) PhraseAt(string[] forms, int at)
    {
        if (!WordTables.Phrases.TryGetValue(forms[at], out var phrases))
            return (null, 0);
        foreach (var (words, whole) in phrases)
        {
            var i = 1;
            while (i < words.Length && at + i < forms.Length && forms[at + i] == words[i])
                i++;
            if (i == words.Length)
                return (whole, i);
        }

        return (null, 0);
    }

    public static string Of(string text)
    {
        if (Synonyms.ByWord.TryGetValue(text, out var form))
            return form;
        var stem = EnglishStem.Of(American(text));
        return Synonyms.ByWord.GetValueOrDefault(stem) ?? stem;
    }

    static string American(string text)
    {
        if (text.Length < 4 || !WordTables.Spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(0, 4), out var pairs))
            return text;
        var pair = Array.Find(pairs, pair => text.StartsWith(pair[0], StringComparison.Ordinal));
        return pair is null ? text : $"{pair[1]}{text.AsSpan(pair[0].Length)}";
    }
}
