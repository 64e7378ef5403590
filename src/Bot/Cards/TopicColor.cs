using Articles;

namespace Bot.Cards;

/// <summary>A color for each topic, the same in every channel, so that readers learn to know it.</summary>
static class TopicColor
{
    /// <summary>For what has no topic, and for messages that are about no story.</summary>
    public const int None = 0x2F81F7;

    // Each stands out from Discord's dark and light backgrounds: a contrast of 3 or more with both.
    static readonly int[] Palette =
    [
        0x2F81F7, 0xD2691E, 0x1A9E5C, 0xBE58AA, 0x0E94A5, 0xD0524B, 0x8165E0, 0x8A8F1D, 0xB8791A, 0x5C7C99,
    ];

    public static int Of(string? topic)
    {
        if (topic is null || Topic.SlugOf(topic) is not { Length: > 0 } slug)
            return None;
        // FNV-1a. The runtime's own hash of a text differs from one start to the next.
        var hash = 2166136261u;
        foreach (var letter in slug)
            hash = (hash ^ letter) * 16777619u;
        return Palette[hash % (uint)Palette.Length];
    }
}
