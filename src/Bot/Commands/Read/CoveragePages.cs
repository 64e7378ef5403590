using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;

namespace Bot.Commands.Read;

/// <summary>All coverage of a story, page by page: privately from a card's button, or in the channel where /related was used.</summary>
sealed class CoveragePages(ButtonStories buttons, TimeProvider clock) : IButton
{
    public string Name => CoverageButton.Name;

    public Access Access => Access.Everyone;

    /// <param name="language">The language of the person who asks. A person who turns a page gets it in their own.</param>
    public Reply Show(Story story, string language) => Page(story, page: 0, CoverageOrder.Top, language);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var (words, language) = (BotTexts.Of(interaction.Language).Answers, interaction.Language);
        if (PlaceOf(interaction.CustomId.Numbers) is not var (id, page, order))
            return Reply.Note(words.UnknownButton("/related"));
        if (await buttons.OfAsync(id, interaction.Message, ct) is not { } story)
            return Reply.Note(words.StoryGone);
        return page == CoverageButton.Opening
            ? Show(story, language) with { IsPrivate = true }
            : Page(story, (int)page, order, language) with { Replaces = true };
    }

    Reply Page(Story story, int page, CoverageOrder order, string language) =>
        new() { Components = CoveragePage.Of(story, page, order, new() { Now = clock.GetUtcNow(), Language = language }) };

    /// <summary>What a button carries; those of earlier versions carry no order. Null if the bot can't have written it.</summary>
    static (long Story, long Page, CoverageOrder Order)? PlaceOf(IReadOnlyList<long> numbers) => numbers switch
    {
        [var story, var page and (CoverageButton.Opening or (>= 0 and <= int.MaxValue / CoveragePage.PerPage))] =>
            (story, page, CoverageOrder.Top),
        [var story, var page and >= 0 and <= int.MaxValue / CoveragePage.PerPage,
            var order and >= (long)CoverageOrder.Top and <= (long)CoverageOrder.Latest] => (story, page, (CoverageOrder)order),
        _ => null,
    };
}
