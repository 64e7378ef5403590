namespace Articles.Headlines;

/// <summary>Words that are numbers, or belong to numbers.</summary>
static class NumberWords
{
    /// <summary>No sign of a currency is longer: "$", "EUR".</summary>
    public const int LongestSign = 3;

    public static readonly Dictionary<string, string> Scales = Values(
        "hundred 100", "k 1000", "thousand 1000", "lakh 100000", "m 1000000", "mn 1000000", "mln 1000000", "mio 1000000",
        "million 1000000", "crore 10000000", "bn 1000000000", "bln 1000000000", "b 1000000000", "billion 1000000000",
        "tn 1000000000000", "trn 1000000000000", "trillion 1000000000000");

    public static readonly Dictionary<string, string> Cardinals = Values(
        "zero 0", "one 1", "two 2", "three 3", "four 4", "five 5", "six 6", "seven 7", "eight 8", "nine 9", "ten 10", "eleven 11",
        "twelve 12", "thirteen 13", "fourteen 14", "fifteen 15", "sixteen 16", "seventeen 17", "eighteen 18", "nineteen 19", "twenty 20",
        "thirty 30", "forty 40", "fifty 50", "sixty 60", "seventy 70", "eighty 80", "ninety 90",
        "zwei 2", "drei 3", "vier 4", "funf 5", "sechs 6", "sieben 7", "acht 8", "neun 9", "zehn 10",
        "deux 2", "trois 3", "quatre 4", "cinq 5", "huit 8", "neuf 9", "dix 10",
        "dos 2", "tres 3", "cuatro 4", "cinco 5", "seis 6", "siete 7", "ocho 8", "nueve 9", "diez 10");

    public static readonly Dictionary<string, string> Ordinals = Values(
        "first 1", "second 2", "third 3", "fourth 4", "fifth 5", "sixth 6", "seventh 7", "eighth 8", "ninth 9", "tenth 10",
        "eleventh 11", "twelfth 12", "thirteenth 13", "fourteenth 14", "fifteenth 15", "twentieth 20");

    public static readonly Dictionary<string, string> RomanNumerals =
        Values("ii 2", "iii 3", "iv 4", "vi 6", "vii 7", "viii 8", "ix 9", "xi 11", "xii 12", "xiii 13", "xiv 14", "xv 15", "xvi 16");

    public static readonly Dictionary<string, string> Months = Names(
        "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august", "sep sept september",
        "oct october", "nov november", "dec december");

    /// <summary>Beside a number; each is one unit.</summary>
    public static readonly Dictionary<string, string> Units = Names(
        "% percent pct pc cent", "$ dollar dollars usd", "€ euro euros eur", "£ pound pounds gbp", "¥ yen", "₹ rs rupee rupees",
        "am", "pm");

    /// <summary>Written together with a number, and a word of its own.</summary>
    public static readonly Dictionary<string, string> Measures = Names(
        "kilometer km", "kilogram kg", "gram g", "centimeter cm", "millimeter mm", "foot ft", "mph", "kmh", "celsius c", "fahrenheit f",
        "kilowatt kw", "megawatt mw", "gigawatt gw", "gigabyte gb", "terabyte tb", "hertz hz", "hour h hr hrs", "minute min mins");

    /// <summary>What a number may start with if not with a digit.</summary>
    public static readonly HashSet<string> Starts =
    [
        .. Cardinals.Keys, .. Ordinals.Keys, .. RomanNumerals.Keys, .. Months.Keys,
        .. Units.Keys.Where(unit => unit.Length <= LongestSign),
    ];

    static Dictionary<string, string> Values(params string[] rows) =>
        rows.Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1]);

    static Dictionary<string, string> Names(params string[] rows) =>
        rows.Select(row => row.Split(' '))
            .SelectMany(row => row.Select(name => KeyValuePair.Create(name, row[0])))
            .ToDictionary();
}
