using System.Globalization;

namespace Bot.Cli;

/// <summary><c>2026-11-24-seal-closes-the-slipway.md</c>: the day, then the title's first words.</summary>
static class ArticleFileName
{
    /// <summary>In characters. In every script this stays below the 255 bytes that file systems allow.</summary>
    const int SlugLength = 50;

    public static string Of(string title, DateTimeOffset date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.UtcDateTime:yyyy-MM-dd}-{Slug(title)}.md");

    static string Slug(string title)
    {
        var slug = Articles.Slug.OfWords(title);
        if (slug.Length == 0)
            return "article";
        if (slug.Length <= SlugLength)
            return slug;
        var cut = slug.LastIndexOf('-', SlugLength);
        if (cut <= 0)
            cut = char.IsHighSurrogate(slug[SlugLength - 1]) ? SlugLength - 1 : SlugLength;
        return slug[..cut];
    }
}
