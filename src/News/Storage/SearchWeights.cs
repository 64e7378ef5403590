namespace News.Storage;

/// <summary>What counts how much when articles are searched.</summary>
static class SearchWeights
{
    /// <summary>Of bm25, in the order of article_search's columns: title, excerpt, body, provider, topics, related.</summary>
    public const string Columns = "10, 4, 1, 3, 5, 2";

    /// <summary>
    /// A word that is everywhere ranks nothing: of more hits than these, only those of the articles stored last are ranked,
    /// which keeps any search within milliseconds.
    /// </summary>
    public const int Candidates = 1000;
}
