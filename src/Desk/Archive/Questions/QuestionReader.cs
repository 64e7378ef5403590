using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>Reads a question: takes out what restricts the results, and keeps the words that say what it is about.</summary>
public sealed class QuestionReader
{
    /// <summary>More words would hardly change the results.</summary>
    const int MostWords = 64;

    /// <summary>In characters.</summary>
    const int MostCharacters = 1000;

    readonly string folded;
    readonly IReadOnlyList<QuestionToken> tokens;
    readonly ArchiveNames names;
    readonly TimeReader times;
    readonly string language;
    readonly bool[] isTaken;
    readonly List<string> timeWords = [];
    string? typeWord;
    QuestionFilters filters = QuestionFilters.None;

    QuestionReader(string text, ArchiveNames names, DateTimeOffset now)
    {
        folded = FoldedText.Of(text);
        tokens = QuestionToken.Of(folded, MostWords);
        this.names = names;
        times = new(tokens, now);
        language = StopWords.LanguageOf([.. tokens.Select(token => token.Word)], names.Language);
        isTaken = new bool[tokens.Count];
    }

    /// <param name="typed">Any text; only its beginning is read if it is very long.</param>
    /// <param name="now">"Yesterday" is counted from here.</param>
    public static Question Read(string typed, ArchiveNames names, DateTimeOffset now)
    {
        var (text, phrases, without) = TypedTerms.Of(typed.Length > MostCharacters ? typed[..MostCharacters] : typed);
        return new QuestionReader(text, names, now).Read() with
        {
            Phrases = phrases,
            Without = without,
            IsUnfinished = typed.Length > 0 && char.IsLetterOrDigit(typed[^1]),
        };
    }

    /// <summary>The time that a text names, such as "last week" or "2026-03-15"; null if it names none.</summary>
    public static (DateTimeOffset? Since, DateTimeOffset? Until)? TimeOf(string typed, DateTimeOffset now)
    {
        var tokens = QuestionToken.Of(FoldedText.Of(typed), MostWords);
        if (tokens is [])
            return null;
        // "March" alone is a time here, as behind a preposition.
        QuestionToken[] behind = [new("in", 0, 0), .. tokens];
        var time = new TimeReader(tokens, now).At(0) ?? new TimeReader(behind, now).At(0);
        return time is { Period: var period } ? (period.Start, period.End) : null;
    }

    Question Read()
    {
        for (var at = 0; at < tokens.Count; at++)
            at = Take(at) ?? at;
        TakeOrder();
        TakeTopic();
        var left = Left().SelectMany(Split).Distinct().ToList();
        var words = left.Where(word => !StopWords.Contains(word, language)).ToList();
        return new()
        {
            Text = Rest(),
            // Who types nothing but "story" means the word.
            Words = words is [] && filters == QuestionFilters.None ? [.. left.Where(QuestionWords.Reports.Contains)] : words,
            Filters = filters,
            TimeWords = [.. timeWords.Where(word => !StopWords.Contains(word, language)).Distinct()],
            TypeWord = typeWord,
            Language = language,
        };
    }

    /// <summary>Takes the filter that starts at this word, if one does.</summary>
    /// <returns>The last word of it.</returns>
    int? Take(int at)
    {
        if (times.At(at) is { } time && (filters.Since, filters.Until) is (null, _) or (_, null))
        {
            filters = filters with { Since = time.Period.Start ?? filters.Since, Until = time.Period.End ?? filters.Until };
            timeWords.AddRange(tokens.Skip(at).Take(time.End - at).Select(token => token.Word).Where(TimeWords.IsOfDate));
            return Taken(at, time.End);
        }

        if (filters.Outlet is null && !IsNegated(at) && Outlet(at) is { } outlet)
        {
            filters = filters with { Outlet = outlet.Outlet };
            return Taken(at, outlet.End);
        }

        // "Videos" asks for videos; "a video" may be what the article is about.
        if (filters.Type is null && names.Type(tokens[at].Word) is { } type && tokens[at].Word != type)
        {
            filters = filters with { Type = IsNegated(at) ? ArchiveNames.Article : type };
            typeWord = tokens[at].Word;
            return Taken(at, at + 1);
        }

        return null;
    }

    /// <summary>"but no videos", "not from".</summary>
    bool IsNegated(int at) => at > 0 && QuestionWords.Not.Contains(tokens[at - 1].Word);

