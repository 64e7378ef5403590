namespace Desk.Channels;

/// <summary>What a channel's posts show of a story.</summary>
public sealed record CardLook
{
    public static CardLook Default { get; } = new();

    public CardLayout Layout { get; init; } = CardLayout.Full;

    public CardPictures Pictures { get; init; } = CardPictures.Automatic;

    /// <summary>How many headlines of other outlets a full card has, 0 to <see cref="RuleLimits.CoverageRows"/>.</summary>
    public int CoverageRows { get; init; } = 3;

    /// <summary>Whether a full card quotes the beginning of the article.</summary>
    public bool Excerpt { get; init; } = true;

    /// <summary>Whether full and compact cards have buttons.</summary>
    public bool Buttons { get; init; } = true;

    /// <summary>The stripe on the left, 0xRRGGBB; null for the color of the story's topic.</summary>
    public int? Color { get; init; }
}

public enum CardLayout
{
    /// <summary>Headline, excerpt, picture, coverage, and buttons.</summary>
    Full,

    /// <summary>Headline with a small picture, the other outlets by name, and buttons.</summary>
    Compact,

    /// <summary>Headline, and whose it is.</summary>
    Headline,

    /// <summary>One line, as in a digest.</summary>
    Line,
}

public enum CardPictures
{
    /// <summary>Large if the picture is wide, small if it is not.</summary>
    Automatic,

    None,

    Small,

    Large,
}
