namespace Bot.Summaries;

/// <summary>What came of the wish for a summary.</summary>
/// <param name="Text">If it is written: with the numbers of its sources in square brackets.</param>
/// <param name="Again">If the member has to wait: when the next one can be asked for.</param>
sealed record Summary(SummaryOutcome Outcome, string Text = "", DateTimeOffset Again = default);

enum SummaryOutcome
{
    Written,

    /// <summary>The member asked a short while ago.</summary>
    TooSoon,

    /// <summary>As many are being written as may be at once.</summary>
    Busy,

    /// <summary>The model took too long.</summary>
    Late,

    /// <summary>The service can't be reached, refuses, or answers with something else than a text.</summary>
    Unavailable,

    /// <summary>The text is cut, empty, too long, or names no source.</summary>
    Unusable,

    /// <summary>The text states what no source states.</summary>
    Unfounded,
}
