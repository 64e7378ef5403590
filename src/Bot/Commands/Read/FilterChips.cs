using System.Globalization;
using Bot.Cards;
using Bot.Texts;
using Desk.Archive.Questions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>
/// The filters of a list, each a button that removes it. The buttons are the state: what a list is limited to is read from its message.
/// </summary>
static class FilterChips
{
    /// <summary>In the place of a page's number.</summary>
    const int Removing = -1;

    const int LabelLength = 60;

    /// <param name="page">The name of the buttons' handler.</param>
    /// <returns>One or two rows; empty without filters.</returns>
    public static IReadOnlyList<Component> Rows(string page, QuestionFilters filters, BotTexts words)
    {
        var chips = FilterPart.Of(filters)
            .Select(part => (Id: IdOf(page, part), Label: Label(part.Kind, filters, words)))
            .Where(chip => chip.Id.Fits)
            .Select(chip => new Button { Style = ButtonStyle.Secondary, Label = $"✕ {chip.Label}", CustomId = chip.Id.ToString() })
            .Chunk(DiscordLimits.ButtonsPerRow);
        return [.. chips.Select(row => ActionRow.Of(row))];
    }

    /// <summary>The filters that the message shows, without the one whose button was pressed.</summary>
    /// <param name="pressed">Perhaps the custom_id of one of them.</param>
    public static IEnumerable<FilterPart> Left(string page, Message? message, CustomId pressed) =>
        Component.All(message?.Components ?? [])
            .OfType<Button>()
            .Select(button => CustomId.Parse(button.CustomId))
            .OfType<CustomId>()
            .Where(id => IsChip(page, id) && id.ToString() != pressed.ToString())
            .Select(id => new FilterPart((FilterKind)id.Numbers[1], id.Words!));

    public static bool IsChip(string page, CustomId id) => id is { Numbers: [Removing, _], Words: not null } && id.Name == page;

    /// <summary>How many stories a page of the message has, by its other buttons.</summary>
    public static int CountOf(Message? message) => Component.All(message?.Components ?? [])
        .OfType<Button>()
        .Select(button => CustomId.Parse(button.CustomId)?.Numbers)
        .Select(numbers => numbers is [var count and >= 1 and <= PageSize.Max, _] ? (int)count : 0)
        .FirstOrDefault(count => count > 0) is var count and > 0 ? count : PageSize.Default;

    static CustomId IdOf(string page, FilterPart part) => new(page, Removing, (int)part.Kind) { Words = part.Value };

    static string Label(FilterKind kind, QuestionFilters filters, BotTexts words) => kind switch
    {
        FilterKind.Topic => CardText.Plain(filters.Topic!.Name, LabelLength),
        FilterKind.Outlet => CardText.Plain(filters.Outlet!.Name, LabelLength),
        FilterKind.NotOutlet => words.Search.Without(CardText.Plain(filters.NotOutlet!.Name, LabelLength)),
        FilterKind.Type => words.Cards.Kind(filters.Type!),
        FilterKind.Time => Period(filters.Since, filters.Until, words.Search),
        _ => filters.Order is ResultOrder.Oldest ? words.Search.Oldest : words.Search.Newest,
    };

    static string Period(DateTimeOffset? since, DateTimeOffset? until, SearchTexts words) => (since, until) switch
    {
        ({ } from, null) => words.Since(Day(from)),
        (null, { } to) => words.Until(Day(to.AddTicks(-1))),
        ({ } from, { } to) when from.AddYears(1) == to && from is { Month: 1, Day: 1 } => $"{from.Year}",
        ({ } from, { } to) when from.AddMonths(1) == to && from.Day == 1 => from.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ({ } from, { } to) when from.AddDays(1) == to => Day(from),
        _ => $"{Day(since!.Value)} – {Day(until!.Value.AddTicks(-1))}",
    };

    static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
