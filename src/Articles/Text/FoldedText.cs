using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Articles.Text;

/// <summary>Text in the form in which words are compared: lower case, without accents, white space as single spaces.</summary>
public static class FoldedText
{
    /// <summary>
    /// A letter, then the letters with accents that count as it. The runtime's normalization needs ICU, which the program does without.
    /// </summary>
    static readonly string[] Letters =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "bḃḅḇ", "cçćĉċčḉ", "dďđðḋḍḏḑḓ", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "fḟ",
        "gĝğġģǧǵḡ", "hĥħȟḣḥḧḩḫẖ", "iìíîïĩīĭįıǐȉȋḭḯỉị", "jĵǰ", "kķǩḱḳḵ", "lĺļľŀłḷḹḻḽ", "mḿṁṃ", "nñńņňŉǹṅṇṉṋ",
        "oòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "pṕṗ", "rŕŗřȑȓṙṛṝṟ", "sśŝşšșṡṣṥṧṩ", "tţťŧțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿ", "wŵẁẃẅẇẉẘ", "xẋẍ", "yýÿŷȳẏẙỳỵỷỹ", "zźżžẑẓẕ", "æǣǽ", "ſẛ", "ʒǯ",
        "αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ", "εέἐἑἒἓἔἕὲέ", "ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ", "ιΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ",
        "οόὀὁὂὃὄὅὸό", "ρῤῥ", "σς", "υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ", "ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ", "ϒϓϔ", "аӑӓ", "гѓ", "еѐёӗ",
        "жӂӝ", "зӟ", "ийѝӣӥ", "кќ", "оӧ", "уўӯӱӳ", "чӵ", "ыӹ", "эӭ", "ії", "ѵѷ", "әӛ", "өӫ",
    ];

    static readonly FrozenDictionary<char, char> Plain = Letters
        .SelectMany(row => row[1..].Select(letter => KeyValuePair.Create(letter, row[0])))
        .ToFrozenDictionary();

    /// <summary>Thai, Lao, Burmese, Khmer, Chinese and Japanese put no spaces between words.</summary>
    static readonly (int First, int Last)[] Unspaced =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3041, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
    ];

    /// <summary>These and their neighbors put no spaces between words, or join endings to them, like Korean.</summary>
    static readonly (int First, int Last)[] Unseparated =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x11FF), (0x1780, 0x17FF), (0x2E80, 0xA63F), (0xA800, 0xABFF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
        (0xFF66, 0xFF9F),
    ];

    /// <summary>
    /// Accents of Latin, Greek and Cyrillic letters, and points of Hebrew and Arabic ones, which many leave out. In other scripts
    /// such marks are vowels.
    /// </summary>
    static readonly (int First, int Last)[] Accents =
    [
        (0x0300, 0x036F), (0x0591, 0x05C7), (0x064B, 0x065F), (0x0670, 0x0670), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0xFE00, 0xFE0F),
    ];

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
                continue;
            }

            var lower = char.ToLowerInvariant(character);
            if (char.GetUnicodeCategory(lower) is UnicodeCategory.NonSpacingMark && IsAccent(lower))
                continue;
            folded.Append(WithoutAccent(lower));
        }

        return folded.Length > 0 && folded[^1] == ' ' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }

    /// <summary>Whether the character belongs to a word that spaces or marks set apart from others.</summary>
    public static bool IsOfWord(char character) =>
        (char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark)
        && !IsAmong(Unseparated, character);

    /// <summary>The words of folded text, except in scripts that don't separate them.</summary>
    public static HashSet<string> Words(string folded)
    {
        var words = new HashSet<string>();
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < folded.Length;)
        {
            var end = start;
            while (end < folded.Length && IsOfWord(folded[end]))
                end++;
            if (end > start)
                lookup.Add(folded.AsSpan(start, end - start));
            start = end + 1;
        }

        return words;
    }

    /// <summary>Whether the words appear in the text, with no other word joined to them.</summary>
    public static bool HoldsWhole(ReadOnlySpan<char> text, ReadOnlySpan<char> words)
    {
        for (var from = 0; text[from..].IndexOf(words, StringComparison.Ordinal) is >= 0 and var at; from += at + 1)
        {
            var start = from + at;
            var end = start + words.Length;
            var startsWord = start == 0 || !IsOfWord(words[0]) || !IsOfWord(text[start - 1]);
            if (startsWord && (end == text.Length || !IsOfWord(words[^1]) || !IsOfWord(text[end])))
                return true;
        }

        return false;
    }

    internal static bool IsUnspaced(int character) => IsAmong(Unspaced, character);

    internal static bool IsAccent(int character) => IsAmong(Accents, character);

    internal static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>In lower case; wide forms of ASCII become ASCII.</summary>
    internal static string WithoutAccents(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = WithoutAccent(char.ToLowerInvariant(text[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[i] - 0xFEE0) : text[i]));
    });

    static char WithoutAccent(char letter) => letter >= '\u00C0' && Plain.TryGetValue(letter, out var plain) ? plain : letter;

    static bool IsAmong((int First, int Last)[] ranges, int character)
    {
        if (character < ranges[0].First)
            return false;
        foreach (var (first, last) in ranges)
        {
            if (character >= first && character <= last)
                return true;
        }

        return false;
    }
}
