namespace Desk.Archive.Questions;

/// <summary>What a word says about time, in any language.</summary>
enum TimeMeaning
{
    Hour,
    Day,
    Week,
    Month,
    Year,
    Quarter,
    Weekend,
    Season,
    Half,
    PartOfDay,
    Today,
    Yesterday,
    DayBefore,
    Early,
    Middle,
    Late,
    NamedMonth,
    NamedDay,
    Number,
    Last,
    This,
    Ago,
    Since,
    After,
    Until,
    Before,
    Between,
    In,
    To,
    Onward,
    Than,
    Filler,
}

/// <param name="Value">Of a number, or the number of a month (1 to 12) or a day of the week (Monday is 1).</param>
readonly record struct TimeWord(TimeMeaning Meaning, int Value = 0);
