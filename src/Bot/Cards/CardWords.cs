using News.Rules;

namespace Bot.Cards;

/// <summary>
/// Every word that the bot itself writes on cards and digests, and in what members open from them. Another language is another
/// table, and a line in <see cref="Language.All"/>.
/// </summary>
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

    /// <summary>On the button to the page before.</summary>
    public required string Back { get; init; }

    /// <summary>On the button to the page after.</summary>
    public required string More { get; init; }

    public required string StoryGone { get; init; }

    public required string UnknownButton { get; init; }

    public required string UnknownMenu { get; init; }

    /// <summary>With what was typed.</summary>
    public required Func<string, string> UnknownArticle { get; init; }

    public static CardWords English { get; } = new()
    {
        Outlets = count => Count(count, "outlet"),
        Links = count => Count(count, "link"),
        Independent = count => $"{count} independent",
        MoreOnThis = "More on this",
        AndMore = count => $"and {count} more",
        Reprints = count => $"+{Count(count, "reprint")}",
        AlsoAt = (outlets, more) => more > 0 ? $"Also at {outlets} and {more} more" : $"Also at {outlets}",
        Updated = time => $"Updated {time}",
        Withdrawn = "Withdrawn: this story is no longer published.",
        Kind = type => type,
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
        Pick = (what, outlet) => $"{what}: {outlet}",
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
        Back = "Back",
        More = "More",
        StoryGone = "This story is not there any more.",
        UnknownButton = "This button is not one that I know how to answer. Use /related again.",
        UnknownMenu = "This menu is not one that I know how to answer.",
        UnknownArticle = typed => $"No article's title holds “{typed}”. Begin to type and pick one of the suggestions.",
    };

    /// <summary>English where there is no table of a language.</summary>
    /// <param name="language">Such as <c>pt</c>, or a reader's <c>pt-BR</c>.</param>
    public static CardWords Of(string language) => language.Split('-')[0] switch
    {
        "de" => GermanWords.Table,
        "es" => SpanishWords.Table,
        "fr" => FrenchWords.Table,
        "pt" => PortugueseWords.Table,
        _ => English,
    };

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
