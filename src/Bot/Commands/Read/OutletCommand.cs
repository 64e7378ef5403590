using Bot.Cards;
using Bot.Charts;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive.Overviews;
using Desk.Archive.Questions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/outlet name</c>: an outlet's newest stories, page by page, and how often it was the first.</summary>
sealed class OutletCommand(NameOptions options, ArchiveNamesStore names, OutletStore outlets, ChartDrawer charts, TimeProvider clock)
    : ISlashCommand, ISuggest, IButton
{
    const int PerPage = PageSize.Default;
    const int LineLength = 600;
    const int ChartDays = 30;
    const string Outlet = "name";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "outlet",
        Description = "Show an outlet's stories, and how often it was first",
        Options =
        [
            new() { Type = OptionType.String, Name = Outlet, Description = "Which outlet", Required = true, Autocomplete = true },
            PrivateOption.Spec,
        ],
    };

    public string Name => Spec.Name;

    public Access Access => Access.Everyone;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var (outlet, mistake) = await options.OutletAsync(call, Outlet, ct);
        return outlet is null
            ? mistake!
            : PrivateOption.Apply(call, await PageAsync(outlet, page: 0, BotTexts.Of(call.Language), call.AllowsFiles, ct));
    }

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language);
        return interaction.CustomId is { Words: { } key, Numbers: [var page and >= 0 and <= int.MaxValue / PerPage / 3] }
            && (await names.NamesAsync(ct)).Outlets.FirstOrDefault(one => KeyOf(one) == key) is { } outlet
            ? await PageAsync(outlet, (int)page, words, interaction.AllowsFiles, ct) with { Replaces = true }
            : Reply.Note(words.Answers.UnknownButton("/outlet"));
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => options.SuggestOutletsAsync(call.Typed, ct);

    static string KeyOf(Outlet outlet) => outlet.Domain.Length > 0 ? outlet.Domain : outlet.Name;

    async Task<Reply> PageAsync(Outlet outlet, int page, BotTexts words, bool allowsFiles, CancellationToken ct)
    {
        var found = await outlets.StoriesAsync(outlet, page * PerPage, PerPage + 1, ct);
        var numbers = page == 0 ? Numbers(outlet, await outlets.NumbersAsync(outlet, ct), words.Reading) : null;
        var drawn = page == 0 ? charts.Draw(await ChartAsync(outlet, words.Charts, ct), allowsFiles) : null;
        string?[] parts =
        [
            numbers,
            found is [] ? words.Answers.NothingOlder : string.Join("\n\n", found.Take(PerPage).Select(story => Lines(story, words))),
            drawn?.Caption,
        ];
        return new()
        {
            Embeds = [new()
            {
                Title = CardText.Markdown(outlet.Name, DiscordLimits.EmbedTitle),
                Description = string.Join("\n\n", parts.OfType<string>()),
                Image = drawn?.Image,
                Footer = page == 0 && found.Count <= PerPage ? null : new() { Text = words.Answers.Page(page + 1) },
                Color = TopicColor.None,
            }],
            Files = drawn?.Files ?? [],
            Components = Pager.Buttons(page, found.Count > PerPage, words.Answers, at => new(Name, at) { Words = KeyOf(outlet) }),
        };
    }

    async Task<BarChart?> ChartAsync(Outlet outlet, ChartTexts words, CancellationToken ct) => DailyChart.Of(
        await outlets.DaysAsync(outlet, ChartDays, ct), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), words);

    static string Numbers(Outlet outlet, OutletNumbers numbers, ReadingTexts words)
    {
        string?[] lines =
        [
            CardText.Facts(words.Articles(outlet.Articles), numbers.Shared > 0 ? words.FirstIn(numbers.First, numbers.Shared) : null),
            numbers.Topics is []
                ? null
                : words.UsualTopics(string.Join(", ", numbers.Topics.Select(topic => CardText.Markdown(topic, limit: 60)))),
        ];
        return string.Join('\n', lines.OfType<string>().Select(line => $"-# {line}"));
    }

    /// <summary>The outlet's own headline, then its time, how many outlets have the story, and whether this one was the first.</summary>
    string Lines(OutletStory story, BotTexts words) => CardText.Linked(story.Own.Title, story.Own.Link, LineLength, title =>
        $"**{title}**\n" + CardText.Facts(
            CardText.Relative(story.Own.PublishedAt, clock.GetUtcNow()),
            story.Story.Coverage.Outlets > 1 ? words.Cards.Outlets(story.Story.Coverage.Outlets) : null,
            story.IsFirst ? words.Reading.WasFirst : null));
}
