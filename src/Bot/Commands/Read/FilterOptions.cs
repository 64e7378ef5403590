using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive.Questions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>The options that limit a list of stories, and what is typed for them.</summary>
sealed class FilterOptions(NameOptions names)
{
    public static ApplicationCommandOption Topic { get; } = TopicOption.Named("topic", "Only this topic");

    public static ApplicationCommandOption Outlet { get; } =
        new() { Type = OptionType.String, Name = "outlet", Description = "Only this outlet", Autocomplete = true };

    public static ApplicationCommandOption Type { get; } =
        new() { Type = OptionType.String, Name = "type", Description = "Only articles of this type, such as video", Autocomplete = true };

    public static ApplicationCommandOption Since { get; } =
        new() { Type = OptionType.String, Name = "since", Description = "Not older: last week, March 2026, 2026-03-15", MaxLength = 60 };

    public static ApplicationCommandOption Until { get; } =
        new() { Type = OptionType.String, Name = "until", Description = "Not newer: yesterday, March 2026, 2026-03-15", MaxLength = 60 };

    public static ApplicationCommandOption Order { get; } = new()
    {
        Type = OptionType.String,
        Name = "order",
        Description = "Which come first (default: best)",
        Choices = [Choice("best", ResultOrder.Best), Choice("newest", ResultOrder.Newest), Choice("oldest", ResultOrder.Oldest)],
    };

    /// <summary>The filters that a call asks for, or what is wrong with one of them.</summary>
    public async Task<(QuestionFilters Filters, Reply? Mistake)> ReadAsync(SlashCall call, CancellationToken ct)
    {
        var topic = call.Text(Topic.Name) is null ? default : await names.TopicAsync(call, Topic.Name, ct);
        var outlet = call.Text(Outlet.Name) is null ? default : await names.OutletAsync(call, Outlet.Name, ct);
        var type = call.Text(Type.Name) is null ? default : await names.TypeAsync(call, Type.Name, ct);
        var since = call.Text(Since.Name) is null ? default : names.Time(call, Since.Name);
        var until = call.Text(Until.Name) is null ? default : names.Time(call, Until.Name);
        var filters = new QuestionFilters
        {
            Topic = topic.Topic,
            Outlet = outlet.Outlet,
            Type = type.Type,
            Since = since.Since,
            Until = until.Until,
            Order = Enum.TryParse<ResultOrder>(call.Text(Order.Name), ignoreCase: true, out var order) ? order : ResultOrder.Best,
        };
        return (filters, topic.Mistake ?? outlet.Mistake ?? type.Mistake ?? since.Mistake ?? until.Mistake ?? Backwards(call, filters));
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
    {
        var typed = call.Focused?.Value?.ToString() ?? "";
        return call.Focused?.Name switch
        {
            "topic" or "name" => names.SuggestTopicsAsync(typed, ct),
            "outlet" => names.SuggestOutletsAsync(typed, ct),
            "type" => names.SuggestTypesAsync(typed, call.Language, ct),
            _ => Task.FromResult<IReadOnlyList<Choice>>([]),
        };
    }

    /// <summary>Nothing lies between a later time and an earlier one.</summary>
    static Reply? Backwards(SlashCall call, QuestionFilters filters)
    {
        if (filters.Since < filters.Until || filters.Since is null || filters.Until is null)
            return null;
        var (since, until) = (call.Text(Since.Name)!, call.Text(Until.Name)!);
        return Backwards(call, since, until, (Since.Name, until), (Until.Name, since));
    }

    /// <summary>The same of times in a question.</summary>
    /// <param name="option">The option with the question.</param>
    public static Reply Backwards(SlashCall call, string option, BackwardsTimes times) =>
        Backwards(call, times.Since, times.Until, times.Swapped is { } swapped ? [(option, swapped)] : []);

    static Reply Backwards(SlashCall call, string since, string until, params IReadOnlyList<(string Option, string Value)> swapped)
    {
        var words = BotTexts.Of(call.Language).Search;
        var told = words.Backwards(CardText.Markdown(since, 60), CardText.Markdown(until, 60));
        return swapped is [] ? Reply.Note(told) : AgainNote.Of(told, words.Swap, call, swapped);
    }

    static Choice Choice(string name, ResultOrder order) => new() { Name = name, Value = order.ToString() };
}
