using System.Collections.Frozen;
using System.Globalization;
using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>The words in which people name times, in English, German, French, Spanish and Portuguese, folded.</summary>
static class TimeWords
{
    /// <summary>A line for each meaning; a number behind a word is its value.</summary>
    static readonly (TimeMeaning Meaning, string Words)[] Table =
    [
        (TimeMeaning.Hour, "hour hours hr hrs stunde stunden heure heures hora horas"),
        (TimeMeaning.Weekend, "weekend wochenende week-end finde"),
        (TimeMeaning.Half, "half hj halbjahr halfte semestre moitie mitad metade"),
        (TimeMeaning.Onward, "onward onwards forward on later"),
        (TimeMeaning.Than, "than als que"),
        (TimeMeaning.PartOfDay, "morning afternoon evening night morgen vormittag nachmittag abend matin apres-midi soir manana tarde "
            + "noche manha noite"),
        (TimeMeaning.Day, "day days tag tage tagen jour jours dia dias"),
        (TimeMeaning.Week, "week weeks wk wks woche wochen semaine semaine-ci semaines semana semanas"),
        (TimeMeaning.Month, "month months mos mth mths monat monate monaten monats mois mois-ci mes meses"),
        (TimeMeaning.Year, "year years yr yrs jahr jahre jahren jahres an ans annee annees l'annee l’annee l'an l’an ano anos"),
        (TimeMeaning.Quarter, "quarter quarters quartal quartale trimestre trimestres"),
        (TimeMeaning.Today, "today tonight heute aujourd'hui aujourd’hui hoy hoje"),
        (TimeMeaning.Yesterday, "yesterday gestern hier ayer ontem"),
        (TimeMeaning.DayBefore, "vorgestern avant-hier anteayer antier anteontem"),
        (TimeMeaning.Early, "early beginning start anfang debut inicio principios comeco"),
        (TimeMeaning.Middle, "mid middle mitte milieu mediados meados"),
        (TimeMeaning.Late, "late end ende fin finales final"),
        (TimeMeaning.Last, "last past previous recent letzte letzten letzter letztes letztem vergangene vergangenen vorige vorigen "
            + "vergangenem dernier derniere derniers dernieres passe passee passes passees pasado pasada pasados pasadas ultimo "
            + "ultima ultimos ultimas passado passada passados passadas"),
        (TimeMeaning.This, "this current diese dieser diesen diesem dieses ce cet cette este esta estes estas neste nesta deste desta"),
        (TimeMeaning.Ago, "ago back vor hace ha atras"),
        (TimeMeaning.Since, "since seit ab depuis desde starting beginning newer"),
        (TimeMeaning.After, "after nach apres despues depois"),
        (TimeMeaning.Until, "until till through up bis jusqu'a jusqu'en hasta ate"),
        (TimeMeaning.Before, "before vor avant antes prior older ahead"),
        (TimeMeaning.Between, "between zwischen entre"),
        (TimeMeaning.In, "in on at during throughout within over from of im am vom von aus en au dans durant pendant du le la el los "
            + "las no na em nos nas d'octobre d'aout d'avril dos do da de"),
        (TimeMeaning.To, "to and or till bis und oder a au et ou y o e al"),
        (TimeMeaning.Filler, "the der die das den dem des of de del do st nd rd th il y"),
    ];

    /// <summary>January first.</summary>
    static readonly string[] Months =
    [
        "january jan januar janner janvier enero janeiro", "february feb februar fevrier febrero fevereiro",
        "march mar marz mars marzo marco",
        "april apr avril abril", "may mai mayo maio", "june jun juni juin junio junho", "july jul juli juillet julio julho",
        "august aug aout agosto", "september sept sep septembre septiembre setembro", "october oct oktober okt octobre octubre outubro",
        "november nov novembre noviembre novembro", "december dec dezember dez decembre diciembre dezembro",
    ];

    /// <summary>Spring first, as in the north.</summary>
    static readonly string[] Seasons =
    [
        "spring fruhling fruhjahr printemps primavera", "summer sommer ete verano verao", "autumn fall herbst automne otono outono",
        "winter hiver invierno inverno",
    ];

    /// <summary>Monday first.</summary>
    static readonly string[] Days =
    [
        "monday montag lundi lunes segunda-feira", "tuesday dienstag mardi martes terca-feira",
        "wednesday mittwoch mercredi miercoles quarta-feira",
        "thursday donnerstag jeudi jueves quinta-feira", "friday freitag vendredi viernes sexta-feira", "saturday samstag samedi sabado",
        "sunday sonntag dimanche domingo",
    ];

