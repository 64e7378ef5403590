namespace Articles.Headlines;

/// <summary>
/// Whether two headlines differ only in words that may be left out. Any other word that only one of them has is another name, number,
/// place, date or verb, and another event.
/// </summary>
sealed class HeadlineDifference
{
    /// <summary>Endings that make the name of a people from that of its country.</summary>
    static readonly string[] Peoples = ["n", "an", "ian", "ese"];

    readonly List<HeadlineWord> left;
    readonly List<HeadlineWord> right;

    HeadlineDifference(Headline one, Headline other)
    {
        (left, right) = (Without(one.Words, other.Words), Without(other.Words, one.Words));
        JoinCompounds(left, right);
        JoinCompounds(right, left);
        JoinPeoples(left, right);
        JoinPeoples(right, left);
    }

    public static bool IsSmall(Headline one, Headline other)
    {
        var difference = new HeadlineDifference(one, other);
        return difference.left.TrueForAll(word => difference.IsFree(word, one, other, difference.right))
            && difference.right.TrueForAll(word => difference.IsFree(word, other, one, difference.left))
            && !difference.IsReplaced();
    }

    static List<HeadlineWord> Without(HeadlineWord[] words, HeadlineWord[] others)
    {
        var (rest, taken) = (new List<HeadlineWord>(), new bool[others.Length]);
        foreach (var word in words)
        {
            var at = Enumerable.Range(0, others.Length).FirstOrDefault(i => !taken[i] && others[i].Text == word.Text, -1);
            if (at < 0)
                rest.Add(word);
            else
                taken[at] = true;
        }

        return rest;
    }

    /// <summary>"Heat wave" is "heatwave".</summary>
    static void JoinCompounds(List<HeadlineWord> parts, List<HeadlineWord> wholes)
    {
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            var joined = parts[i].Text + parts[i + 1].Text;
            var at = wholes.FindIndex(word =>
                joined.StartsWith(word.Text, StringComparison.Ordinal) && joined.Length - word.Text.Length <= 1 && !word.IsNumber);
            if (at < 0 || parts[i].IsNumber || parts[i + 1].IsNumber)
                continue;
            parts.RemoveRange(i--, 2);
            wholes.RemoveAt(at);
        }
    }

    /// <summary>"Ostrian" is "Ostria".</summary>
    static void JoinPeoples(List<HeadlineWord> peoples, List<HeadlineWord> countries) => peoples.RemoveAll(people =>
        people.IsCapital
        && countries.Find(country => country.IsCapital && Peoples.Any(end => people.Text == country.Text + end)) is { } country
        && countries.Remove(country));

    bool IsFree(HeadlineWord word, Headline own, Headline others, List<HeadlineWord> rest)
    {
        if (word.Kind is { } kind)
            return !rest.Exists(another => another.Kind == kind);
        if (word.IsNumber || WordUses.Changing.Contains(word.Text) || WordUses.TellingLabels.Contains(word.Text))
            return false;
        return (rest.Count == 0 && IsDescription(word, own)) || others.Excerpt.Words.Contains(word.Text);
    }

    /// <summary>Whether it only describes a name that both have: "phone maker Lumo".</summary>
    bool IsDescription(HeadlineWord word, Headline own)
    {
        var at = Array.IndexOf(own.Words, word);
        if (!own.IsSentence || word.Label is "to" || word.IsName || (word.IsCapital && at > 0))
            return false;
        while (at < own.Words.Length && own.Words[at].Phrase == word.Phrase && IsLeft(own.Words[at]))
            at++;
        // The first word of a headline is capital either way: "Inter Milan" is not Milan.
        return at < own.Words.Length && own.Words[at].Phrase == word.Phrase && own.Words[at].IsName && !own.Words[at - 1].IsCapital;
    }

    bool IsLeft(HeadlineWord word) => left.Contains(word) || right.Contains(word);

    /// <summary>Whether a word stands in the place of another: excerpts may mention both.</summary>
    bool IsReplaced() => left.Exists(word => word.Kind is null && right.Exists(another =>
        another.Kind is null && (another.Label == word.Label || (another.IsCapital && word.IsCapital))));
}
