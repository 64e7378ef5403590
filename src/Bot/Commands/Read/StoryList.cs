using Bot.Cards;
using Bot.Texts;
using Desk.Archive.Overviews;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>Stories with how much they grew, as digests list stories, and the menu that opens them.</summary>
static class StoryList
{
    /// <summary>As many as a digest shows.</summary>
    public const int Most = 10;

    /// <param name="heading">Null for none.</param>
    public static string? Of(string? heading, IReadOnlyList<GrownStory> stories, BotTexts words, CardState state) => stories is []
        ? null
        : string.Join(heading is null ? "" : "\n", heading, string.Join("\n\n", stories.Select(one =>
            DigestMessage.Lines(one.Story, state, Outlets(one, words.Cards)))));

    public static IReadOnlyList<Component> Menu(IEnumerable<GrownStory> stories, BotTexts words) =>
        [ActionRow.Of(DigestMessage.Menu(digest: 0, [.. stories.Select(one => one.Story)], words.Cards))];

    /// <summary>How many outlets, and how many of them are new; null for a story of one outlet.</summary>
    static string? Outlets(GrownStory one, CardTexts words) => one.Story.Coverage.Outlets switch
    {
        <= 1 => null,
        var all when one.Growth >= all => words.Outlets(all),
        var all => $"{words.Outlets(all)}, +{one.Growth}",
    };
}
