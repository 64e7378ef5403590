using System.Globalization;

namespace Desk.Archive.Questions;

/// <summary>The words of a question by what each may say about time. Numbers of words outside the question mean nothing.</summary>
sealed class TimeTokens(IReadOnlyList<QuestionToken> tokens)
{
    readonly IReadOnlyList<IReadOnlyList<TimeWord>> meanings = [.. tokens.Select(token => TimeWords.Of(token.Word))];

    public int Count => tokens.Count;

    /// <summary>The first word from here that is no article or the like.</summary>
    public int Skipped(int at)
    {
        while (Is(at, TimeMeaning.Filler) || Word(at) is "la" or "le" or "el" or "los" or "las" or "les" or "im")
            at++;
        return at;
    }

    public string Word(int at) => at >= 0 && at < tokens.Count ? tokens[at].Word : "";

    /// <summary>Whether more than a space is behind the word.</summary>
    public bool IsPunctuated(int at) => at + 1 < tokens.Count && tokens[at + 1].Start > tokens[at].End + 1;

    public bool Is(int at, TimeMeaning meaning) => ValueAt(at, meaning) is not null;

    public int? Number(int at) => ValueAt(at, TimeMeaning.Number);

    public int? Month(int at) => ValueAt(at, TimeMeaning.NamedMonth);

    public int? Weekday(int at) => ValueAt(at, TimeMeaning.NamedDay);

    public int? Year(int at) => Number(at) is >= 1970 and <= 2100 and var year && Word(at).Length == 4 ? year : null;

    public int? DayOfMonth(int at) => char.IsAsciiDigit(Word(at).FirstOrDefault()) && Number(at) is >= 1 and <= 31 and var day ? day : null;

    /// <summary>"2021", "last year", "the year".</summary>
    public (int Year, int End)? YearNear(int at, DateOnly today) =>
        Year(at) is { } year ? (year, at + 1)
        : Unit(at) is TimeMeaning.Year ? (today.Year, at + 1)
        : Unit(at + 1) is not TimeMeaning.Year ? null
        : Is(at, TimeMeaning.Last) ? (today.Year - 1, at + 2)
        : Is(at, TimeMeaning.This) ? (today.Year, at + 2)
        : null;

    /// <summary>"Q3", "third quarter".</summary>
    public (int Quarter, int End)? QuarterOf(int at) =>
        Word(at) is ['q', >= '1' and <= '4' and var digit] ? (digit - '0', at + 1)
        : Ordinal(at) is { } nth && Unit(at + 1) is TimeMeaning.Quarter ? (nth, at + 2)
        : null;

    /// <summary>"24h", "7d".</summary>
    public (int Count, TimeMeaning Unit)? Counted(int at)
    {
        var digits = Word(at).TrimEnd("hdw");
        TimeMeaning? unit = Word(at)[digits.Length..] switch
        {
            "h" => TimeMeaning.Hour,
            "d" => TimeMeaning.Day,
            "w" => TimeMeaning.Week,
            _ => null,
        };
        return unit is { } known && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (count, known)
            : null;
    }

    public TimeMeaning? Unit(int at) => at >= 0 && at < tokens.Count
        ? meanings[at].Select(word => word.Meaning).Where(meaning => meaning <= TimeMeaning.Quarter).Cast<TimeMeaning?>().FirstOrDefault()
        : null;

    public int? ValueAt(int at, TimeMeaning meaning) => at >= 0 && at < tokens.Count
        ? meanings[at].Where(word => word.Meaning == meaning).Select(word => (int?)word.Value).FirstOrDefault()
        : null;

    /// <summary>"March '21". The mark is no part of the word.</summary>
    public int? ShortYear(int at) => at < tokens.Count && at > 0 && tokens[at].Start == tokens[at - 1].End + 2 && Word(at).Length == 2
        && Number(at) is { } year ? 2000 + year : null;

    public int? Ordinal(int at) => Word(at) switch
    {
        "first" or "erste" or "ersten" or "erstes" or "premier" or "premiere" or "primer" or "primera" or "primeiro" or "primeira"
            or "1st" => 1,
        "second" or "zweite" or "zweiten" or "zweites" or "deuxieme" or "segundo" or "segunda" or "2nd" => 2,
        "third" or "dritte" or "dritten" or "drittes" or "troisieme" or "tercer" or "tercera" or "terceiro" or "terceira" or "3rd" => 3,
        "fourth" or "vierte" or "vierten" or "viertes" or "quatrieme" or "cuarto" or "cuarta" or "quarto" or "quarta" or "4th" => 4,
        _ => null,
    };
}
