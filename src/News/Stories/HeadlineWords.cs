using System.Collections.Frozen;
using System.Text;
using News.Reading;

namespace News.Stories;

/// <summary>
/// What of a headline is compared with others: its words in lower case, without accents, punctuation, entities, words
/// that say little, and the outlet's own name at its end.
/// </summary>
sealed class HeadlineWords
{
    /// <summary>Fewer say too little: "Live updates" stands above anything.</summary>
    const int FewestWords = 4;

    /// <summary>The same for scripts that put no spaces between words.</summary>
    const int FewestUnspacedCharacters = 8;

    /// <summary>Of the words that either of two headlines has, both must have three quarters.</summary>
    const int SharedOfFour = 3;

    /// <summary>Between two digits a point is part of the number, and a comma is left out.</summary>
    const char Point = '.';

    static readonly string[] BeforeOutlets = [" - ", " | ", " – ", " — ", " · ", " :: "];

    /// <summary>In the languages that the corpus and its likes are written in; a word that another language needs is seldom among them.</summary>
    static readonly FrozenSet<string> LittleWords = FrozenSet.Create(StringComparer.Ordinal,
        "a", "about", "after", "all", "amid", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "for", "from", "has", "have", "he", "her", "his", "how",
        "i", "in", "into", "is", "it", "its", "more", "new", "of", "on", "or", "our", "out", "over", "s", "says", "she", "so", "than", "that", "the", "their", "they", "this",
        "to", "up", "was", "we", "were", "what", "when", "where", "who", "why", "will", "with", "you", "your",
        "al", "auf", "aus", "avec", "con", "da", "das", "de", "del", "dem", "den", "der", "des", "di", "die", "du", "e", "ein", "eine", "el", "en", "est", "et", "fur", "het",
        "il", "im", "ist", "la", "las", "le", "les", "los", "mit", "na", "nach", "o", "para", "por", "pour", "que", "sur", "um", "un", "una", "und", "une", "van", "von", "y", "zu");

    readonly string[] words;

    HeadlineWords(string text, bool isUnspaced, string[] words) => (Text, IsUnspaced, this.words) = (text, isUnspaced, words);

    /// <summary>All words in their order.</summary>
    public string Text { get; }

    /// <summary>Whether it is written in a script that puts no spaces between words, at least in part.</summary>
    public bool IsUnspaced { get; }

    /// <summary>Without the words that say little, each once: the longer first, which are the rarer ones, so that few headlines share the first.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Whether it says enough to be compared at all.</summary>
    public bool IsTelling => IsUnspaced ? Text.Length >= FewestUnspacedCharacters : words.Length >= FewestWords;

    /// <param name="provider">Whose name may stand at the end.</param>
    public static HeadlineWords Of(string? title, Provider? provider = null)
    {
        var (all, isUnspaced) = Split(WithoutOutlet(HtmlText.Decode(title ?? ""), provider ?? Provider.Unknown));
        var words = all.Where(word => !LittleWords.Contains(word)).Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(words, LongerFirst);
        return new(string.Join(isUnspaced ? "" : " ", all), isUnspaced, words);
    }

    /// <summary>Whether both say the same in nearly the same words. The same for the other way round.</summary>
    public bool IsNear(HeadlineWords other) =>
        IsTelling && other.IsTelling && (IsUnspaced || other.IsUnspaced ? Text == other.Text : Shares(words, other.words) && HasNumbersOf(other));

    /// <summary>
    /// Of two near headlines, at least one key is the same. Of words put in one order, two sets of which three quarters are shared
    /// share one of the first ones; and what numbers there are must be the same.
    /// </summary>
    public IEnumerable<long> Keys()
    {
        if (!IsTelling)
            return [];
        if (IsUnspaced)
            return [StableHash.Of(Text)];
        var numbers = StableHash.Of(string.Join(' ', words.Where(IsNumber)));
        return words.Take(words.Length - LeastShared(words.Length) + 1).Select(word => StableHash.Of(word, numbers));
    }

    /// <summary>How many of so many words a near headline has at least.</summary>
    static int LeastShared(int count) => ((count * SharedOfFour) + 3) / 4;

    static bool Shares(string[] one, string[] other)
    {
        if (Math.Min(one.Length, other.Length) < LeastShared(Math.Max(one.Length, other.Length)))
            return false;
        int shared = 0, i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            var order = LongerFirst(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared * 4 >= SharedOfFour * (one.Length + other.Length - shared);
    }

    bool HasNumbersOf(HeadlineWords other) => words.Where(IsNumber).SequenceEqual(other.words.Where(IsNumber));

    static bool IsNumber(string word) => word.Any(char.IsDigit);

    static int LongerFirst(string one, string other) =>
        one.Length != other.Length ? other.Length - one.Length : string.CompareOrdinal(one, other);

    static string WithoutOutlet(string title, Provider provider)
    {
        foreach (var mark in BeforeOutlets)
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && IsNameOf(title[(at + mark.Length)..], provider))
                return title[..at];
        }

        return title;
    }

    static bool IsNameOf(string text, Provider provider)
    {
        var name = Joined(text);
        return name.Length > 0 && (name == Joined(provider.Name) || name == Joined(provider.Domain) || name == Joined(provider.Domain.Split('.')[0]));
    }

    static string Joined(string text) => string.Concat(Split(text).Words);

    static (List<string> Words, bool IsUnspaced) Split(string text)
    {
        var (words, word, isUnspaced) = (new List<string>(), new StringBuilder(), false);
        var plain = Plain(text);
        Span<char> lower = stackalloc char[2];
        for (var i = 0; i < plain.Length; i++)
        {
            if (!Rune.TryGetRuneAt(plain, i, out var rune))
                continue;
            i += rune.Utf16SequenceLength - 1;
            isUnspaced |= Scripts.IsUnspaced(rune.Value);
            if (Rune.IsLetterOrDigit(rune) || (Scripts.IsMark(rune) && !Scripts.IsAccent(rune.Value)))
                word.Append(lower[..Rune.ToLowerInvariant(rune).EncodeToUtf16(lower)]);
            else if (rune.Value == Point && IsWithinNumber(plain, i))
                word.Append(Point);
            else if (!(rune.Value is '\'' or '’' or 'ʼ' || Scripts.IsAccent(rune.Value) || (rune.Value == ',' && IsWithinNumber(plain, i))))
                End();
        }

        End();
        return (words, isUnspaced);

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    static bool IsWithinNumber(string text, int at) => at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    /// <summary>Without the accents of letters. Halves of surrogate pairs, which can't be, are left out.</summary>
    static string Plain(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var whole = HiddenCharacters.Remove(text, out _);
        return Accents.Without(new string([.. whole.Where(character => character is not ('\u200C' or '\u200D'))]));
    }
}