    /// <summary>One first.</summary>
    static readonly string[] Numbers =
    [
        "one a an ein eine einem einer un une uno una um uma", "two couple zwei deux dos dois duas", "three few drei trois tres",
        "four vier quatre cuatro quatro",
        "five funf cinq cinco", "six sechs seis", "seven sieben sept siete sete", "eight acht huit ocho oito", "nine neun neuf nueve nove",
        "ten zehn dix diez dez", "eleven elf onze once", "twelve zwolf douze doce doze",
    ];

    static readonly FrozenDictionary<string, IReadOnlyList<TimeWord>> Known = All()
        .GroupBy(entry => entry.Word, entry => entry.Meaning)
        .ToFrozenDictionary(words => words.Key, IReadOnlyList<TimeWord> (words) => [.. words]);

    /// <summary>Everything that the word may say about time; empty for other words.</summary>
    /// <param name="word">Folded.</param>
    public static IReadOnlyList<TimeWord> Of(string word)
    {
        if ((Known.GetValueOrDefault(word) ?? Known.GetValueOrDefault(WithoutOwner(word))) is { } meanings)
            return meanings;
        var digits = word.TrimEnd("stndrhe").TrimEnd('.');
        return digits.Length is > 0 and <= 4 && word.Length <= digits.Length + 2
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? [new(TimeMeaning.Number, number)]
            : [];
    }

    /// <summary>What a month and a day of the week are called in all of the languages, folded.</summary>
    /// <param name="month">1 to 12.</param>
    public static IEnumerable<string> Names(int month, DayOfWeek day) =>
        [.. Months[month - 1].Split(' '), .. Days[((int)day + 6) % 7].Split(' ')];

    /// <summary>Whether the word may be part of a date, such as a month or a number in digits.</summary>
    public static bool IsOfDate(string word) => Of(word).Any(meaning => meaning.Meaning switch
    {
        TimeMeaning.NamedMonth or TimeMeaning.NamedDay => true,
        TimeMeaning.Number => char.IsAsciiDigit(word[0]),
        _ => false,
    });

    public static bool IsMonth(string word) => Of(word).Any(meaning => meaning.Meaning is TimeMeaning.NamedMonth);

    /// <summary>Whether the word may be the number of a day in a month.</summary>
    public static bool IsDay(string word) =>
        word.Length <= 4 && char.IsAsciiDigit(word[0])
        && Of(word).Any(meaning => meaning is { Meaning: TimeMeaning.Number, Value: >= 1 and <= 31 });

    public static bool IsYear(string word) =>
        word.Length == 4 && Of(word).Any(meaning => meaning is { Meaning: TimeMeaning.Number, Value: >= 1970 and <= 2100 });

    /// <summary>Whether the word names a part of a time: "mid".</summary>
    public static bool IsPart(string word) =>
        Of(word).Any(meaning => meaning.Meaning is TimeMeaning.Early or TimeMeaning.Middle or TimeMeaning.Late);

    /// <summary>The word that was probably meant; the word itself if it says something about time, or if none is near.</summary>
    public static string Nearest(string word)
    {
        if (word.Length < 3 || char.IsAsciiDigit(word[0]) || Of(word).Count > 0)
            return word;
        var allowed = word.Length < 6 ? 1 : 2;
        return All()
            .Select(known => (known.Word, Typos: Spelling.Distance(word, known.Word, allowed)))
            .Where(known => known.Typos is not null)
            .OrderBy(known => known.Typos)
            .Select(known => known.Word)
            .FirstOrDefault() ?? word;
    }

    /// <summary>"Yesterday's posts", often without the mark.</summary>
    static string WithoutOwner(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 5 && word.EndsWith('s') ? word[..^1] : word;

    static IEnumerable<(string Word, TimeWord Meaning)> All() =>
    [
        .. Table.SelectMany(row => row.Words.Split(' ').Select(word => (word, new TimeWord(row.Meaning)))),
        .. Counted(TimeMeaning.NamedMonth, Months),
        .. Counted(TimeMeaning.NamedDay, Days),
        .. Counted(TimeMeaning.Season, Seasons),
        .. Counted(TimeMeaning.Number, Numbers),
    ];

    static IEnumerable<(string Word, TimeWord Meaning)> Counted(TimeMeaning meaning, IReadOnlyList<string> rows) =>
        rows.Index().SelectMany(row => row.Item.Split(' ').Select(word => (word, new TimeWord(meaning, row.Index + 1))));
}
