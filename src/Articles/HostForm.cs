using System.Text;

namespace Articles;

/// <summary>
/// Host names that are written in wide letters, as Japanese and Chinese keyboards do. Browsers open them as the ordinary ones, so they are
/// shown, linked and compared as those.
/// </summary>
static class HostForm
{
    /// <summary>The dots with which browsers separate the parts of a host: the ideographic one, and the wide and narrow forms.</summary>
    const string Dots = "\u3002\uFF0E\uFF61";

    /// <summary>The address with its scheme, host and port in ordinary letters; its path stays as it is.</summary>
    public static string Normalized(string address)
    {
        if (Ascii.IsValid(address))
            return address;
        var start = address.IndexOf("//", StringComparison.Ordinal) is >= 0 and var slashes ? slashes + 2 : WideStart(address);
        var length = address.AsSpan(start).IndexOfAny("/\\?#");
        var end = length < 0 ? address.Length : start + length;
        return Ascii.IsValid(address.AsSpan(0, end)) ? address : Plain(address[..end]) + address[end..];
    }

    /// <summary>A host, or a part of an address, with each wide letter, digit, mark and dot as the ordinary one.</summary>
    public static string Plain(string text) => Ascii.IsValid(text) ? text : string.Create(text.Length, text, static (plain, text) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = text[i] switch
            {
                var wide when Dots.Contains(wide, StringComparison.Ordinal) => '.',
                >= '\uFF01' and <= '\uFF5E' and var wide => (char)(wide - 0xFEE0),
                var other => other,
            };
        }
    });

    /// <summary>
    /// Whether the host has other letters that browsers replace: mathematical, circled or raised ones, ligatures, and accents apart from
    /// their letters.
    /// </summary>
    public static bool HasReplaced(string host) => host.EnumerateRunes().Any(rune => rune.Value is
        (>= 0x1D400 and <= 0x1D7FF) or (>= 0x2460 and <= 0x24FF) or (>= 0x1F100 and <= 0x1F1FF) or (>= 0xFB00 and <= 0xFB06)
        or (>= 0x2070 and <= 0x209C) or (>= 0x2100 and <= 0x218F) or (>= 0x3200 and <= 0x33FF)
        or (>= 0xFF5F and <= 0xFFEF) or (>= 0x1D2C and <= 0x1D6A) or (>= 0x0300 and <= 0x036F) or 0xAA or 0xB2 or 0xB3 or 0xB9 or 0xBA);

    static int WideStart(string address) => address.IndexOf("／／", StringComparison.Ordinal) is >= 0 and var slashes ? slashes + 2 : 0;
}
