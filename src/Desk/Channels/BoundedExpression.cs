using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Desk.Channels;

/// <summary>
/// Regular expressions whose search takes a bounded amount of work. There is no time limit: on a busy machine it would turn
/// "not yet" into "no".
/// </summary>
static class BoundedExpression
{
    const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking;

    /// <summary>
    /// In bytes allocated while the trial text is searched. Everyday expressions need less than 200 KB. Unlike time, memory is the same
    /// on a busy machine, and an expression's states take time in proportion to it: this much is about 20 ms.
    /// </summary>
    const long TrialBytes = 4 * 1024 * 1024;

    /// <summary>With each change of a channel, all rules are read again. So many expressions needn't be parsed again.</summary>
    const int Remembered = 10_000;

    /// <summary>Has letters, digits and marks, so that wildcards, ranges and alternatives all have something to try.</summary>
    const string Trial = "Storm Ava: 38 million in A.B.C. lose power, 3 dead; \"quiz\" jokes vex 2026-11-24 — fjord’s wry glyphs: café";

    static readonly ConcurrentDictionary<string, (Regex? Expression, string Error)> Known = [];

    /// <summary>Null if it isn't an expression, or can't be searched in bounded time.</summary>
    /// <param name="error">Continues after the expression, without a period: <c>is not a regular expression: …. Fix it</c></param>
    public static Regex? Parse(string pattern, out string error)
    {
        if (!Known.TryGetValue(pattern, out var parsed))
        {
            if (Known.Count >= Remembered)
                Known.Clear();
            Known[pattern] = parsed = Parse(pattern);
        }

        error = parsed.Error;
        return parsed.Expression;
    }

    static (Regex?, string) Parse(string pattern)
    {
        try
        {
            var expression = new Regex(pattern, Options);
            return IsCheap(expression)
                ? (expression, "")
                : (null, "takes too much work to search for. Use fewer or smaller repetitions");
        }
        catch (RegexParseException bad)
        {
            return (null, $"is not a regular expression: at character {bad.Offset + 1}, {Reason(bad)}. Fix it");
        }
        catch (NotSupportedException)
        {
            return (null,
                "uses something that could take forever: a back-reference such as \\1, a group such as (?=…), (?!…) or (?>…), "
                + "or a repetition that is too large. Write it without");
        }
    }

    /// <summary>Searches ever more of the trial text, so that finding out is cheap as well.</summary>
    static bool IsCheap(Regex expression)
    {
        // The first search also pays for what all searches share.
        expression.IsMatch("");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var length = 8; length < 2 * Trial.Length; length *= 2)
        {
            expression.IsMatch(Trial.AsSpan(0, Math.Min(length, Trial.Length)));
            if (GC.GetAllocatedBytesForCurrentThread() - before > TrialBytes)
                return false;
        }

        return true;
    }

    static string Reason(RegexParseException bad)
    {
        // "Invalid pattern '(a' at offset 2. Not enough )'s."
        var offset = Math.Max(0, bad.Message.IndexOf("offset", StringComparison.Ordinal));
        var start = bad.Message.IndexOf(". ", offset, StringComparison.Ordinal);
        var reason = bad.Message[(start + 2)..].TrimEnd('.');
        return start < 0 || reason.Length == 0 ? "it ends too early" : char.ToLowerInvariant(reason[0]) + reason[1..];
    }
}
