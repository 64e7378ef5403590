namespace Articles.Headlines;

/// <summary>A word that two headlines have, and its places in them.</summary>
readonly record struct SharedWord(HeadlineWord One, HeadlineWord Other, int At, int OtherAt);

/// <summary>
/// Whether the same words play the same parts. "A beats B" is not "B beats A", "from A to B" not "from B to A", and "2 dead, 5 hurt" not
/// "5 dead, 2 hurt"; but "two dead as ferry hits pier" is "ferry hits pier, two dead".
/// </summary>
sealed class HeadlineRoles
{
    /// <summary>"A as B" is "B as A".</summary>
    const string Meanwhile = "as";

    /// <summary>The words that each headline has once, as one and the other have them.</summary>
    readonly List<SharedWord> shared = [];
    readonly HeadlineWord[] one;
    readonly HeadlineWord[] other;

    HeadlineRoles(HeadlineWord[] one, HeadlineWord[] other)
    {
        (this.one, this.other) = (one, other);
        foreach (var (at, word) in one.Index())
        {
            var place = Only(other, word.Text);
            if (place >= 0 && Only(one, word.Text) == at)
                shared.Add(new(word, other[place], at, place));
        }
    }

    public static bool AreSame(HeadlineWord[] one, HeadlineWord[] other)
    {
        var roles = new HeadlineRoles(one, other);
        return roles.KeepOrder() && roles.KeepLabels() && roles.KeepNumbers() && roles.KeepCompany();
    }

    static int Only(HeadlineWord[] words, string text)
    {
        var at = Array.FindIndex(words, word => word.Text == text);
        return at >= 0 && Array.FindLastIndex(words, word => word.Text == text) == at ? at : -1;
    }

    /// <summary>
    /// Words of one chain in both keep their order, except that a name may change places with its neighbors ("brewery Old Stag",
    /// "Old Stag brewery"), and a number with what it counts ("magnitude 6", "6 magnitude").
    /// </summary>
    bool KeepOrder() => shared.GroupBy(word => (word.One.Chain, word.Other.Chain)).All(chain => IsInOrder([.. chain]));

    /// <summary>Whether no other word of these two chains is elsewhere in the other headline.</summary>
    bool AreTogether(SharedWord[] words) => shared.TrueForAll(word =>
        (word.One.Chain == words[0].One.Chain) == (word.Other.Chain == words[0].Other.Chain));

    bool IsInOrder(SharedWord[] words)
    {
        var places = words.Select(word => word.OtherAt).Order().ToArray();
        var first = words.Index().FirstOrDefault(word => word.Item.OtherAt != places[word.Index], (words.Length, default)).Index;
        if (first == words.Length)
            return true;
        var last = words.Index().Last(word => word.Item.OtherAt != places[word.Index]).Index;
        var turn = first + 1;
        while (words[turn].OtherAt > words[turn - 1].OtherAt)
            turn++;
        var (front, back) = (words[first..turn], words[turn..(last + 1)]);
        return back.Concat(front).Select(word => word.OtherAt).SequenceEqual(places[first..(last + 1)])
            && AreTogether(words)
            && !front.Concat(back).Any(word => word.One.IsLead || word.Other.IsLead)
            && (front.Any(IsName) || back.Any(IsName) || (front.Length == 1 && back.Length == 1 && front.Concat(back).Any(IsNumber)));

        static bool IsName(SharedWord word) => word.One.IsName || word.Other.IsName;

        static bool IsNumber(SharedWord word) => word.One.IsNumber;
    }

    /// <summary>
    /// No two words exchange their labels, no word is "to" in one and "by" in the other, and phrases with one label keep their order.
    /// </summary>
    bool KeepLabels()
    {
        foreach (var (a, b, at, place) in shared)
        {
            if (a.IsHead && b.IsHead && !a.IsNumber && AreOpposed(a.Label, b.Label))
                return false;
            foreach (var (c, d, nextAt, nextPlace) in shared)
            {
                var isLabeled = a.Label.Length > 0 && a.Label == d.Label && a.Label is not Meanwhile;
                if (isLabeled && IsPart(a) && IsPart(d) && a.Label != b.Label && b.Label == c.Label)
                    return false;
                if (isLabeled && a.Label == b.Label && a.Label == c.Label
                    && IsBetween(one, at, nextAt) && IsBetween(other, nextPlace, place))
                    return false;
            }
        }

        return true;
    }

    static bool AreOpposed(string one, string other) =>
        one != other && one.Length > 0 && other.Length > 0
        && (one is "by" || other is "by" || (one, other) is ("to", "from") or ("from", "to"));

    /// <summary>Whether the label of its phrase is surely its own: verbs that follow a place are in the same phrase.</summary>
    static bool IsPart(HeadlineWord word) => word.IsHead || word.IsCapital || word.Label is "to";

    /// <summary>Whether a phrase with another label is between the two words.</summary>
    static bool IsBetween(HeadlineWord[] words, int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (words[at].Label != words[from].Label)
                return true;
        }

        return false;
    }

    /// <summary>A number stays with one of its neighbors.</summary>
    bool KeepNumbers() => shared.TrueForAll(word => !word.One.IsNumber || !char.IsAsciiDigit(word.One.Text[^1])
        || !char.IsAsciiDigit(word.One.Text[0])
        || !AreApart(Neighbors(one, word.At), Neighbors(other, word.OtherAt)));

    static List<string> Neighbors(HeadlineWord[] words, int at) =>
    [
        .. ((int[])[at - 1, at + 1])
            .Where(i => i >= 0 && i < words.Length && words[i].Phrase == words[at].Phrase)
            .Select(i => words[i].Text),
    ];

    static bool AreApart(List<string> some, List<string> others) => some.Count > 0 && others.Count > 0 && !some.Exists(others.Contains);

    /// <summary>No two words exchange their companions: "A rises, B falls" and "B rises, A falls".</summary>
    bool KeepCompany()
    {
        foreach (var a in shared)
        {
            foreach (var b in shared)
            {
                if (a.At >= b.At)
                    continue;
                if (shared.Exists(x => OnlyInOne(a, x) && OnlyInOther(b, x)) && shared.Exists(y => OnlyInOne(b, y) && OnlyInOther(a, y)))
                    return false;
            }
        }

        return true;

        static bool OnlyInOne(SharedWord word, SharedWord beside) =>
            word.At != beside.At && word.One.Phrase == beside.One.Phrase && word.Other.Phrase != beside.Other.Phrase;

        static bool OnlyInOther(SharedWord word, SharedWord beside) =>
            word.At != beside.At && word.One.Phrase != beside.One.Phrase && word.Other.Phrase == beside.Other.Phrase;
    }
}
