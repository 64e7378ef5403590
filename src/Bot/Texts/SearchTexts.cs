namespace Bot.Texts;

/// <summary>The words around answers and search results. Names and typed text must already be escaped for Markdown.</summary>
sealed record SearchTexts
{
    /// <summary>Above stories that are near a question.</summary>
    public required string MoreStories { get; init; }

    public required string NoAnswer { get; init; }

    /// <summary>Above results, when none is what was searched for.</summary>
    public required string NotClose { get; init; }

    /// <summary>What to do when a search finds nothing.</summary>
    public required string SearchElse { get; init; }

    /// <summary>Above stories, when none answers the question.</summary>
    public required string Nearest { get; init; }

    /// <summary>With the topics of the nearest stories, separated by commas.</summary>
    public required Func<string, string> NearTopics { get; init; }

    /// <summary>With the words that were probably meant.</summary>
    public required Func<string, string> Showing { get; init; }

    /// <summary>With a language: the archive's, when the question is in another one.</summary>
    public required Func<string, string> SearchedIn { get; init; }

    /// <summary>The languages of archives, by <c>en</c>, <c>de</c>, <c>fr</c>, <c>es</c> and <c>pt</c>.</summary>
    public required IReadOnlyDictionary<string, string> Languages { get; init; }

    /// <summary>Nothing passes the filters.</summary>
    public required string NothingLeft { get; init; }

    public required string AskSomething { get; init; }

    public required string MoreLikeThis { get; init; }

    public required string Newest { get; init; }

    public required string Oldest { get; init; }

    public required string Share { get; init; }

    /// <summary>With a mention of the member.</summary>
    public required Func<string, string> SharedBy { get; init; }

    /// <summary>On the button that has a language model summarize the sources.</summary>
    public required string Summarize { get; init; }

    /// <summary>Above what a language model wrote; its sources are below.</summary>
    public required string WrittenByModel { get; init; }

    /// <summary>With the time from which the member can ask again.</summary>
    public required Func<string, string> SummaryTooSoon { get; init; }

    public required string SummaryBusy { get; init; }

    public required string SummaryLate { get; init; }

    public required string SummaryUnavailable { get; init; }

    public required string SummaryUnusable { get; init; }

    public required string SummaryUnfounded { get; init; }

    /// <summary>With a day.</summary>
    public required Func<string, string> Since { get; init; }

    /// <inheritdoc cref="Since"/>
    public required Func<string, string> Until { get; init; }

    /// <summary>An outlet is left out.</summary>
    public required Func<string, string> Without { get; init; }

    /// <summary>With what was typed.</summary>
    public required Func<string, string> NoTopic { get; init; }

    /// <inheritdoc cref="NoTopic"/>
    public required Func<string, string> NoOutlet { get; init; }

    /// <inheritdoc cref="NoTopic"/>
    public required Func<string, string> NoType { get; init; }

    /// <inheritdoc cref="NoTopic"/>
    public required Func<string, string> NoHeadline { get; init; }

    /// <inheritdoc cref="NoTopic"/>
    public required Func<string, string> NoTime { get; init; }

    /// <summary>With the names of all types.</summary>
    public required Func<string, string> Types { get; init; }

    /// <summary>How to write a time.</summary>
    public required string TimeExamples { get; init; }

    /// <summary>With what was probably meant.</summary>
    public required Func<string, string> DidYouMean { get; init; }

    /// <summary>Above a menu.</summary>
    public required string MeantOneOf { get; init; }

    public required string ChooseSuggestion { get; init; }

    /// <summary>With a time since which, and an earlier one until which.</summary>
    public required Func<string, string, string> Backwards { get; init; }

    /// <summary>On the button that swaps those times.</summary>
    public required string Swap { get; init; }
}