    int Taken(int start, int end)
    {
        isTaken.AsSpan(start, end - start).Fill(true);
        return end - 1;
    }

    /// <summary>"from The Verge", "what did ZDNet write", "TechRepublic's".</summary>
    (Outlet Outlet, int End)? Outlet(int at)
    {
        var word = tokens[at].Word;
        if (QuestionWords.Sources.Contains(word) && LongestName(at + 1, names.Outlet) is { } named)
            return named;
        if (QuestionWords.Places.Contains(word) && LongestName(at + 1, names.Outlet) is { } elsewhere
            && (elsewhere.End > at + 2 || tokens[at + 1].Word.Contains('.')))
            return elsewhere;
        if (at > 0 && tokens[at - 1].Word is "did" or "does" or "has" && LongestName(at, names.Outlet) is { } asked
            && asked.End < tokens.Count && QuestionWords.Reporting.Contains(tokens[asked.End].Word))
            return asked;
        if (word.Contains('.') && names.Outlet(word) is { } domain)
            return (domain, at + 1);
        if (at == 0 && LongestName(at, names.Outlet) is { } subject && subject.End < tokens.Count
            && QuestionWords.BehindSubjects.Contains(tokens[subject.End].Word) && names.Topic(word) is null)
            return subject;
        return names.Topic(word) is null && LongestName(at, names.Outlet) is { } owner && owner.End < tokens.Count
            && QuestionWords.Reports.Contains(tokens[owner.End].Word)
            ? owner
            : null;
    }

    /// <summary>The longest run of words from here that is a name.</summary>
    (TName Named, int End)? LongestName<TName>(int at, Func<string, TName?> find)
        where TName : class
    {
        (TName, int)? longest = null;
        var words = "";
        for (var end = at; end < tokens.Count && words.Length <= names.LongestName + 8; end++)
        {
            words += tokens[end].Word;
            if (find(WithoutOwner(words)) is { } found)
                longest = (found, end + 1);
        }

        return longest;
    }

    void TakeOrder()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (isTaken[at] || Order(at) is not { } order)
                continue;
            filters = filters with { Order = order };
            isTaken[at] = true;
            return;
        }
    }

    /// <summary>"the newest", "earliest first", "the first Teams post", "last post of 2020".</summary>
    ResultOrder? Order(int at)
    {
        var word = tokens[at].Word;
        if (QuestionWords.Newest.Contains(word))
            return ResultOrder.Newest;
        if (QuestionWords.Oldest.Contains(word))
            return ResultOrder.Oldest;
        var isLast = QuestionWords.Last.Contains(word);
        if (!isLast && !QuestionWords.First.Contains(word))
            return null;
        var isOfReport = tokens.Skip(at + 1).Take(4).Any(token => QuestionWords.Reports.Contains(token.Word));
        return !isOfReport ? null : isLast ? ResultOrder.Newest : ResultOrder.Oldest;
    }

    /// <summary>A topic restricts the results if the question asks for nothing else.</summary>
    void TakeTopic()
    {
        (Articles.Topic Topic, int Start, int End)? longest = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            var length = longest is { } known ? known.End - known.Start : 0;
            if (!isTaken[at] && LongestName(at, names.Topic) is { } found && found.End - at > length)
                longest = (found.Named, at, found.End);
        }

        if (longest is not { } topic)
            return;
        var isAll = Enumerable.Range(0, tokens.Count).All(at =>
            isTaken[at] || (at >= topic.Start && at < topic.End) || QuestionWords.Filing.Contains(tokens[at].Word));
        if (isAll)
        {
            filters = filters with { Topic = topic.Topic };
            Taken(topic.Start, topic.End);
        }
    }

    IEnumerable<string> Left() => tokens.Where((_, at) => !isTaken[at]).Select(token => token.Word);

    string Rest()
    {
        var left = new System.Text.StringBuilder(folded.Length);
        var from = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!isTaken[at])
                continue;
            left.Append(folded, from, tokens[at].Start - from);
            from = tokens[at].End;
        }

        return FoldedText.Of(left.Append(folded, from, folded.Length - from).ToString()).Trim(' ', '?', '!', '.', ',', ';', ':');
    }

    /// <summary>In the words that the archive's index knows.</summary>
    static IEnumerable<string> Split(string word)
    {
        if (word.EndsWith('+') || word.EndsWith('#'))
            return [word];
        return WithoutOwner(word).Split(['.', '\'', '’', '_', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
    }

    static string WithoutOwner(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
}
