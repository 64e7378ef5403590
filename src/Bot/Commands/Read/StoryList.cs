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

    /// <returns>Null without stories.</returns>
    public static string? Of(string heading, IReadOnlyList<GrownStory> stories, BotTexts words, CardState state) => stories is []
        ? null
        : heading + "\n" + string.Join("\n\n", stories.Select(one => DigestMessage.Lines(one.Story, state, Outlets(one, words.Cards))));

    /// <summary>With numbers from 1, to which a chart can refer.</summary>
    public static string Numbered(IReadOnlyList<GrownStory> stories, BotTexts words, CardState state) => string.Join(
        "\n\n", stories.Select((one, index) => DigestMessage.Lines(one.Story, state, Outlets(one, words.Cards), index + 1)));

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
