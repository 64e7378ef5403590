using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Desk.Archive.Summaries;

/// <summary>
/// Whether a text says only what its sources say, as far as words can show it: every number, date, name and quotation must be there.
/// </summary>
/// <remarks>What it can't see: whether known names and numbers are put together rightly, and whether a "not" is missing.</remarks>
public static partial class SummaryCheck
{
    /// <summary>In characters.</summary>
    public const int Longest = 1200;

    /// <summary>They mark up text, address somebody or enclose an address. No sentence needs them.</summary>
    static readonly SearchValues<char> Marks = SearchValues.Create("<>@`|~\\{}[]*_");

    /// <summary>Sentences of many languages have them, whatever their sources have.</summary>
    const string KnownMarks = "“”„‟«»‹›‘’‚…—–·•¿¡。、，！？：；（）「」『』";

    /// <param name="text">With the numbers of its sources in square brackets, from <c>[1]</c>.</param>
    /// <returns>Null if nothing is wrong with it.</returns>
    public static SummaryFault? Fault(string text, IReadOnlyList<SummarySource> sources)
    {
        if (!text.Any(char.IsLetter))
            return SummaryFault.Empty;
        if (text.Length > Longest)
            return SummaryFault.TooLong;
        var cited = Cited(text).ToList();
        if (cited.Any(number => number < 1 || number > sources.Count))
            return SummaryFault.UnknownSource;
        var terms = new SourceTerms(sources);
        var plain = SummaryText.Plain(SummaryText.Citations().Replace(text, " "));
        if (HasForeignCharacter(plain, terms))
            return SummaryFault.Characters;
        if (HasMarkup(plain, terms))
            return SummaryFault.Markup;
        if (cited is [])
            return SummaryFault.NoSource;
        if (Quotations.HasForeign(plain, terms.Text))
            return SummaryFault.Quotation;
        return new SummaryStatements(plain, terms).Fault;
    }

    /// <summary>The numbers of the sources that it names, in order.</summary>
    public static IEnumerable<int> Cited(string text) => SummaryText.Citations().Matches(text)
        .SelectMany(match => match.Value.Trim('[', ']').Split(','))
        .Select(number => int.Parse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The text with other marks for the numbers of its sources.</summary>
    /// <param name="mark">For a number from 1.</param>
    public static string WithMarks(string text, Func<int, char> mark) =>
        SummaryText.Citations().Replace(text, match => string.Join(' ', Cited(match.Value).Select(mark)));

    static bool HasMarkup(string plain, SourceTerms terms) =>
        plain.AsSpan().ContainsAny(Marks)
        || plain.Contains("://", StringComparison.Ordinal)
        || Heading().IsMatch(plain)
        || Domain().Matches(plain).Any(match => !terms.IsOutlet(match.Value));

    /// <summary>Symbols such as € or 😀, marks that look like others, and what can't be seen, only if a source has them.</summary>
    static bool HasForeignCharacter(string plain, SourceTerms terms) => plain
        .Where(character => (!char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character))
                && !KnownMarks.Contains(character, StringComparison.Ordinal))
            || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.CurrencySymbol
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
        .Any(character => character != '\n' && !terms.Text.Contains(character, StringComparison.Ordinal));

    /// <summary>Discord's headings and channels; C# is neither.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])#")]
    private static partial Regex Heading();

    /// <summary>As in evil.example, but not U.S.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?![\p{L}\p{N}])")]
    private static partial Regex Domain();
}
