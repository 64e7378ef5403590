using Bot.Cards;
using Bot.Languages;
using Discord;
namespace Bot.Commands;

/// <summary>The two buttons under a list of pages.</summary>
static class Pager
{
    /// <summary>No row at all where one page is all there is, or where what was asked does not fit into a button.</summary>
    /// <param name="page">From 0.</param>
    public static IReadOnlyList<Component> Buttons(int page, bool hasMore, AnswerWords words, Func<int, CustomId> at) =>
        (page == 0 && !hasMore) || !at(page).Fits ? [] : [ActionRow.Of(Button($"◀ {words.Back}", page - 1, page == 0, at), Button($"{words.More} ▶", page + 1, !hasMore, at))];

    // Discord wants each custom_id of a message to be unique, also of buttons that can't be pressed: -1 is no page, but a name.
    static Button Button(string label, int page, bool disabled, Func<int, CustomId> at) =>
        new() { Style = ButtonStyle.Secondary, Label = label, Disabled = disabled, CustomId = at(page).ToString() };
}
