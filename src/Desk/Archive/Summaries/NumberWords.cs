using System.Collections.Frozen;
using System.Globalization;

namespace Desk.Archive.Summaries;

/// <summary>
/// Numbers in words, in English, German, French, Spanish and Portuguese, folded. "One" is left out: it is an article or a pronoun in
/// all of them.
/// </summary>
static class NumberWords
{
    const string Tens = "20 30 40 50 60 70 80 90";

    /// <summary>Each row: a language, values, and their words in the same order.</summary>
    static readonly (string Language, string Values, string Words)[] Table =
    [
        ("en", "0 2 3 4 5 6 7 8 9 10", "zero two three four five six seven eight nine ten"),
        ("en", "11 12 13 14 15 16 17 18 19",
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
        ("en", Tens, "twenty thirty forty fifty sixty seventy eighty ninety"),
        ("en", "2 3 4 5 6 7 8 9 10 11 12", "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
        ("de", "0 2 2 3 4 5 6 7 8 9 10", "null zwei zwo drei vier funf sechs sieben acht neun zehn"),
        ("de", "11 12 13 14 15 16 17 18 19",
            "elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn"),
        ("de", Tens, "zwanzig dreißig vierzig funfzig sechzig siebzig achtzig neunzig"),
        ("de", "2 2 2 3 3 3 4 5 6", "zweite zweiten zweiter dritte dritten dritter vierte funfte sechste"),
        ("fr", "0 2 3 4 5 6 7 8 9 10", "zero deux trois quatre cinq six sept huit neuf dix"),
        ("fr", "11 12 13 14 15 16 20 30 40 50 60 80 80",
            "onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante quatre-vingt quatre-vingts"),
        ("fr", "2 2 3 4 5", "deuxieme seconde troisieme quatrieme cinquieme"),
        ("es", "0 2 3 4 5 6 7 8 9 10", "cero dos tres cuatro cinco seis siete ocho nueve diez"),
        ("es", "11 12 13 14 15 16 17 18 19", "once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve"),
        ("es", "21 22 23 24 25 26 27 28 29",
            "veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"),
        ("es", Tens, "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
        ("es", "200 200 300 300 400 500 500", "doscientos doscientas trescientos trescientas cuatrocientos quinientos quinientas"),
        ("es", "600 700 800 900", "seiscientos setecientos ochocientos novecientos"),
        ("es", "2 2 3 3 3", "segundo segunda tercero tercera tercer"),
        ("pt", "0 2 2 3 4 5 6 7 8 9 10", "zero dois duas tres quatro cinco seis sete oito nove dez"),
        ("pt", "11 12 13 14 14 15 16 17 18 19",
            "onze doze treze catorze quatorze quinze dezesseis dezessete dezoito dezenove"),
        ("pt", Tens, "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"),
        ("pt", "200 300 400 500 600 700 800 900",
            "duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"),
        ("pt", "2 3 3", "segunda terceiro terceira"),
    ];

    /// <summary>What multiplies the number before it.</summary>
    static readonly FrozenDictionary<string, decimal> Multipliers = Dictionary(
        (100, "hundred hundert cent cents cien ciento cem cento"),
        (1_000, "thousand tausend tsd mille mil"),
        (1_000_000, "million millions mio mn millionen millon millones milhao milhoes"),
        (1_000_000_000, "billion billions bn milliarde milliarden mrd milliard milliards bilhao bilhoes"),
        (1_000_000_000_000, "trillion trillions tn billionen trilhao trilhoes"));

    /// <summary>Joined to digits, as in 1.5m, 3bn and 20km.</summary>
    static readonly FrozenDictionary<string, decimal> Suffixes = Dictionary(
        (1, "st nd rd th er e eme º ª am pm km kg m² km² cm mm ha min kw mw gw kwh mwh gwh mb gb tb mbps gbps ms hz ghz mhz"),
        (1_000, "k"),
        (1_000_000, "m mn mio"),
        (1_000_000_000, "bn mrd"),
        (1_000_000_000_000, "tn"));

    /// <summary>Quantities without a value of their own.</summary>
    static readonly FrozenSet<string> Quantities =
        """
        half halves double doubled doubles doubling twice triple tripled thrice quadruple quadrupled dozen dozens hundreds thousands
        decade decades century centuries
        halfte halb verdoppelt verdoppelte doppelt doppelte dutzend dutzende hunderte tausende jahrzehnt jahrzehnte
        moitie triple douzaine dizaine dizaines vingtaine centaine centaines milliers
        mitad doble docena decena decenas centenares cientos miles metade dobro triplo duzia dezena dezenas centenas milhares
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>Money, time and measures. Another one makes another statement of the same number.</summary>
    static readonly FrozenSet<string> Units =
        """
        dollar dollars euro euros pound pounds cent pence yen yuan franc francs franken crown crowns krone krona kronor kroner rupee rupees
        second seconds minute minutes hour hours day days week weeks month months year years decade decades
        sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren
        seconde secondes heure heures jour jours semaine semaines mois an ans annee annees
        segundo segundos minuto minutos hora horas dia dias semana semanas mes meses ano anos dolar dolares dolares libra libras euros
        kilometer kilometers kilometre kilometres mile miles meter meters metre metres meile meilen foot feet inch inches
        ton tons tonne tonnes tonnen kilogram kilograms kilo kilos gram grams liter liters litre litres gallon gallons barrel barrels
        degree degrees grad degres grados graus watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    static readonly FrozenDictionary<string, FrozenDictionary<string, decimal>> Values = Table
        .SelectMany(row => row.Values.Split(' ').Zip(row.Words.Split(' ')).Select(pair => (row.Language, pair.First, pair.Second)))
        .Select(entry => (entry.Language, Word: entry.Second, Value: (decimal)int.Parse(entry.First, CultureInfo.InvariantCulture)))
        .Concat(GermanCompounds())
        .GroupBy(entry => entry.Language)
        .ToFrozenDictionary(entries => entries.Key, entries => entries.ToFrozenDictionary(entry => entry.Word, entry => entry.Value));

    /// <param name="word">Folded.</param>
    /// <param name="language">Of the text, or English.</param>
    public static decimal? Value(string word, string language) =>
        Values.GetValueOrDefault(language)?.TryGetValue(word, out var value) is true || Values["en"].TryGetValue(word, out value)
            ? value
            : null;

    public static decimal? Multiplier(string word) => Multipliers.TryGetValue(word, out var value) ? value : null;

    /// <summary>What letters joined to digits make of them; 1 for a unit.</summary>
    public static decimal? Suffix(string letters) => Suffixes.TryGetValue(letters, out var value) ? value : null;

    public static bool IsUnit(string word) => Units.Contains(word);

    public static bool IsQuantity(string word) => Quantities.Contains(word);

    /// <summary>From 21 to 99, and hundreds and thousands.</summary>
    static IEnumerable<(string Language, string Word, decimal Value)> GermanCompounds()
    {
        string[] units = ["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"];
        string[] tens = ["zwanzig", "dreißig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
        foreach (var (index, unit) in units.Index())
        {
            yield return ("de", unit + "hundert", (index + 1) * 100);
            yield return ("de", unit + "tausend", (index + 1) * 1000);
            foreach (var (place, ten) in tens.Index())
                yield return ("de", $"{unit}und{ten}", ((place + 2) * 10) + index + 1);
        }
    }

    static FrozenDictionary<string, decimal> Dictionary(params (decimal Value, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Value))).ToFrozenDictionary();
}
