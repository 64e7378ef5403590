using System.Globalization;
using System.Text;

namespace News.Stories;

/// <summary>What kinds of writing need to be told apart to compare words.</summary>
static class Scripts
{
    /// <summary>Thai, Lao, Burmese, Khmer, Chinese and Japanese put no spaces between words.</summary>
    static readonly (int First, int Last)[] Unspaced =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3041, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
    ];

    /// <summary>Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic ones, which many leave out. In other scripts marks are vowels.</summary>
    static readonly (int First, int Last)[] Accents = [(0x0300, 0x036F), (0x0591, 0x05C7), (0x064B, 0x065F), (0x0670, 0x0670), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0xFE00, 0xFE0F)];

    public static bool IsUnspaced(int character) => IsAmong(Unspaced, character);

    public static bool IsAccent(int character) => IsAmong(Accents, character);

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static bool IsAmong((int First, int Last)[] ranges, int character)
    {
        if (character < ranges[0].First)
            return false;
        foreach (var (first, last) in ranges)
        {
            if (character >= first && character <= last)
                return true;
        }

        return false;
    }
}
