using System.Text.RegularExpressions;
using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>The words of a question that name somebody or something: those with a capital letter that no sentence begins with.</summary>
static partial class ProperNames
{
    /// <summary>If more of the words have a capital, it is a headline, or the language is German, and a capital says nothing.</summary>
    const double MostCapitals = 0.5;

    /// <summary>Longer words in capitals are no abbreviations, which articles write out.</summary>
    const int LongestAbbreviation = 5;

    /// <summary>Folded.</summary>
    /// <param name="typed">As it was typed.</param>
    public static IReadOnlyList<string> Of(string typed)
    {
        var words = Words.Matches(typed).Where(word => !BeginsSentence(typed, word.Index)).Select(word => word.Value).ToList();
        var capitals = words.Where(word => char.IsUpper(word[0]) && word.Length > 1).ToList();
        return capitals.Count > words.Count * MostCapitals && words.Count > 1
            ? []
            : [.. capitals.Where(word => !IsAbbreviation(word)).Select(word => FoldedText.Of(QuestionNames.WithoutOwner(word))).Distinct()];
    }

    static bool IsAbbreviation(string word) => word.Length <= LongestAbbreviation && !word.Any(char.IsLower);

    static bool BeginsSentence(string typed, int at)
    {
        var before = typed.AsSpan(0, at).TrimEnd(" \"'(“„«¿¡");
        return before.Length == 0 || before[^1] is '.' or '?' or '!' or ':' or '\n';
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    static partial Regex Words { get; }
}
