using System.Globalization;

namespace Discord;

/// <content>Cutting text to a limit.</content>
public static partial class DiscordText
{
    /// <summary>
    /// At most <paramref name="limit"/> UTF-16 characters: cut after a word where there is one in the second half, and marked with "…".
    /// What a reader sees as one character, and a backslash with what it escapes, stay whole.
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

    /// <summary>The last places before <paramref name="room"/> that split no unit, and no word.</summary>
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
        var escaped = text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
        return escaped + StringInfo.GetNextTextElementLength(text, at + escaped);
    }
}
