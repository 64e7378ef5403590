namespace News.Reading;

/// <summary>What the addresses of one article have in common.</summary>
public static class LinkKey
{
    /// <summary>The same article at different addresses gives the same key: to compare, not to show or to open.</summary>
    /// <param name="link">Absolute, http or https.</param>
    public static string Of(Uri link) => link.IdnHost + link.PathAndQuery;
}
