namespace Bot.Texts;

/// <summary>
/// The words of commands that look at the archive from another side: timelines, outlets, topics, trends, and what is new to a member.
/// Names and typed text must already be escaped for Markdown.
/// </summary>
sealed record ReadingTexts
{
    public required string SeveralStories { get; init; }

    /// <summary>After <see cref="SeveralStories"/>, if not all of them are offered.</summary>
    public required string TypeMore { get; init; }

    /// <summary>On a menu.</summary>
    public required string ChooseStory { get; init; }

    public required string Timeline { get; init; }

    /// <summary>How long after the first report.</summary>
    public required Func<int, string> MinutesLater { get; init; }

    /// <inheritdoc cref="MinutesLater"/>
    public required Func<int, string> HoursLater { get; init; }

    /// <inheritdoc cref="MinutesLater"/>
    public required Func<int, string> DaysLater { get; init; }

    /// <summary>How many outlets reported a story at an unknown time.</summary>
    public required Func<int, string> Undated { get; init; }

    public required string NoTimes { get; init; }

    public required string PerHour { get; init; }

    public required string PerDay { get; init; }

    public required string PerWeek { get; init; }

    public required Func<int, string> Articles { get; init; }

    /// <summary>In how many stories an outlet was the first, and how many others reported, too.</summary>
    public required Func<int, int, string> FirstIn { get; init; }

    /// <summary>With the names of topics.</summary>
    public required Func<string, string> UsualTopics { get; init; }

    /// <summary>In a list of an outlet's stories.</summary>
    public required string WasFirst { get; init; }

    public required string Topics { get; init; }

    public required string HowToReadTopic { get; init; }

    public required string Trending { get; init; }

    public required string PastDay { get; init; }

    public required string PastWeek { get; init; }

    public required string PastMonth { get; init; }

    public required string NothingTrending { get; init; }

    public required string CatchUp { get; init; }

    /// <summary>With a time in Discord's markup.</summary>
    public required Func<string, string> SinceAsked { get; init; }

    /// <inheritdoc cref="SinceAsked"/>
    public required Func<string, string> Since { get; init; }

    /// <inheritdoc cref="SinceAsked"/>
    public required Func<string, string> NothingSince { get; init; }

    public required string LookFurtherBack { get; init; }

    /// <summary>How many days I look back at most.</summary>
    public required Func<int, string> NotFurther { get; init; }

    /// <summary>A heading.</summary>
    public required string NewStories { get; init; }

    /// <summary>A heading above stories that other outlets picked up.</summary>
    public required string GrownStories { get; init; }

    /// <summary>How many stories are not shown.</summary>
    public required Func<int, string> AndStories { get; init; }

    public required string Help { get; init; }

    public required string NoStoryInMessage { get; init; }

    /// <summary>With the names of commands, as they stand in the menu of each message.</summary>
    public required Func<string, string> InMessageMenu { get; init; }

    public required string ForModerators { get; init; }

    public required string Privacy { get; init; }

    public required string NothingStored { get; init; }

    public required Func<int, string> StoredTopics { get; init; }

    public required Func<int, string> StoredStories { get; init; }

    /// <summary>With a time in Discord's markup.</summary>
    public required Func<string, string> StoredCatchUp { get; init; }

    public required Func<int, string> StoredMessages { get; init; }

    public required Func<int, string> StoredChanges { get; init; }

    /// <summary>Who else sees it.</summary>
    public required string WhoSees { get; init; }

    /// <summary>On a button.</summary>
    public required string Delete { get; init; }

    /// <summary>On a button.</summary>
    public required string Anonymize { get; init; }

    public required string ConfirmDelete { get; init; }

    public required string ConfirmAnonymize { get; init; }

    /// <summary>On a button.</summary>
    public required string Cancel { get; init; }

    public required string Deleted { get; init; }

    public required string Anonymized { get; init; }
}
