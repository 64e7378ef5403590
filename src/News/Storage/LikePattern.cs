namespace News.Storage;

/// <summary>What was typed, as a pattern for <c>like … escape '\'</c>: its words in their order, with anything between them.</summary>
static class LikePattern
{
    public static string Containing(string typed)
    {
        var literal = typed.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
        return $"%{string.Join('%', literal.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}%";
    }
}
