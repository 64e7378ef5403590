using System.Globalization;
using System.Text;
using Articles.Text;

namespace Articles.Headlines;

/// <summary>A word of a headline as it is written, in lower case and without accents.</summary>
/// <param name="IsCapital">Whether it starts with a capital letter.</param>
/// <param name="IsUpper">Whether it has two letters or more, all of them capital.</param>
/// <param name="StartsPhrase">Whether a comma, a colon, or the like is before it.</param>
/// <param name="IsNumber">Whether it has a digit, or is a number in words.</param>
/// <param name="IsSpelledOne">Whether it is "one", which may be no more than "a".</param>
sealed record HeadlineToken(string Text, bool IsCapital, bool IsUpper, bool StartsPhrase, bool IsNumber, bool IsSpelledOne = false)
{
    /// <summary>"Mayor's", and not "mayor".</summary>
    public bool IsOwner { get; init; }
}

/// <summary>Splits a headline into words.</summary>
sealed class HeadlineScanner
{
    const string PhraseEnds = ",;:()[]{}|!?…–—·/";

    const string SignsOfCurrencies = "$€£¥₹₩₽";

    static readonly string[] Abbreviations =
    [
        "dr", "mr", "mrs", "ms", "st", "mt", "prof", "gen", "gov", "sen", "rep", "lt", "sgt", "capt", "rev", "no", "vs", "inc", "co",
        "corp", "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ];

    readonly List<HeadlineToken> tokens = [];
    readonly StringBuilder word = new();
    readonly string plain;
    readonly string written;
    int start;
    bool startsPhrase;

    HeadlineScanner(string text)
    {
        var isAscii = Ascii.IsValid(text);
        written = isAscii ? text : Visible(text);
        plain = isAscii ? text.ToLowerInvariant() : FoldedText.WithoutAccents(written);
    }

    bool IsUnspaced { get; set; }

    /// <returns>The words, and whether any is in a script that puts no spaces between words.</returns>
    public static (List<HeadlineToken> Tokens, bool IsUnspaced) Scan(string text)
    {
        var scanner = new HeadlineScanner(text);
        for (var at = 0; at < scanner.plain.Length;)
            at += scanner.Read(at);
        scanner.End();
        return (scanner.tokens, scanner.IsUnspaced);
    }

    /// <summary>Halves of surrogate pairs, which are no characters, and joiners are left out.</summary>
    static string Visible(string text) =>
        new([.. HiddenCharacters.Remove(text, out _).Where(character => character is not ('\u200C' or '\u200D'))]);

    /// <returns>How many characters were read.</returns>
    int Read(int at)
    {
        if (char.IsAsciiLetterOrDigit(plain[at]))
            return AddRun(at);
        if (!Rune.TryGetRuneAt(plain, at, out var rune))
            return 1;
        IsUnspaced |= FoldedText.IsUnspaced(rune.Value);
        var character = plain[at];
        if (Rune.IsLetterOrDigit(rune) || IsPart(rune) || (FoldedText.IsMark(rune) && !FoldedText.IsAccent(rune.Value)))
            Add(rune, at);
        else if (IsWithinNumber(at) && character is '.' or ':' or '-' or '–' or '−' or '/')
            word.Append(character is '–' or '−' ? '-' : character);
        else if (character is '\'' or '’' or 'ʼ')
            return Apostrophe(at);
        else if (character == '.')
            Point(at);
        else if (!FoldedText.IsAccent(rune.Value) && !(character == ',' && IsWithinNumber(at)))
            Separate(character, at);
        return rune.Utf16SequenceLength;
    }

    /// <summary>Fractions, and what sets C++ and C# apart from C.</summary>
    bool IsPart(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber || (word.Length > 0 && rune.Value is '+' or '#');

    int AddRun(int at)
    {
        if (word.Length == 0)
            start = at;
        var end = at + 1;
        while (end < plain.Length && char.IsAsciiLetterOrDigit(plain[end]))
            end++;
        word.Append(plain, at, end - at);
        return end - at;
    }

    void Add(Rune rune, int at)
    {
        if (word.Length == 0)
            start = at;
        Span<char> lower = stackalloc char[2];
        word.Append(lower[..Rune.ToLowerInvariant(rune).EncodeToUtf16(lower)]);
    }

    /// <summary>"Kelmouth's" is Kelmouth, and "won't" is not; between other letters, an apostrophe is left out.</summary>
    int Apostrophe(int at)
    {
        var last = at + 2 >= plain.Length || !char.IsLetterOrDigit(plain[at + 2]) ? plain.ElementAtOrDefault(at + 1) : ' ';
        if (word.Length > 0 && last == 's')
        {
            EndOwner();
            return 2;
        }

        var isLast = at + 1 >= plain.Length || !char.IsLetterOrDigit(plain[at + 1]);
        if (isLast && word.Length > 1 && word[^1] == 's')
            EndOwner();

        if (word.Length > 1 && last == 't' && word[^1] == 'n')
        {
            word.Length--;
            End();
            tokens.Add(new("not", IsCapital: false, IsUpper: false, StartsPhrase: false, IsNumber: false));
            return 2;
        }

        return 1;
    }

    /// <summary>The points of U.S. and p.m. are left out, and those of Dr. and Nov. end no sentence.</summary>
    void Point(int at)
    {
        if (at > 0 && IsLetter(at - 1) && (at == 1 || !char.IsLetterOrDigit(plain[at - 2])) && (IsLetter(at + 1) || IsPoint(at - 2)))
            return;
        var isShort = Abbreviations.Contains(word.ToString(), StringComparer.Ordinal);
        End();
        startsPhrase |= !isShort;

        bool IsLetter(int i) => i < plain.Length && char.IsLetter(plain[i]);

        bool IsPoint(int i) => i >= 0 && plain[i] == '.';
    }

    void Separate(char character, int at)
    {
        if (SignsOfCurrencies.Contains(character))
        {
            // US$ and A$ are currencies of their own.
            var country = word.ToString();
            word.Clear();
            AddToken(country is "us" ? "$" : $"{country}{character}", at);
            return;
        }

        End();
        if (Spoken(character, at) is { } spoken)
            AddToken(spoken, at);
        startsPhrase |= PhraseEnds.Contains(character) || (character == '-' && at > 0 && plain[at - 1] == ' ');
    }

    /// <summary>A sign that is read as a word.</summary>
    string? Spoken(char character, int at) => character switch
    {
        '%' or '?' => $"{character}",
        '&' => "and",
        '-' or '−' when at + 1 < plain.Length && char.IsAsciiDigit(plain[at + 1]) && (at == 0 || plain[at - 1] == ' ') => "minus",
        _ => null,
    };

    bool IsWithinNumber(int at) =>
        at > 0 && at + 1 < plain.Length && char.IsAsciiDigit(plain[at - 1]) && char.IsAsciiDigit(plain[at + 1]);

    void End()
    {
        if (word.Length > 0)
            AddToken(word.ToString(), start);
        word.Clear();
    }

    void EndOwner()
    {
        End();
        tokens[^1] = tokens[^1] with { IsOwner = true };
    }

    void AddToken(string text, int from)
    {
        var letters = written.AsSpan(from, Math.Min(text.Length, written.Length - from));
        var isUpper = text.Length > 1 && !text.AsSpan().ContainsAnyInRange('0', '9') && !letters.ContainsAnyInRange('a', 'z')
            && letters.ContainsAnyInRange('A', 'Z');
        tokens.Add(new(text, char.IsUpper(written[from]), isUpper, startsPhrase, text.AsSpan().ContainsAnyInRange('0', '9')));
        startsPhrase = false;
    }
}
