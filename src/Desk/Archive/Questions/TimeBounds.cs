namespace Desk.Archive.Questions;

/// <summary>Times between which nothing can lie.</summary>
/// <param name="Since">The later one, as it was typed.</param>
/// <param name="Until">The earlier one.</param>
/// <param name="Swapped">The question the other way round; null if that can't be said.</param>
public sealed record BackwardsTimes(string Since, string Until, string? Swapped);

/// <summary>The times of a question, of which one may end before the other begins: "until 2021 since 2023".</summary>
sealed class TimeBounds(string folded, IReadOnlyList<QuestionToken> tokens)
{
    Bound? first;
    Bound? contrary;

    /// <returns>Whether nothing lies between this time and the one before it.</returns>
    public bool Add(Period period, int start, int end)
    {
        var bound = new Bound(period, start, end);
        if (first is null)
        {
            first = bound;
            return false;
        }

        if (contrary is not null || !AreContrary(first.Period, period))
            return false;
        contrary = bound;
        return true;
    }

    /// <summary>The other way round, each preposition is in the place of the other.</summary>
    /// <param name="read">Reads a question.</param>
    public BackwardsTimes? Backwards(Func<string, Question> read)
    {
        if (first is null || contrary is null)
            return null;
        var (since, until) = first.Period.End is null ? (first, contrary) : (contrary, first);
        var swapped = string.Concat(
            folded[..tokens[first.Start].Start] + tokens[contrary.Start].Word,
            folded[tokens[first.Start].End..tokens[contrary.Start].Start] + tokens[first.Start].Word,
            folded[tokens[contrary.Start].End..]);
        var isUnderstood = read(swapped) is { Backwards: null, Filters: { Since: not null, Until: not null } };
        return new(Named(since), Named(until), isUnderstood ? swapped : null);
    }

    /// <summary>The words of a time without its preposition.</summary>
    string Named(Bound bound) => folded[tokens[Math.Min(bound.Start + 1, bound.End - 1)].Start..tokens[bound.End - 1].End];

    static bool AreContrary(Period one, Period other) => (one, other) switch
    {
        ({ End: null }, { Start: null }) => one.Start >= other.End,
        ({ Start: null }, { End: null }) => other.Start >= one.End,
        _ => false,
    };

    sealed record Bound(Period Period, int Start, int End);
}
