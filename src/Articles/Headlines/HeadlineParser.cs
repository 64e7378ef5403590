namespace Articles.Headlines;

/// <summary>A word of a headline that tells something, in the form in which words are compared.</summary>
/// <param name="Phrase">Which phrase it is in. Commas, prepositions and the like begin a phrase.</param>
/// <param name="Chain">
/// The words of one chain have a fixed order: "dog bites mayor". A passive verb leads its chain: "mayor bitten by dog" is "bite mayor".
/// </param>
/// <param name="Label">Which part its phrase plays, by the word that leads it; empty without one.</param>
/// <param name="IsHead">Whether it comes first in its phrase.</param>
/// <param name="IsName">Whether its capital letter shows that it is a name.</param>
/// <param name="Kind">Why it may be left out; null if it may not.</param>
/// <param name="IsLead">Whether it is a passive verb, which was moved before what it is done to.</param>
sealed record HeadlineWord(
    string Text,
    int Phrase,
    int Chain,
    string Label,
    bool IsHead,
    bool IsName,
    bool IsCapital,
    bool IsNumber,
    string? Kind,
    bool IsLead = false);

/// <summary>Finds the telling words of a headline and the phrases that they form.</summary>
sealed class HeadlineParser
{
    /// <summary>Whom a headline quotes may be left out: "officials say". More words before it tell what is said.</summary>
    const int MostQuoted = 2;

    readonly List<HeadlineWord> words = [];
    readonly List<HeadlineToken> tokens;
    readonly string[] forms;
    readonly bool isGerman;
    readonly bool isUpper;
    readonly bool isSentence;
    int phrase;
    int chains;
    string label = "";
    bool isPassive;
    string? participle;
    (int First, int Verb, int Count)? unsure;

    HeadlineParser(List<HeadlineToken> scanned)
    {
        tokens = HeadlineNumbers.Fold(scanned);
        (isUpper, isSentence, isGerman) = Letters(scanned);
        forms = new string[tokens.Count];
        for (var at = 0; at < forms.Length; at++)
            forms[at] = FormOf(at);
    }

    /// <param name="all">Gets each word, also those that say little.</param>
    public static (HeadlineWord[] Words, bool IsSentence) Parse(List<HeadlineToken> scanned, List<string> all)
    {
        var parser = new HeadlineParser(scanned);
        for (var at = 0; at < parser.tokens.Count;)
            at += parser.Read(at, all);
        parser.EndPhrase("");
        return ([.. parser.words], parser.isSentence);
    }

    /// <summary>
    /// Whether all letters are capital; whether capital letters mean names, because a third of the later words start with none; and
    /// whether there are German words.
    /// </summary>
    static (bool IsUpper, bool IsSentence, bool IsGerman) Letters(List<HeadlineToken> scanned)
    {
        var (isUpper, isGerman, telling, lower) = (true, false, 0, 0);
        for (var at = 0; at < scanned.Count; at++)
        {
            var token = scanned[at];
            isUpper &= token.IsUpper || token.IsNumber || token.Text.Length < 2;
            isGerman |= WordUses.OnlyGerman.Contains(token.Text);
            if (at == 0 || token.IsNumber || WordUses.Little.Contains(token.Text))
                continue;
            telling++;
            lower += token.IsCapital ? 0 : 1;
        }

        return (isUpper, lower > 1 && lower * 3 >= telling, isGerman);
    }

    int Read(int at, List<string> all)
    {
        var (whole, length) = WordForms.PhraseAt(forms, at);
        var (token, form) = (tokens[at], whole ?? forms[at]);
        all.Add(form);
        length = Math.Max(length, 1);
        if (token.StartsPhrase)
            EndPhrase("");
        unsure = token.StartsPhrase ? null : unsure;
        var written = whole ?? token.Text;
        if (whole is null && token is { Text: "no", IsUpper: false } && at + 1 < tokens.Count && tokens[at + 1].IsNumber)
            return length;
        if (WordUses.Labels.TryGetValue(written, out var next) && !(token.IsUpper && !isUpper))
        {
            EndPhrase(next, isAgent: next is "by" && at + 1 < tokens.Count && !tokens[at + 1].IsNumber);
            if (WordUses.TellingLabels.Contains(written))
                Add(written, token, at);
        }
        else if (written is "and")
        {
            EndPhrase(label);
        }
        else if (form is "say" && !IsAnswer(at + length) && WordsOfPhrase() is var said && said.Count is > 0 and <= MostQuoted)
        {
            foreach (var (place, word) in said)
                words[place] = word with { Kind = WordUses.Agent };
        }
        else if (!IsLittle(token, form))
        {
            Add(form, token, at);
        }
        else
        {
            isPassive |= form is "be";
        }

        return length;
    }

