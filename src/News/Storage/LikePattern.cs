namespace News.Storage;

/// <summary>What was typed, as a pattern for <c>like … escape '\'</c>.</summary>
static class LikePattern
{
    public static string Containing(string typed) =>
        '%' + typed.Trim().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + '%';
}
