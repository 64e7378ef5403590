namespace Bot.Languages;

/// <summary>What the bot itself writes on cards and digests, and about a story's coverage.</summary>
sealed record CardWords
{
    public required Func<int, string> Outlets { get; init; }

    public required Func<int, string> Links { get; init; }

    public required Func<int, string> Independent { get; init; }

    /// <summary>Above further items of the one outlet that has a story.</summary>
    public required string MoreOnThis { get; init; }

    /// <summary>How many lines of coverage are not shown, below those that are.</summary>
    public required Func<int, string> AndMore { get; init; }

    public required Func<int, string> Reprints { get; init; }

    /// <summary>With the outlets that have the same text, and how many more there are.</summary>
    public required Func<string, int, string> AlsoAt { get; init; }

    /// <summary>With a time in Discord's markup.</summary>
    public required Func<string, string> Updated { get; init; }

    public required string Withdrawn { get; init; }

    /// <summary>What an article is, by its type in lower case; a type that there is no word for stays as it is.</summary>
    public required Func<string, string> Kind { get; init; }

    /// <summary>What a publisher's score says to a reader.</summary>
    public required Func<int, string> Quality { get; init; }

    /// <summary>What popularity says to a reader.</summary>
    public required Func<int, string> Heat { get; init; }

    /// <summary>With an outlet, which may be empty.</summary>
    public required Func<string, string> Read { get; init; }

    public required Func<int, string> AllCoverage { get; init; }

    public required string First { get; init; }

    public required string Best { get; init; }

    public required string Latest { get; init; }

    public required string Follow { get; init; }

    public required string StopFollowing { get; init; }

    /// <summary>With one of <see cref="First"/>, <see cref="Best"/> and <see cref="Latest"/>, or several, and whose it is.</summary>
    public required Func<string, string, string> Pick { get; init; }

    public required string Coverage { get; init; }

    public required string NoOtherCoverage { get; init; }

    public required string EndOfCoverage { get; init; }

    /// <summary>From where to where, and of how many.</summary>
    public required Func<int, int, int, string> Stretch { get; init; }

    /// <summary>How many outlets took up a story, and how many have it by now.</summary>
    public required Func<int, int, string> TakenUp { get; init; }

    /// <summary>With a link to the card of the story that this one became part of.</summary>
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
