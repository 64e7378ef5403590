namespace Desk.Archive.Questions;

/// <summary>Finds the order that a question asks for: "the newest", "earliest first", "the first Teams post", "sorted by date".</summary>
sealed class OrderReader(IReadOnlyList<QuestionToken> tokens)
{
    /// <summary>A greater number is hardly the number of posts that somebody wants to see.</summary>
    const int MostWanted = 30;

    /// <summary>The order that starts at this word; null if none does.</summary>
    /// <returns>The order and the number of the first word behind it.</returns>
    public (ResultOrder Order, int End)? At(int at)
    {
        if (QuestionWords.Newest.Contains(Word(at)))
            return (ResultOrder.Newest, Behind(at));
        if (QuestionWords.Oldest.Contains(Word(at)))
            return (ResultOrder.Oldest, Behind(at));
        if (Word(at) is "sort" or "sorted" or "order" or "ordered" && Word(at + 1) == "by" && Word(at + 2) is "date" or "time" or "age")
            return (ResultOrder.Newest, at + 3);
        if (Word(at) == "by" && Word(at + 1) is "date" or "time" && at + 2 == tokens.Count)
            return (ResultOrder.Newest, at + 2);
        var isLast = QuestionWords.Last.Contains(Word(at));
        if (!isLast && !QuestionWords.First.Contains(Word(at)))
            return null;
        var isOfReport = tokens.Skip(at + 1).Take(4).Any(token => QuestionWords.Reports.Contains(token.Word));
        return !isOfReport ? null : (isLast ? ResultOrder.Newest : ResultOrder.Oldest, Behind(at));
    }

    /// <summary>"Newest first", "chronological order", "latest 3".</summary>
    int Behind(int at)
    {
        var isMore = QuestionWords.First.Contains(Word(at + 1)) || Word(at + 1) == "order" || IsCount(at + 1);
        return isMore ? at + 2 : at + 1;
    }

    bool IsCount(int at) =>
        TimeWords.Of(Word(at)).Any(meaning => meaning is { Meaning: TimeMeaning.Number, Value: > 1 and <= MostWanted });

    string Word(int at) => at < tokens.Count ? tokens[at].Word : "";
}
