namespace News.Reading;

/// <summary>What a file says: an article, or the problems that keep it from being one.</summary>
/// <param name="Article">Null when any problem is an error.</param>
/// <param name="Problems">All of the file's problems, in the file's order.</param>
public sealed record ArticleReading(Article? Article, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>Where each of the article's topics stands, in their order. Whether a topic is known, other files decide.</summary>
    public IReadOnlyList<TextPlace> TopicPlaces { get; init; } = [];

    /// <summary>Where the provider's name stands, or else its domain; null where the file gives neither.</summary>
    public TextPlace? ProviderPlace { get; init; }

    /// <summary>Where the link that readers follow stands.</summary>
    public TextPlace? LinkPlace { get; init; }
}
