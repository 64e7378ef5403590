using System.Globalization;
using CsCheck;
using Desk.Archive.Summaries;

namespace Desk.Tests.Archive.Summaries;

/// <summary>Sentences made at random of what the sources say, and of what they don't.</summary>
public class AnySummaryTests
{
    const string Title = "Ferries to Skye stop after storm";

    const string Excerpt = "CalMac cancelled 24 sailings after a storm damaged the pier at Mallaig, and repairs cost 1.5 million pounds.";

    static readonly IReadOnlyList<SummarySource> Known = [Sources.Of("Harbour Gazette", Title, Excerpt)];

    static readonly string[] Words =
    [
        "Ferries", "Skye", "CalMac", "Mallaig", "sailings", "storm", "damaged", "pier", "repairs", "pounds", "24", "1.5 million", "slowly",
    ];

    static readonly Gen<List<string>> Sentence = Gen.Int[0, Words.Length - 1].Select(at => Words[at]).List[1, 20];

    /// <summary>A number that the sources don't have, in one of the ways in which numbers are written.</summary>
    static readonly Gen<string> ForeignNumber = Gen.Select(
        Gen.Int[2, 2_000_000_000].Where(number => number is not (24 or 1_500_000 or 2026)),
        Gen.Int[0, 5],
        (number, form) => form switch
        {
            0 => number.ToString("N0", CultureInfo.InvariantCulture),
            1 => $"{number}%",
            2 => number.ToString("N1", CultureInfo.InvariantCulture),
            3 => $"{number} million",
            4 => $"{number}km",
            _ => number.ToString(CultureInfo.InvariantCulture),
        });

    static readonly Gen<string> ForeignName = Gen.Select(
        Gen.Char['A', 'Z'],
        Gen.Char['a', 'z'].Array[3, 9],
        Gen.Bool,
        (first, rest, isShouted) => first + (isShouted ? new string(rest).ToUpperInvariant() : new string(rest)))
        .Where(name => !$"{Title} {Excerpt} Harbour Gazette".Contains(name, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Sentence_of_known_words_passes() => Sentence.Sample(words =>
        Assert.Null(SummaryCheck.Fault($"The {string.Join(' ', words)} [1].", Known)));

    [Fact]
    public void Foreign_number_anywhere_is_found() => Gen.Select(Sentence, ForeignNumber, Gen.Int[0, 20]).Sample((words, number, place) =>
        Assert.Equal(SummaryFault.Number, SummaryCheck.Fault(With(words, number, place), Known)));

    [Fact]
    public void Foreign_name_anywhere_is_found() => Gen.Select(Sentence, ForeignName, Gen.Int[0, 20]).Sample((words, name, place) =>
        Assert.NotNull(SummaryCheck.Fault(With(words, name, place), Known)));

    [Fact]
    public void Any_text_is_checked_without_a_failure() =>
        Gen.String[Gen.Char["aB1.,:-'\"“[] \n%€#@\u0301\uD83D\uDE00東"], 0, 60].Sample(text =>
        {
            SummaryCheck.Fault(text, Known);
        });

    /// <summary>A comma keeps what is put in from being a part of a number beside it.</summary>
    static string With(List<string> words, string foreign, int place)
    {
        var at = Math.Min(place, words.Count);
        return $"The {string.Join(' ', [.. words[..at], "pier,", foreign + ",", "storm", .. words[at..]])} [1].";
    }
}
