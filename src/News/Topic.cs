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
        var slug = name.Length <= 128 ? stackalloc char[128] : new char[name.Length];
        var length = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                length += Rune.ToLowerInvariant(rune).EncodeToUtf16(slug[length..]);
            else if (length > 0 && slug[length - 1] != '-')
                slug[length++] = '-';
        }

        return slug[..length].TrimEnd('-').ToString();
    }
}
