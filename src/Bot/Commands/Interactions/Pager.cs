using Bot.Cards;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>The two buttons under a list of pages.</summary>
static class Pager
{
    /// <summary>No buttons if there is only one page, or if the search words don't fit into a custom_id.</summary>
    /// <param name="page">From 0.</param>
    public static IReadOnlyList<Component> Buttons(int page, bool hasMore, AnswerTexts words, Func<int, CustomId> at) =>
        (page == 0 && !hasMore) || !at(page).Fits
            ? []
            : [ActionRow.Of(Button($"◀ {words.Back}", page - 1, page == 0, at), Button($"{words.More} ▶", page + 1, !hasMore, at))];

    // Discord wants unique custom_ids in a message, even for disabled buttons: page -1 doesn't exist, but names one.
    static Button Button(string label, int page, bool disabled, Func<int, CustomId> at) =>
        new() { Style = ButtonStyle.Secondary, Label = label, Disabled = disabled, CustomId = at(page).ToString() };
}
