using Articles;
using Bot.Cards;
using Bot.Texts;
using Desk.Archive;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>
/// Options in which people type a name or a time. What doesn't exist gets a note with the nearest that does, and a button that runs the
/// command with it.
/// </summary>
sealed class NameOptions(ArchiveNamesStore names, ArticleStore articles, TitleSuggestions titles, TimeProvider clock)
{
    const int Listed = 15;

    /// <summary>The topic of this name, short name or keyword.</summary>
    /// <param name="name">One of several names in the option; null if it is the only one.</param>
    public async Task<(Topic? Topic, Reply? Mistake)> TopicAsync(SlashCall call, string option, CancellationToken ct, string? name = null)
    {
        var (typed, known, words) = (name ?? call.Text(option) ?? "", await names.NamesAsync(ct), BotTexts.Of(call.Language));
        // A topic of no article yet has a name, too.
        if ((known.Topic(typed) ?? await articles.TopicAsync(typed, ct)) is { } topic)
            return (topic, null);
        var all = known.Topics is [] ? words.Answers.NoTopics : words.Answers.Topics(List(known.Topics.Select(one => one.Topic.Name)));
        var near = known.TopicsLike(typed, most: 1) is [var nearest] ? nearest.Topic.Name : null;
        return (null, Miss(call, option, typed, near, words.Search.NoTopic, all));
    }

    /// <summary>The outlet of this name or domain, or the only one whose name has it in it.</summary>
    public async Task<(Outlet? Outlet, Reply? Mistake)> OutletAsync(SlashCall call, string option, CancellationToken ct)
    {
        var (typed, known, words) = (call.Text(option) ?? "", await names.NamesAsync(ct), BotTexts.Of(call.Language));
        if (known.OutletNamed(typed) is { } outlet)
            return (outlet, null);
        var near = known.OutletsLike(typed, most: 1) is [var nearest] ? nearest.Name : null;
        return (null, Miss(call, option, typed, near, words.Search.NoOutlet, words.Search.ChooseSuggestion));
    }

    /// <summary>A type by its own name or what it is called in the member's language.</summary>
    public async Task<(string? Type, Reply? Mistake)> TypeAsync(SlashCall call, string option, CancellationToken ct)
    {
        var (typed, known, words) = (call.Text(option) ?? "", await names.NamesAsync(ct), BotTexts.Of(call.Language));
        if (known.TypeNamed(typed, words.Cards.Kind) is { } type)
            return (type, null);
        var near = known.TypesLike(typed, words.Cards.Kind, most: 1) is [var nearest] ? nearest : null;
        return (null, Miss(call, option, typed, near, words.Search.NoType, words.Search.Types(List(known.KnownTypes))));
    }

    /// <summary>A time that may be spelled wrong.</summary>
    public (DateTimeOffset? Since, DateTimeOffset? Until, Reply? Mistake) Time(SlashCall call, string option)
    {
        var typed = call.Text(option) ?? "";
        return QuestionReader.TimeOf(typed, clock.GetUtcNow()) is { } time
            ? (time.Since, time.Until, null)
            : (null, null, UnknownTime(call, option));
    }

    public Reply UnknownTime(SlashCall call, string option)
    {
        var (typed, words) = (call.Text(option) ?? "", BotTexts.Of(call.Language).Search);
        return Miss(call, option, typed, NearestTime.Of(typed, clock.GetUtcNow()), words.NoTime, words.TimeExamples);
    }

    /// <summary>For an option whose suggestions are articles' numbers; see <see cref="StoryOption"/> for a choice of several.</summary>
    /// <param name="before">Before the number.</param>
    public async Task<Reply> UnknownArticleAsync(SlashCall call, string option, CancellationToken ct, string before = "")
    {
        var (typed, words) = (call.Text(option) ?? "", BotTexts.English);
        var none = words.Search.NoHeadline(CardText.Markdown(typed, 100));
        return await titles.SuggestAsync(typed, take: 1, ct) is [var near]
            ? AgainNote.Of($"{none} {Meant(near.Title, words)}", near.Title, call, (option, $"{before}{near.Id}"))
            : Reply.Note($"{none} {words.Search.ChooseSuggestion}");
    }

    public async Task<IReadOnlyList<Choice>> SuggestTopicsAsync(string typed, CancellationToken ct, string before = "") =>
        Choices((await names.NamesAsync(ct)).TopicsLike(typed, DiscordLimits.Choices).Select(topic => before + topic.Topic.Name));

    public async Task<IReadOnlyList<Choice>> SuggestOutletsAsync(string typed, CancellationToken ct) =>
        Choices((await names.NamesAsync(ct)).OutletsLike(typed, DiscordLimits.Choices).Select(outlet => outlet.Name));

    public async Task<IReadOnlyList<Choice>> SuggestTypesAsync(string typed, string language, CancellationToken ct) =>
        Choices((await names.NamesAsync(ct)).TypesLike(typed, BotTexts.Of(language).Cards.Kind, DiscordLimits.Choices));

    /// <param name="near">What was probably meant; null if nothing is near.</param>
    /// <param name="otherwise">What to do if nothing is near.</param>
    static Reply Miss(SlashCall call, string option, string typed, string? near, Func<string, string> none, string otherwise)
    {
        var sentence = none(CardText.Markdown(typed, 100));
        if (near is null)
            return Reply.Note($"{sentence} {otherwise}");
        // Several names may stand in one option.
        var meant = (call.Text(option) ?? "").Replace(typed, near, StringComparison.Ordinal);
        return AgainNote.Of($"{sentence} {Meant(near, BotTexts.Of(call.Language))}", near, call, (option, meant));
    }

    static string Meant(string near, BotTexts words) => words.Search.DidYouMean(CardText.Markdown(near, 100));

    static string List(IEnumerable<string> names) => string.Join(", ", names.Take(Listed).Select(name => CardText.Markdown(name, 60)));

    static IReadOnlyList<Choice> Choices(IEnumerable<string> values) =>
        [.. values
            .Where(value => value.Length <= DiscordLimits.ChoiceValue)
            .Take(DiscordLimits.Choices)
            .Select(value => new Choice { Name = CardText.Plain(value, DiscordLimits.ChoiceName), Value = value })];
}
