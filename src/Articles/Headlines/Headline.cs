using Articles.Text;

namespace Articles.Headlines;

/// <summary>
/// A headline in the form in which headlines are compared. Two that share most of their words may report the same event; whether they do
/// is decided by what differs: other words, or other parts for the same words.
/// </summary>
sealed class Headline
{
    /// <summary>Fewer words say too little: "Live updates" could be about anything.</summary>
    const int FewestWords = 4;

    /// <summary>The same for scripts that put no spaces between words.</summary>
    const int FewestUnspacedCharacters = 8;

    /// <summary>Near headlines share three quarters of the words that either has.</summary>
    const int Shared = 3, Either = 4;

    readonly string[] keyWords;
    readonly string numbers;
    readonly bool isUnspaced;

    /// <summary>Whether it says enough to be compared at all.</summary>
    readonly bool isTelling;

    readonly List<string> forms;
    readonly HeadlineRelations relations;
    readonly string? excerptText;
    HeadlineExcerpt? read;

    Headline(string? title, Provider provider, string? excerpt)
    {
        var (tokens, unspaced) = HeadlineScanner.Scan(HeadlineLabels.Remove(HtmlText.Decode(title ?? ""), provider));
        (forms, isUnspaced, excerptText) = (new(tokens.Count), unspaced, excerpt);
        relations = new(tokens);
        (Words, IsSentence) = HeadlineParser.Parse(tokens, forms);
        (keyWords, numbers, isTelling) = Summary(Words);
        isTelling = isUnspaced ? Text.Length >= FewestUnspacedCharacters : isTelling;
    }

    /// <summary>All words in order.</summary>
    public string Text => string.Join(isUnspaced ? "" : " ", forms);

    /// <summary>The words that tell something, in order; a passive verb comes before what it is done to.</summary>
    internal HeadlineWord[] Words { get; }

    /// <summary>Whether only names start with capital letters.</summary>
    internal bool IsSentence { get; }

    internal HeadlineExcerpt Excerpt => read ??= new(excerptText);

    /// <param name="provider">The outlet, whose name may be at the end.</param>
    /// <param name="excerpt">The text below the headline, which may name what the headline leaves out.</param>
    public static Headline Of(string? title, Provider? provider = null, string? excerpt = null) =>
        new(title, provider ?? Provider.Unknown, excerpt);

    /// <summary>Whether both report the same event. It is symmetric.</summary>
    public bool IsSameEvent(Headline other)
    {
        if (!isTelling || !other.isTelling)
            return false;
        if (isUnspaced || other.isUnspaced)
            return Text == other.Text;
        return SharesWords(other)
            && HeadlineDifference.IsSmall(this, other)
            && HeadlineRoles.AreSame(Words, other.Words)
            && relations.AreSame(other.relations)
            && !HeadlineExcerpt.NameOthers(this, other);
    }

    /// <summary>Whether both have nearly the same words, and the same numbers. It is symmetric.</summary>
    public bool SharesWords(Headline other)
    {
        if (numbers != other.numbers)
            return false;
        int shared = 0, i = 0, j = 0;
        while (i < keyWords.Length && j < other.keyWords.Length)
        {
            var order = LongerFirst(keyWords[i], other.keyWords[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared > 0 && shared * Either >= Shared * (keyWords.Length + other.keyWords.Length - shared);
    }

    /// <summary>
    /// Two near headlines have at least one key in common: if two sorted sets share three quarters of their words, they share one of
    /// the first ones. Numbers must be the same, so they are part of each key.
    /// </summary>
    public long[] Keys()
    {
        if (!isTelling)
            return [];
        if (isUnspaced)
            return [StableHash.Of(Text)];
        var seed = StableHash.Of(numbers);
        var keys = new long[keyWords.Length == 0 ? 0 : keyWords.Length - LeastShared(keyWords.Length) + 1];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = StableHash.Of(keyWords[i], seed);
        return keys;
    }

    /// <summary>The words that may not be left out and the numbers, in order, and whether there are enough of them.</summary>
    static (string[] KeyWords, string Numbers, bool IsTelling) Summary(HeadlineWord[] words)
    {
        var (keys, numbers, told) = (new List<string>(words.Length), new List<string>(), new List<string>(words.Length));
        foreach (var word in words)
        {
            if (word.IsNumber && word.Text is not "1")
                numbers.Add(word.Text);
            else if (word is { Kind: null, IsNumber: false } && !keys.Contains(word.Text))
                keys.Add(word.Text);
            if (word.Kind is not WordUses.Day && !WordUses.Recurring.Contains(word.Text) && !told.Contains(word.Text))
                told.Add(word.Text);
        }

        keys.Sort(LongerFirst);
        numbers.Sort(StringComparer.Ordinal);
        return ([.. keys], string.Join(' ', numbers), told.Count >= FewestWords);
    }

    /// <summary>How many of its words a near headline shares at least.</summary>
    static int LeastShared(int count) => ((count * Shared) + Either - 1) / Either;

    /// <summary>Longer words, which are rarer, come first.</summary>
    static int LongerFirst(string one, string other) =>
        one.Length != other.Length ? other.Length - one.Length : string.CompareOrdinal(one, other);
}

/// <summary>What the text below a headline adds: its words, and the names among them.</summary>
sealed class HeadlineExcerpt
{
    public HeadlineExcerpt(string? text)
    {
        var (words, _) = HeadlineParser.Parse(HeadlineScanner.Scan(text ?? "").Tokens, []);
        Words = words.Where(word => !word.IsNumber).Select(word => word.Text).ToHashSet();
        Names = words.Where(word => word is { IsName: true, Kind: null, IsNumber: false }).Select(word => word.Text).ToHashSet();
    }

    public IReadOnlySet<string> Words { get; }

    /// <summary>Words that are capital within a sentence, without days and months.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Whether the headlines have no names, and each excerpt has other ones: "Fire destroys mill" in two towns.</summary>
    public static bool NameOthers(Headline one, Headline other)
    {
        if (one.Excerpt.Names.Count == 0 || other.Excerpt.Names.Count == 0 || IsNamed(one) || IsNamed(other))
            return false;
        var words = one.Words.Select(word => word.Text).ToHashSet();
        return !one.Excerpt.Names.Any(name => other.Excerpt.Words.Contains(name) && !words.Contains(name))
            && !other.Excerpt.Names.Any(name => one.Excerpt.Words.Contains(name) && !words.Contains(name));

        bool IsNamed(Headline headline) => headline.Words.Any(word =>
            word.IsName || (word.IsCapital && (one.Excerpt.Names.Contains(word.Text) || other.Excerpt.Names.Contains(word.Text))));
    }
}
