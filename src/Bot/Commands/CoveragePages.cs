using Bot.Cards;
using Bot.Languages;
using Discord;
using News.Storage;
using News.Stories;

namespace Bot.Commands;

/// <summary>All coverage of a story page by page: privately from the button of a card, or where /related was typed.</summary>
/// <remarks>Buttons of old posts carry an article's number instead of a story's.</remarks>
sealed class CoveragePages(StoryStore stories, TimeProvider clock) : IButton
{
    const int PerPage = 5;
    const int ExcerptLength = 200;
    const int AlsoAtLength = 200;

    /// <summary>So that a full page fits into one embed.</summary>
    const int LinesLength = DiscordLimits.EmbedDescription / PerPage - 2;

    public string Name => CoverageButton.Name;

    /// <param name="language">Of who asks; who turns a page reads it in theirs.</param>
    public async Task<Reply> ShowAsync(long articleId, string language, CancellationToken ct) => await PageAsync(articleId, page: 0, language, ct);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct) => press.Id.Numbers switch
    {
        [var id, CoverageButton.Opening] => await PageAsync(id, page: 0, press.Language, ct) with { IsPrivate = true },
        [var id, var page and >= 0 and <= int.MaxValue / PerPage] => await PageAsync(id, (int)page, press.Language, ct) with { Replaces = true },
        _ => Reply.Note(Words.Of(press.Language).Answers.UnknownButton("/related")),
    };

    async Task<Reply> PageAsync(long id, int page, string language, CancellationToken ct)
    {
        var state = new CardState { Now = clock.GetUtcNow(), Language = language };
        var (words, answers) = (Words.Of(language).Cards, Words.Of(language).Answers);
        if (await stories.OfArticleAsync(id, ct) is not { } story)
            return Reply.Note(answers.StoryGone);

        var lines = story.Coverage.Lines;
        var skip = page * PerPage;
        var shown = lines.Skip(skip).Take(PerPage).ToList();
        return new()
        {
            // Without a link at the title, by which it could be taken for the story's post; the lead stands among the lines.
            Embeds = [new()
            {
                Author = new() { Name = words.Coverage },
                Title = CardText.Markdown(story.Lead.Title, DiscordLimits.EmbedTitle),
                Description = shown switch
                {
                    [] => words.EndOfCoverage,
                    [var only] when lines.Count == 1 && only.Reprints is [] => $"{words.NoOtherCoverage}\n\n{Lines(only, state)}",
                    _ => string.Join("\n\n", shown.Select(line => Lines(line, state))),
                },
                Footer = lines.Count > 1 ? new() { Text = Footer(story.Coverage, skip, shown.Count, words) } : null,
                Color = StoryMessage.Color,
            }],
            Components = Pager.Buttons(page, skip + shown.Count < lines.Count, answers, at => new(Name, story.Id, at)),
        };
    }

    /// <summary>Who and what and when, the excerpt, and who else has the same text.</summary>
    static string Lines(CoverageLine line, CardState state)
    {
        string?[] lines =
        [
            CoverageText.Line(line, reprints: 0, state, LinesLength - ExcerptLength - AlsoAtLength - 5),
            CardText.Markdown(line.Excerpt, ExcerptLength),
            CoverageText.AlsoAt(line.Reprints, state, AlsoAtLength) is { } alsoAt ? $"-# {alsoAt}" : null,
        ];
        return string.Join('\n', lines.Where(text => !string.IsNullOrEmpty(text)));
    }

    /// <summary>A stretch of the lines tells how many independent texts there are.</summary>
    static string Footer(Coverage coverage, int skipped, int shown, CardWords words)
    {
        string?[] parts = shown == coverage.Lines.Count
            ? [words.Outlets(coverage.Outlets), CoverageText.Links(coverage, words)]
            : [shown == 0 ? null : words.Stretch(skipped + 1, skipped + shown, coverage.Lines.Count), words.Outlets(coverage.Outlets), coverage.Links > coverage.Lines.Count ? words.Links(coverage.Links) : null];
        return string.Join(" · ", parts.OfType<string>());
    }
}
