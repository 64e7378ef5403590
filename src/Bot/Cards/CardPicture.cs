using Articles;
using Bot.Pictures;
using Desk.Channels;

namespace Bot.Cards;

/// <summary>The picture on a card.</summary>
/// <param name="IsLarge">Whether it stands below the text, as wide as the card; otherwise it stands beside the headline.</param>
sealed record CardPicture(string Url, bool IsLarge)
{
    const int LeastLargeWidth = 400;

    const double LeastLargeRatio = 1.2;

    /// <param name="shownFrom">See <see cref="CardState.Pictures"/>.</param>
    /// <returns>Null where the card has none.</returns>
    public static CardPicture? Of(Article lead, CardPictures wanted, IReadOnlyDictionary<string, string>? shownFrom)
    {
        if (wanted is CardPictures.None)
            return null;
        foreach (var (image, address) in Choices(lead))
        {
            if ((shownFrom is null ? address : shownFrom.GetValueOrDefault(address)) is { } url)
                return new(url, wanted is CardPictures.Large || (wanted is CardPictures.Automatic && IsWide(image)));
        }

        return null;
    }

    /// <summary>The addresses of the pictures that a card may show, the best first.</summary>
    public static IEnumerable<string> AddressesOf(Article lead) => Choices(lead).Select(choice => choice.Address);

    static IEnumerable<(Image Image, string Address)> Choices(Article lead)
    {
        foreach (var image in lead.Images)
        {
            if (image.Width is null or >= Picture.LeastWidth && CardText.Link(image.Url) is { } address)
                yield return (image, address);
        }
    }

    /// <summary>A picture of unknown size is shown small, because most icons have none.</summary>
    static bool IsWide(Image image) =>
        image is { Width: >= LeastLargeWidth and var width, Height: > 0 and var height } && width >= height * LeastLargeRatio;
}
