using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive.Questions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>The options that limit a list of stories, and what is typed for them.</summary>
sealed class FilterOptions(ArchiveNamesStore names, TimeProvider clock)
{
    const int ListedTopics = 15;

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
        var (known, words) = (await names.NamesAsync(ct), BotTexts.Of(call.Language));
        var filters = new QuestionFilters
        {
            Topic = call.Text("topic") is { } topic ? known.Topic(topic) : null,
            Outlet = call.Text("outlet") is { } outlet ? OutletOf(outlet, known) : null,
            Type = call.Text("type") is { Length: > 0 } type ? known.TypeNamed(type) : null,
            Since = call.Text("since") is { } since ? TimeOf(since)?.Since : null,
            Until = call.Text("until") is { } until ? TimeOf(until)?.Until : null,
            Order = Enum.TryParse<ResultOrder>(call.Text("order"), ignoreCase: true, out var order) ? order : ResultOrder.Best,
        };
        if (call.Text("topic") is { } noTopic && filters.Topic is null)
            return (filters, UnknownTopic(noTopic, known, words));
        if (call.Text("outlet") is { } noOutlet && filters.Outlet is null)
            return (filters, UnknownOutlet(noOutlet, known, words.Search));
        foreach (var time in (string?[])[call.Text("since"), call.Text("until")])
        {
            if (time is not null && TimeOf(time) is null)
                return (filters, Reply.Note(words.Search.NoTime(CardText.Markdown(time, 60), "2026-03-15")));
        }

        return (filters, null);
    }

    /// <summary>The topic of this name, short name or keyword, or what may have been meant.</summary>
    public async Task<(Articles.Topic? Topic, Reply? Mistake)> TopicAsync(string name, string language, CancellationToken ct)
    {
        var known = await names.NamesAsync(ct);
        return known.Topic(name) is { } topic ? (topic, null) : (null, UnknownTopic(name, known, BotTexts.Of(language)));
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
    {
        var known = await names.NamesAsync(ct);
        var typed = call.Focused?.Value?.ToString() ?? "";
        return call.Focused?.Name switch
        {
            "topic" or "name" => Choices(known.TopicsLike(typed, DiscordLimits.Choices).Select(topic => topic.Topic.Name)),
            "outlet" => Outlets(known, typed),
            "type" => Choices(known.Types.Where(type => type.Contains(typed, StringComparison.OrdinalIgnoreCase))),
            _ => [],
        };
    }

    QuestionFilters? TimeOf(string typed) =>
        QuestionReader.TimeOf(typed, clock.GetUtcNow()) is { } period ? new() { Since = period.Since, Until = period.Until } : null;

    /// <summary>With what may have been meant, or else all topics.</summary>
    static Reply UnknownTopic(string typed, ArchiveNames known, BotTexts words)
    {
        if (known.TopicsLike(typed, most: 1) is [var near])
        {
            return Unknown(words.Search.NoTopic, typed, near.Topic.Name) with
            {
                Components = [ActionRow.Of(HeadlinePages.Opening(near.Topic))],
            };
        }

        var topics = string.Join(", ", known.Topics.Take(ListedTopics).Select(topic => CardText.Markdown(topic.Topic.Name, 60)));
        var all = topics.Length == 0 ? words.Answers.NoTopics : words.Answers.Topics(topics);
        return Reply.Note($"{words.Answers.UnknownTopic(CardText.Markdown(typed, 100))} {all}");
    }

    /// <summary>Suggestions for the name of an outlet.</summary>
    public static IReadOnlyList<Choice> Outlets(ArchiveNames known, string typed) =>
        Choices(known.OutletsLike(typed, DiscordLimits.Choices).Select(outlet => outlet.Name));

    /// <summary>The outlet of this name or domain, or the only one that is like it.</summary>
    public static Outlet? OutletOf(string typed, ArchiveNames known) =>
        known.Outlet(typed) ?? (known.OutletsLike(typed, most: 2) is [var only] ? only : null);

    /// <summary>With what may have been meant.</summary>
    public static Reply UnknownOutlet(string typed, ArchiveNames known, SearchTexts words) =>
        Unknown(words.NoOutlet, typed, known.OutletsLike(typed, most: 1) is [var near] ? near.Name : null);

    static Reply Unknown(Func<string, string, string> sentence, string typed, string? near) =>
        Reply.Note(sentence(CardText.Markdown(typed, 100), near is null ? "" : CardText.Markdown(near, 100)));

    static Choice Choice(string name, ResultOrder order) => new() { Name = name, Value = order.ToString() };

    static IReadOnlyList<Choice> Choices(IEnumerable<string> values) =>
        [.. values
            .Where(value => value.Length <= DiscordLimits.ChoiceValue)
            .Take(DiscordLimits.Choices)
            .Select(value => new Choice { Name = CardText.Plain(value, DiscordLimits.ChoiceName), Value = value })];
}
