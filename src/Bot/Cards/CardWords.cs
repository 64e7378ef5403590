namespace Bot.Cards;

/// <summary>Every word that the bot itself writes on cards and digests. Another language is another table.</summary>
sealed record CardWords
{
    public required Func<int, string> Outlets { get; init; }

    public required Func<int, string> Links { get; init; }

    public required Func<int, string> Independent { get; init; }

    /// <summary>Above further items of the one outlet that has a story.</summary>
    public required string MoreOnThis { get; init; }

    public required Func<int, string> AndMore { get; init; }

    public required Func<int, string> Reprints { get; init; }

    /// <summary>Before the outlets that have the same text.</summary>
    public required string AlsoAt { get; init; }

    /// <summary>With a time in Discord's markup.</summary>
    public required Func<string, string> Updated { get; init; }

    public required string Withdrawn { get; init; }

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

    public static CardWords English { get; } = new()
    {
        Outlets = count => Count(count, "outlet"),
        Links = count => Count(count, "link"),
        Independent = count => $"{count} independent",
        MoreOnThis = "More on this",
        AndMore = count => $"and {count} more",
        Reprints = count => $"+{Count(count, "reprint")}",
        AlsoAt = "Also at",
        Updated = time => $"Updated {time}",
        Withdrawn = "Withdrawn: this story is no longer published.",
        Quality = score => score switch
        {
            >= 85 => "very highly rated",
            >= 70 => "highly rated",
            >= 50 => "fairly rated",
            _ => "rated low",
        },
        Heat = popularity => popularity switch
        {
            >= 85 => "very widely read",
            >= 60 => "widely read",
            >= 30 => "read by some",
            _ => "little read so far",
        },
        Read = outlet => outlet.Length > 0 ? $"Read at {outlet}" : "Read",
        AllCoverage = count => $"All coverage ({count})",
        First = "First",
        Best = "Best",
        Latest = "Latest",
        Follow = "Follow",
        StopFollowing = "Stop following",
        Coverage = "All coverage",
        NoOtherCoverage = "No other coverage of this story is known yet.",
        EndOfCoverage = "That was all of it.",
        Stretch = (from, to, all) => $"{from} to {to} of {all}",
        TakenUp = (count, all) => $"{Count(count, "more outlet")} · {all} by now",
        PartOf = link => $"Goes on as part of {link}",
        Developing = "Developing",
        Settled = "Settled",
        Digest = "News digest",
        NothingNew = "Nothing new.",
        MoreInMenu = count => $"and {count} more in the menu below",
        NotShown = count => $"{count} more not shown",
        OpenStory = "Open a story",
    };

    /// <summary>English where there is no table of a language yet.</summary>
    /// <param name="language">Such as <c>en</c>.</param>
    public static CardWords Of(string language) => language switch
    {
        _ => English,
    };

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
