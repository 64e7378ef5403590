namespace Desk.Database;

/// <summary>Typed text as a pattern for <c>like … escape '\'</c>: its words in order, with anything between them.</summary>
static class LikePattern
{
    public static string Containing(string typed)
    {
        var literal = typed.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
        return $"%{string.Join('%', literal.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}%";
    }
}
