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
    readonly DateTimeOffset now;
    readonly IReadOnlyList<QuestionToken> tokens;
    readonly ArchiveNames archive;
    readonly QuestionNames names;
    readonly OutletReader outlets;
    readonly TimeReader times;
    readonly string language;
    readonly bool[] isTaken;
    readonly List<string> timeWords = [];
    readonly List<string> topicWords = [];
    readonly TimeBounds bounds;
    string? typeWord;
    QuestionFilters filters = QuestionFilters.None;

    QuestionReader(string text, ArchiveNames archive, DateTimeOffset now)
    {
        folded = FoldedText.Of(text);
        tokens = QuestionToken.Of(folded, MostWords);
        this.archive = archive;
        this.now = now;
        names = new(tokens, archive);
        outlets = new(tokens, archive);
        language = StopWords.LanguageOf([.. tokens.Select(token => token.Word)], archive.Language);
        times = new(tokens, now, language);
        bounds = new(folded, tokens);
        isTaken = new bool[tokens.Count];
    }

    /// <param name="typed">Any text; only its beginning is read if it is very long.</param>
    /// <param name="now">"Yesterday" is counted from here.</param>
    /// <param name="reader">The language of who asks, such as <c>pt-BR</c>; null if it is not known.</param>
    public static Question Read(string typed, ArchiveNames names, DateTimeOffset now, string? reader = null)
    {
        var (text, phrases, without) = TypedTerms.Of(typed.Length > MostCharacters ? typed[..MostCharacters] : typed);
        var hasTerms = phrases.Count > 0 || without.Count > 0;
        var question = new QuestionReader(Visible(text), names, now);
        return question.Read(hasTerms) with
        {
            Names = ProperNames.Of(text),
            MayBeForeign = reader is not null
                && StopWords.MayBeOf(reader.Split('-')[0], names.Language, [.. question.tokens.Select(token => token.Word)]),
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
        var language = StopWords.LanguageOf([.. tokens.Select(token => token.Word)], otherwise: "en");
        var time = new TimeReader(tokens, now, language).At(0) ?? new TimeReader(behind, now, language).At(0);
        return time is { Period: var period } ? (period.Start, period.End) : null;
    }

    /// <summary>Without characters that nobody sees, which tear words apart. Wide letters are those of the keyboard.</summary>
    static string Visible(string text) => string.Concat(text
        .Where(character => character is not ('\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF'))
        .Select(character => character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - '\uFF01' + '!') : character));

    /// <param name="hasTerms">Whether the question has phrases or excluded words. A topic is then part of the subject.</param>
    Question Read(bool hasTerms)
    {
        for (var at = 0; at < tokens.Count; at++)
            at = Take(at) ?? at;
        TakeOrder();
        if (!hasTerms)
            TakeTopic();
        var left = Left().Where(word => !word.Contains('\'') || !StopWords.Contains(word, language)).SelectMany(Split).Distinct().ToList();
        var words = left.Where(word => !StopWords.Contains(word, language)
            && (filters.Topic is null || !QuestionWords.Filing.Contains(word))).ToList();
        return new()
        {
            Text = Rest(),
            // Who types nothing but "story" means the word.
            Words = words is [] && filters == QuestionFilters.None ? [.. left.Where(QuestionWords.Reports.Contains)] : words,
            Filters = filters,
            Backwards = bounds.Backwards(swapped => new QuestionReader(swapped, archive, now).Read(hasTerms: false)),
            TimeWords = [.. timeWords.Where(word => !StopWords.Contains(word, language)).Distinct()],
            TypeWord = typeWord,
            AsksForNumber = tokens.Zip(tokens.Skip(1)).Any(pair =>
                    pair.First.Word is "how" or "wie" && QuestionWords.Measures.Contains(pair.Second.Word))
                || tokens.Any(token => QuestionWords.HowMany.Contains(token.Word)),
            TopicWords = [.. topicWords.SelectMany(Split).Distinct()],
            Language = language,
        };
    }

    /// <summary>Takes the filter that starts at this word, if one does.</summary>
    /// <returns>The last word of it.</returns>
    int? Take(int at)
    {
        var time = times.At(at);
        if (time is { } bound && bounds.Add(bound.Period, at, bound.End))
            return Taken(at, bound.End);
        if (time is { } narrower && Limited(narrower.Period) is { } limited)
        {
            filters = limited;
            timeWords.AddRange(tokens.Skip(at).Take(narrower.End - at).Select(token => token.Word).Where(TimeWords.IsOfDate));
            return Taken(at, narrower.End);
        }

        if (filters.NotOutlet is null && outlets.LeftOut(at) is { } leftOut)
        {
            filters = filters with { NotOutlet = leftOut.Outlet };
            return Taken(at, leftOut.End);
        }

        if (filters.Outlet is null && outlets.At(at) is { } outlet)
        {
            filters = filters with { Outlet = outlet.Outlet };
            return Taken(at, outlet.End);
        }

        if (filters.Type is null && archive.Type(tokens[at].Word) is { } type && (tokens[at].Word != type || IsWanted(at)))
        {
            filters = filters with { Type = IsNegated(at) ? ArchiveNames.Article : type };
            typeWord = tokens[at].Word;
            return Taken(at, at + 1);
        }

        return null;
    }

    /// <summary>The filters with this period, which may narrow another: "in 2021, but before June". Null if nothing is left.</summary>
    QuestionFilters? Limited(Period period)
    {
        var since = period.Start > filters.Since || filters.Since is null ? period.Start : filters.Since;
        var until = period.End < filters.Until || filters.Until is null ? period.End : filters.Until;
        var isNarrower = (since, until) != (filters.Since, filters.Until) && !(since >= until);
        return isNarrower ? filters with { Since = since, Until = until } : null;
    }

    /// <summary>
    /// "Videos" asks for videos; "a video" may be what the article is about, unless the question begins with it: "any video on chips".
    /// </summary>
    bool IsWanted(int at)
    {
        if (at + 1 == tokens.Count)
            return at > 0 && new OrderReader(tokens).At(at - 1) is not null;
        return QuestionWords.BehindTypes.Contains(tokens[at + 1].Word)
        && tokens.Take(at).All(token => QuestionWords.Filing.Contains(token.Word) || QuestionWords.Newest.Contains(token.Word)
            || QuestionWords.Oldest.Contains(token.Word) || QuestionWords.Only.Contains(token.Word));
    }

    /// <summary>"but no videos".</summary>
    bool IsNegated(int at) => at > 0 && QuestionWords.Not.Contains(tokens[at - 1].Word);

    int Taken(int start, int end)
    {
        isTaken.AsSpan(start, end - start).Fill(true);
        return end - 1;
    }

    void TakeOrder()
    {
        var orders = new OrderReader(tokens);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (isTaken[at] || orders.At(at) is not { } found)
                continue;
            // "Newest to oldest"
            if (filters.Order is ResultOrder.Best)
                filters = filters with { Order = found.Order };
            at = Taken(at, found.End);
        }
    }

    /// <summary>A topic restricts the results if the question asks for nothing else.</summary>
    void TakeTopic()
    {
        (Articles.Topic Topic, int Start, int End)? longest = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            var length = longest is { } known ? known.End - known.Start : 0;
            if (!isTaken[at] && names.Topic(at) is { } found && found.End - at > length)
                longest = (found.Named, at, found.End);
        }

        if (longest is not { } topic)
            return;
        var isAll = Enumerable.Range(0, tokens.Count).All(at =>
            isTaken[at] || (at >= topic.Start && at < topic.End) || QuestionWords.Filing.Contains(tokens[at].Word));
        if (isAll)
        {
            filters = filters with { Topic = topic.Topic };
            topicWords.AddRange(tokens.Take(topic.Start..topic.End).Select(token => token.Word));
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
        return QuestionNames.WithoutOwner(word).Split(['.', '\'', '’', '_', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
    }
}
