using Bot.Texts;

namespace Bot.Posting;

/// <summary>
/// The tags by which forums show whether a story develops. A moderator makes them; where they are not there, posts go without.
/// </summary>
static class ForumTags
{
    /// <summary>The tag's names, in the channel's language first.</summary>
    public static IReadOnlyList<string> Of(bool isDeveloping, string language) =>
        [.. ((CardTexts[])[BotTexts.Of(language).Cards, BotTexts.English.Cards])
            .Select(words => isDeveloping ? words.Developing : words.Settled)
            .Distinct()];
}
