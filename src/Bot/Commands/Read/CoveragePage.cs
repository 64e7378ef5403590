using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>A page of all coverage of a story, as a card: who was first and who is latest, then report by report.</summary>
static class CoveragePage
{
    public const int PerPage = 8;

    const int HeadlineLength = 150;
    const int TitleLength = 100;

    /// <summary>
    /// What is left out, step by step, until Discord takes the message: links take most of its room. The last one always fits.
    /// </summary>
    static readonly Cut[] Cuts =
    [
        new(Row: 400, Reprints: 300), new(Row: 400, Reprints: 0), new(Row: 240, Reprints: 0), new(Row: 0, Reprints: 0),
    ];

    /// <param name="page">From 0; the last one stands for those after it.</param>
    /// <param name="state">In the reader's language.</param>
    public static IReadOnlyList<Component> Of(Story story, int page, CoverageOrder order, CardState state)
    {
        var last = Math.Max(0, story.Coverage.Lines.Count - 1) / PerPage;
        return Cuts
            .Select(cut => Draw(story, Math.Min(page, last), order, state, cut))
            .SkipWhile((components, index) => index < Cuts.Length - 1 && !MessageSize.Fits(components))
            .First();
    }

    static IReadOnlyList<Component> Draw(Story story, int page, CoverageOrder order, CardState state, Cut cut)
    {
        var (coverage, texts) = (story.Coverage, BotTexts.Of(state.Language));
        var skip = page * PerPage;
        var shown = InOrder(coverage.Lines, order, state.Now).Skip(skip).Take(PerPage).ToList();
        Component?[] parts =
        [
            new TextDisplay { Content = Heading(story, state) },
            new Separator(),
            .. shown.Select(line => Report(line, state, cut)).OfType<TextDisplay>(),
            CardText.Small(Count(coverage, skip, shown.Count, texts.Cards)) is { } count ? new TextDisplay { Content = count } : null,
            .. Pager.Buttons(
                page, skip + shown.Count < coverage.Lines.Count, texts.Answers, at => CoverageButton.OfPage(story.PublicKey, at, order)),
            coverage.Links > 1 ? ActionRow.Of([.. Orders(story, order, texts.Cards), Timeline(story, texts.Reading)]) : null,
        ];
        return
        [
            new Container
            {
                AccentColor = TopicColor.Of(story.Topics is [var topic, ..] ? topic : null),
                Components = [.. parts.OfType<Component>()],
            },
        ];
    }

    /// <summary>
    /// The headline has no link and is not the first line, by either of which this could be taken for the story's post; the article is
    /// one of the reports.
    /// </summary>
    static string Heading(Story story, CardState state)
    {
        var (coverage, words) = (story.Coverage, BotTexts.Of(state.Language).Cards);
        var summary = coverage.Links <= 1
            ? words.NoOtherCoverage
            : CardText.Facts(
                $"**{words.Outlets(coverage.Outlets)}**", CoverageText.First(coverage, state), CoverageText.Latest(coverage, state));
        return CardText.Lines(
            CardText.Small(words.Coverage),
            $"### {CardText.Inline(StoryCard.TitleOf(story.Lead), HeadlineLength)}",
            summary);
    }

    /// <summary>The outlet and its headline, then when, and who only has the same text. Null if nothing of it is known.</summary>
    static TextDisplay? Report(CoverageLine line, CardState state, Cut cut)
    {
        var words = BotTexts.Of(state.Language).Cards;
        var small = CardText.Facts(
            CardText.When(line.PublishedAt, state.Now), CoverageText.AlsoAt(line.Reprints, state, cut.Reprints));
        var text = CardText.Lines(CoverageText.Row(line, words, cut.Row, TitleLength), CardText.Small(small));
        return text.Length > 0 ? new() { Content = text } : null;
    }

    /// <summary>A text is as early as its first reprint. What has no known time comes last.</summary>
    static IEnumerable<CoverageLine> InOrder(IReadOnlyList<CoverageLine> lines, CoverageOrder order, DateTimeOffset now) => order switch
    {
        CoverageOrder.First => lines.OrderBy(line => line.Reprints.Prepend(line).Min(one => Known(one, now)) ?? DateTimeOffset.MaxValue),
        CoverageOrder.Latest => lines.OrderByDescending(line => Known(line, now) ?? DateTimeOffset.MinValue),
        _ => lines,
    };

    static DateTimeOffset? Known(CoverageLine line, DateTimeOffset now) =>
        line.PublishedAt is { } at && CardText.IsKnown(at, now) ? at : null;

    /// <summary>Which reports of how many, if not all are shown, and how many are no reprints; null where nothing is left to say.</summary>
    static string? Count(Coverage coverage, int skipped, int shown, CardTexts words)
    {
        var stretch = shown < coverage.Lines.Count ? words.Stretch(skipped + 1, skipped + shown, coverage.Lines.Count) : null;
        return CardText.Facts(stretch, CoverageText.Links(coverage, words));
    }

    /// <summary>None where there is nothing to put in order.</summary>
    static IEnumerable<Button> Orders(Story story, CoverageOrder chosen, CardTexts words)
    {
        (CoverageOrder Order, string Label)[] orders =
        [
            (CoverageOrder.Top, words.TopReports), (CoverageOrder.First, words.FirstReports), (CoverageOrder.Latest, words.LatestReports),
        ];
        return story.Coverage is { Lines.Count: > 1, First: not null }
            ? orders.Select(one => new Button
            {
                Style = one.Order == chosen ? ButtonStyle.Primary : ButtonStyle.Secondary,
                Label = one.Label,
                Disabled = one.Order == chosen,
                CustomId = CoverageButton.OfOrder(story.PublicKey, one.Order).ToString(),
            })
            : [];
    }

    static Button Timeline(Story story, ReadingTexts words) => new()
    {
        Style = ButtonStyle.Secondary,
        Label = words.Timeline,
        CustomId = TimelineCommand.OpeningOf(story.PublicKey).ToString(),
    };

    /// <param name="Row">How long a report's line may be with its link, in UTF-16 characters.</param>
    /// <param name="Reprints">How long the list of reprints may be with its links.</param>
    sealed record Cut(int Row, int Reprints);
}
