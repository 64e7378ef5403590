using System.Text.RegularExpressions;
using Articles.Text;

namespace Desk.Archive.Summaries;

/// <summary>What stands in quotation marks, in any of their forms.</summary>
static partial class Quotations
{
    const string Double = "“”„‟«»＂「」『』‹›";

    /// <summary>Whether something in quotation marks is not in the sources word for word, or a mark has no other.</summary>
    /// <param name="plain">See <see cref="SummaryText.Plain"/>.</param>
    /// <param name="sources">The same.</param>
    public static bool HasForeign(string plain, string sources)
    {
        var (text, said) = (Marked(plain), Marked(sources));
        var parts = text.Split('"');
        return parts.Length % 2 == 0
            || parts.Where((_, at) => at % 2 == 1).Concat(Single().Matches(text).Select(match => match.Groups[1].Value))
                .Any(quoted => !IsSaid(quoted, said));
    }

    /// <summary>The mark that ends a quotation's sentence may belong to the sentence around it.</summary>
    static bool IsSaid(string quoted, string said)
    {
        var words = quoted.Trim().TrimEnd('.', ',', ';', ':', '!', '?', '…').Trim();
        return words.Length > 0 && FoldedText.HoldsWhole(said, words);
    }

    static string Marked(string text) => Spaces().Replace(
        string.Concat(text.Select(mark => Double.Contains(mark, StringComparison.Ordinal) ? '"' : mark)), " ").ToLowerInvariant();

    /// <summary>An apostrophe is inside a word or behind it; one before a word begins a quotation.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])['‘‚](?=\S)([^'’‘\n]+)['’‘](?![\p{L}\p{N}])")]
    private static partial Regex Single();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