    string FormOf(int at) =>
        at + 1 < tokens.Count && tokens[at + 1].IsNumber && WordTables.BeforeNumbers.TryGetValue(tokens[at].Text, out var form) ? form
        : WordForms.Of(isUpper && tokens[at].Text is "who" or "it" ? tokens[at] with { IsUpper = false } : tokens[at]);

    /// <summary>"US", "LA" and the E of "hepatitis E" are names, and "die" is an article only among German words.</summary>
    bool IsLittle(HeadlineToken token, string form) =>
        !(token.IsUpper && !isUpper)
        && !(token is { IsCapital: true, Text: [not ('a' or 'i')] })
        && ((WordUses.Little.Contains(token.Text) && !WordTables.BeforeNumbers.ContainsValue(form))
            || WordUses.Little.Contains(form)
            || (isGerman && token.Text is "die"));

    /// <summary>"Voters say no" quotes nobody.</summary>
    bool IsAnswer(int at) => at < tokens.Count && tokens[at].Text is "no" or "yes";

    List<(int Place, HeadlineWord Word)> WordsOfPhrase() => [.. words.Index().Where(word => word.Item.Phrase == phrase)];

    void Add(string form, HeadlineToken token, int at)
    {
        var kind = token.IsNumber ? (token.IsSpelledOne ? form : null)
            : WordUses.Optional.TryGetValue(form, out var known) && (known is not WordUses.Day || IsDay(token)) ? known : null;
        var isHead = words.Count == 0 || words[^1].Phrase != phrase;
        var isName = isSentence && token.IsCapital && at > 0;
        words.Add(new(form, phrase, chains, label, isHead, isName, token.IsCapital, token.IsNumber, kind));
        participle = WordForms.IsParticiple(token.Text) ? token.Text : IsParticle(form) ? participle : null;
    }

    /// <summary>"March" is a month, and "march" is not.</summary>
    static bool IsDay(HeadlineToken token) => token.IsCapital || !HeadlineNumbers.IsMonth(token.Text);

    static bool IsParticle(string form) => form is "off" or "out" or "down" or "away" or "back";

    /// <param name="next">The label of the phrase that begins.</param>
    /// <param name="isAgent">Whether it names who does what a passive verb before it says.</param>
    void EndPhrase(string next, bool isAgent = false)
    {
        if (participle is not null)
            FindVerb(isSure: isPassive || isAgent || participle.EndsWith("en", StringComparison.Ordinal));
        else if (isAgent && unsure is { } verb)
            Lead(verb);
        (participle, isPassive, label) = (null, false, next);
        phrase++;
        chains++;
    }

    /// <summary>
    /// A verb at the end of a phrase may be passive: "three killed". Only if it is surely so do the words before it suffer what it says.
    /// Otherwise nothing is known about its order.
    /// </summary>
    void FindVerb(bool isSure)
    {
        var first = words.FindIndex(word => word.Phrase == phrase);
        var verb = words.Count - 1;
        while (verb > first && IsParticle(words[verb].Text))
            verb--;
        if (verb <= first)
            return;
        unsure = (first, verb, words.Count - verb);
        if (isSure)
        {
            Lead((first, verb, words.Count - verb));
            return;
        }

        chains++;
        for (var at = verb; at < words.Count; at++)
            words[at] = words[at] with { Chain = chains };
    }

    void Lead((int First, int Verb, int Count) found)
    {
        var moved = words.GetRange(found.Verb, found.Count);
        var chain = words[found.First].Chain;
        words.RemoveRange(found.Verb, found.Count);
        words.InsertRange(found.First, moved.Select(word => word with { Chain = chain, IsLead = true }));
        unsure = null;
    }
}
