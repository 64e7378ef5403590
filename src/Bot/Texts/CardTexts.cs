namespace Bot.Texts;

/// <summary>The bot's own words on cards and digests, and about a story's coverage.</summary>
sealed record CardTexts
{
    public required Func<int, string> Outlets { get; init; }

    public required Func<int, string> Links { get; init; }

    public required Func<int, string> Independent { get; init; }

    /// <summary>Above more items of the only outlet that covers a story.</summary>
    public required string MoreOnThis { get; init; }

    /// <summary>With an outlet, and when it reported: how much earlier than the one on the card, or a time in Discord's markup.</summary>
    public required Func<string, string, string> FirstReport { get; init; }

    /// <summary>With an outlet, and when its report came, in Discord's markup.</summary>
    public required Func<string, string, string> LatestReport { get; init; }

    public required Func<TimeSpan, string> Earlier { get; init; }

    /// <summary>With names of outlets, and how many more there are.</summary>
    public required Func<string, int, string> OtherOutlets { get; init; }

    /// <summary>Below the lines of coverage: how many are not shown.</summary>
    public required Func<int, string> AndMore { get; init; }

    public required Func<int, string> Reprints { get; init; }

    /// <summary>With outlets that have the same text, and how many more have it.</summary>
    public required Func<string, int, string> AlsoAt { get; init; }

    /// <summary>With a time in Discord's markup, and how many outlets there are now, if that is new.</summary>
    public required Func<string, int?, string> Updated { get; init; }

    /// <summary>With a time in Discord's markup, and the headline as it was.</summary>
    public required Func<string, string, string> Corrected { get; init; }

    public required string Withdrawn { get; init; }

    /// <summary>With an article's type in lower case; an unknown type stays as it is.</summary>
    public required Func<string, string> Kind { get; init; }

    public required string Read { get; init; }

    public required Func<int, string> CoverageButton { get; init; }

    public required string Follow { get; init; }

    public required string StopFollowing { get; init; }

    public required string Coverage { get; init; }

    public required string NoOtherCoverage { get; init; }

    /// <summary>On a button that puts the best reports first.</summary>
    public required string TopReports { get; init; }

    /// <summary>On a button that puts the earliest reports first.</summary>
    public required string FirstReports { get; init; }

    /// <summary>On a button that puts the latest reports first.</summary>
    public required string LatestReports { get; init; }

    public required string EndOfCoverage { get; init; }

    /// <summary>With the first and last number, and the total.</summary>
    public required Func<int, int, int, string> Stretch { get; init; }

    /// <summary>With how many more outlets cover a story, and how many cover it in all.</summary>
    public required Func<int, int, string> TakenUp { get; init; }

    /// <summary>Why a message came to a member: what is new of a story, as <see cref="TakenUp"/> says it.</summary>
    public required Func<string, string> FollowedStory { get; init; }

    /// <summary>Why a message came to a member: the names of topics, and how many more there are.</summary>
    public required Func<string, int, string> FollowedTopics { get; init; }

    /// <summary>With a link to the card of the story that this one was merged into.</summary>
    public required Func<string, string> PartOf { get; init; }

    /// <summary>A forum's tag.</summary>
    public required string Developing { get; init; }

    /// <inheritdoc cref="Developing"/>
    public required string Settled { get; init; }

    public required string Digest { get; init; }

    public required string NothingNew { get; init; }

    public required Func<int, string> MoreInMenu { get; init; }

    public required Func<int, string> NotShown { get; init; }

    public required string OpenStory { get; init; }
}
