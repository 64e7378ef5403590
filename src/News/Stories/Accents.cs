using System.Collections.Frozen;

namespace News.Stories;

/// <summary>Letters without their accents, to compare. The runtime's normalisation is not there without ICU, which the program does without.</summary>
static class Accents
{
    /// <summary>A letter, then what counts as it.</summary>
    static readonly string[] Letters =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďđðḋḍḏḑḓ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥħȟḣḥḧḩḫẖ",
        "iìíîïĩīĭįıǐȉȋḭḯỉị",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľŀłḷḹḻḽ",
        "mḿṁṃ",
        "nñńņňŉǹṅṇṉṋ",
        "oòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšșṡṣṥṧṩ",
        "tţťŧțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
        "æǣǽ",
        "ſẛ",
        "ʒǯ",
        "αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ",
        "εέἐἑἒἓἔἕὲέ",
        "ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
        "ιΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ",
        "οόὀὁὂὃὄὅὸό",
        "ρῤῥ",
        "σς",
        "υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ",
        "ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",
        "ϒϓϔ",
        "аӑӓ",
        "гѓ",
        "еѐёӗ",
        "жӂӝ",
        "зӟ",
        "ийѝӣӥ",
        "кќ",
        "оӧ",
        "уўӯӱӳ",
        "чӵ",
        "ыӹ",
        "эӭ",
        "ії",
        "ѵѷ",
        "әӛ",
        "өӫ",
    ];

    static readonly FrozenDictionary<char, char> Plain = Letters.SelectMany(row => row[1..].Select(letter => (letter, row[0]))).ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    /// <param name="letter">In lower case.</param>
    public static char Without(char letter) => letter >= '\u00C0' && Plain.TryGetValue(letter, out var plain) ? plain : letter;

    /// <param name="text">In any case; wide forms of ASCII become ASCII too.</param>
    /// <returns>In lower case.</returns>
    public static string Without(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = Without(char.ToLowerInvariant(text[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[i] - 0xFEE0) : text[i]));
    });
}
