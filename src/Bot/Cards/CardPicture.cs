using Articles;
using Desk.Channels;

namespace Bot.Cards;

/// <summary>The picture on a card.</summary>
/// <param name="IsLarge">Whether it stands below the text, as wide as the card; otherwise it stands beside the headline.</param>
sealed record CardPicture(string Url, bool IsLarge)
{
    /// <summary>In pixels. A narrower picture would be drawn blurred.</summary>
    const int LeastWidth = 200;

    const int LeastLargeWidth = 400;

    const double LeastLargeRatio = 1.2;

    /// <returns>Null where the card has none.</returns>
    public static CardPicture? Of(Article lead, CardPictures wanted)
    {
        if (wanted is CardPictures.None)
            return null;
        foreach (var image in lead.Images)
        {
            if (image.Width is null or >= LeastWidth && CardText.Link(image.Url) is { } url)
                return new(url, wanted is CardPictures.Large || (wanted is CardPictures.Automatic && IsWide(image)));
        }

        return null;
    }

    /// <summary>A picture of unknown size is shown small, because most icons have none.</summary>
    static bool IsWide(Image image) =>
        image is { Width: >= LeastLargeWidth and var width, Height: > 0 and var height } && width >= height * LeastLargeRatio;
}
