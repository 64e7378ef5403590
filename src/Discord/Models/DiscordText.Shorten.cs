using System.Globalization;

namespace Discord.Models;

/// <content>Shortens text to a limit.</content>
public static partial class DiscordText
{
    /// <summary>
    /// Returns at most <paramref name="limit"/> UTF-16 characters. Longer text is cut after a word, if one ends in the second half, and
    /// ends with "…". Never splits what a reader sees as one character, or a backslash from the character that it escapes.
    /// </summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        if (limit <= 0)
            return "";

        var (whole, word) = Cuts(text, room: limit - 1);
        var cut = word > limit / 2 ? word : whole;
        return string.Concat(text.AsSpan(0, cut).TrimEnd(), "…");
    }

    /// <summary>The last positions up to <paramref name="room"/> at which a cut splits no unit, and no word.</summary>
    static (int Whole, int Word) Cuts(string text, int room)
    {
        var (at, word) = (0, 0);
        while (true)
        {
            if (char.IsWhiteSpace(text[at]))
                word = at;
            var next = at + UnitLength(text, at);
            if (next > room)
                return (at, word);
            at = next;
        }
    }

    static int UnitLength(string text, int at)
    {
        if (IsAlone(text[at]) && at + 1 < text.Length && IsAlone(text[at + 1]))
            return 1;
        var escaped = text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
        return escaped + StringInfo.GetNextTextElementLength(text, at + escaped);
    }

    /// <summary>
    /// Whether a letter neither continues what is before it nor escapes what is after it, as most don't: Unicode's tables are slow.
    /// </summary>
    static bool IsAlone(char letter) => letter is >= ' ' and <= '~' and not '\\';
}
