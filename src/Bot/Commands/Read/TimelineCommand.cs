using Articles.Stories;
using Bot.Cards;
using Bot.Charts;
using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/timeline story</c>: who reported a story when, page by page.</summary>
sealed class TimelineCommand(StoryOption option, ButtonStories buttons, ChartDrawer charts, TimeProvider clock)
    : ISlashCommand, ISuggest, IButton
{
    const string Handler = "timeline";
    const string Story = "story";

    /// <summary>In the place of a page's number: the first page, as a private message of its own.</summary>
    const int Opening = -2;

    const int PerPage = 10;
    const int MostBars = 12;
    const int LongestBar = 12;

    /// <summary>So that a full page with its bars fits into one embed.</summary>
    const int LineLength = (DiscordLimits.EmbedDescription - (MostBars * 60)) / PerPage - 2;

    public ApplicationCommand Spec { get; } = new()
    {
        Name = Handler,
        Description = "Show who reported a story when",
        Options = [StoryOption.Named(Story), PrivateOption.Spec],
    };

    public string Name => Handler;

    public Access Access => Access.Everyone;

    /// <summary>A button that opens the timeline privately.</summary>
    /// <param name="story">The story's public key.</param>
    public static CustomId OpeningOf(long story) => new(Handler, story, Opening);

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) =>
        option.AnswerAsync(call, Story, story => Page(story, page: 0, call.Language, call.AllowsFiles), ct);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        if (interaction.CustomId.Numbers is [])
            return await option.ChosenAsync(interaction, First, ct);
        var words = BotTexts.Of(interaction.Language).Answers;
        if (interaction.CustomId.Numbers is not [var key, var page and (Opening or (>= 0 and <= int.MaxValue / PerPage))])
            return Reply.Note(words.UnknownButton("/timeline"));
        if (await buttons.OfAsync(key, interaction.Message, ct) is not { } story)
            return Reply.Note(words.StoryGone);
        return page == Opening
            ? First(story) with { IsPrivate = true }
            : Page(story, (int)page, interaction.Language, interaction.AllowsFiles) with { Replaces = true };

        Reply First(Story story) => Page(story, page: 0, interaction.Language, interaction.AllowsFiles);
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => option.SuggestAsync(call, ct);

    /// <summary>The first page has a chart; where none can be sent, it has bars of text.</summary>
    Reply Page(Story story, int page, string language, bool allowsFiles)
    {
        var words = BotTexts.Of(language);
        var timeline = Timeline.Of(story.Coverage, clock.GetUtcNow());
        var shown = timeline.Reports.Skip(page * PerPage).Take(PerPage).ToList();
        var chart = page == 0 ? SpreadChart.Of([.. timeline.Reports.Select(report => report.Gap)], words.Charts) : null;
        var drawn = charts.Draw(chart, allowsFiles);
        string?[] parts =
        [
            string.Join('\n', shown.Select(report => Line(report, words))),
            drawn is not null ? drawn.Caption : page == 0 ? Bars(timeline, words.Reading) : null,
        ];
        return new()
        {
            // The title has no link, so that this doesn't look like the story's post.
            Embeds = [new()
            {
                Author = new() { Name = words.Reading.Timeline },
                Title = CardText.Markdown(story.Lead.Title, DiscordLimits.EmbedTitle),
                Description = timeline.Reports is [] ? words.Reading.NoTimes
                    : shown is [] ? words.Cards.EndOfCoverage
                    : string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))),
                Image = drawn?.Image,
                Footer = new() { Text = Footer(timeline, page * PerPage, shown.Count, words) },
                Color = TopicColor.None,
            }],
            Files = drawn?.Files ?? [],
            Components = Pager.Buttons(
                page, (page * PerPage) + shown.Count < timeline.Reports.Count, words.Answers, at => new(Name, story.PublicKey, at)),
        };
    }

    static string Line(Report report, BotTexts words)
    {
        var outlet = report.Line.Provider.Label is { Length: > 0 } label ? $"**{CardText.Inline(label, limit: 60)}**" : null;
        var when = report.Gap > TimeSpan.Zero ? Gap(report.Gap, words.Reading) : DiscordText.Relative(report.At);
        return CardText.Linked(report.Line.Title, report.Line.Link, LineLength, title => CardText.Facts(when, outlet, title));
    }

    static string Gap(TimeSpan gap, ReadingTexts words) => gap switch
    {
        { TotalMinutes: < 120 } => words.MinutesLater((int)gap.TotalMinutes),
        { TotalHours: < 48 } => words.HoursLater((int)gap.TotalHours),
        _ => words.DaysLater((int)gap.TotalDays),
    };

    /// <summary>Nothing for a story of one or two outlets, or if all reported it at once.</summary>
    static string? Bars(Timeline timeline, ReadingTexts words)
    {
        var (unit, parts) = timeline.Parts(MostBars);
        if (timeline.Reports.Count < 3 || parts.Count < 2)
            return null;
        var most = parts.Max(part => part.Outlets);
        var heading = unit.TotalHours <= 1 ? words.PerHour : unit.TotalDays <= 1 ? words.PerDay : words.PerWeek;
        var lines = parts.Select(part =>
            $"{(unit.TotalHours <= 1 ? DiscordText.ShortTime(part.Start) : DiscordText.ShortDate(part.Start))} "
            + $"{new string('▇', Math.Max(1, part.Outlets * LongestBar / Math.Max(most, LongestBar)))} {part.Outlets}");
        return $"-# {heading}\n{string.Join('\n', lines)}";
    }

    static string Footer(Timeline timeline, int skipped, int shown, BotTexts words)
    {
        string?[] parts =
        [
            shown > 0 && shown < timeline.Reports.Count
                ? words.Cards.Stretch(skipped + 1, skipped + shown, timeline.Reports.Count)
                : null,
            words.Cards.Outlets(timeline.Reports.Count + timeline.Undated),
            timeline.Undated > 0 ? words.Reading.Undated(timeline.Undated) : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
