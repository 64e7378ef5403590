using System.Globalization;
using System.Text;

namespace News;

/// <summary>A subject that articles are filed under. Two spellings with the same slug are the same topic.</summary>
/// <param name="Name">As the first article that used it wrote it.</param>
/// <param name="Slug">Lower case letters and digits joined by hyphens: <c>power-grids</c>.</param>
public sealed record Topic(long Id, string Name, string Slug)
{
    public static string SlugOf(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var rune in name.Trim().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
