using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>All coverage of a story, page by page: privately from a card's button, or in the channel where /related was used.</summary>
sealed class CoveragePages(ButtonStories buttons, TimeProvider clock) : IButton
{
    const int PerPage = 5;
    const int ExcerptLength = 200;
    const int AlsoAtLength = 200;

    /// <summary>So that a full page fits into one embed.</summary>
    const int LinesLength = DiscordLimits.EmbedDescription / PerPage - 2;

    public string Name => CoverageButton.Name;

    public Access Access => Access.Everyone;

    /// <param name="language">The language of the person who asks. A person who turns a page gets it in their own.</param>
    public Reply Show(Story story, string language) => Page(story, page: 0, language);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) => interaction.CustomId.Numbers switch
    {
        [var id, CoverageButton.Opening] =>
            Page(await buttons.OfAsync(id, interaction.Message, ct), page: 0, interaction.Language) with { IsPrivate = true },
        [var id, var page and >= 0 and <= int.MaxValue / PerPage] =>
            Page(await buttons.OfAsync(id, interaction.Message, ct), (int)page, interaction.Language) with { Replaces = true },
        _ => Reply.Note(BotTexts.Of(interaction.Language).Answers.UnknownButton("/related")),
    };

    Reply Page(Story? of, int page, string language)
    {
        var state = new CardState { Now = clock.GetUtcNow(), Language = language };
        var (words, answers) = (BotTexts.Of(language).Cards, BotTexts.Of(language).Answers);
        if (of is not { } story)
            return Reply.Note(answers.StoryGone);

        var lines = story.Coverage.Lines;
        var skip = page * PerPage;
        var shown = lines.Skip(skip).Take(PerPage).ToList();
        return new()
        {
            // The title has no link, so that this doesn't look like the story's post; the lead is one of the lines.
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
                Color = TopicColor.None,
            }],
            Components = Pager.Buttons(page, skip + shown.Count < lines.Count, answers, at => new(Name, story.PublicKey, at)),
        };
    }

    /// <summary>Outlet, headline and time, the excerpt, and the outlets with the same text.</summary>
    static string Lines(CoverageLine line, CardState state)
    {
        string?[] lines =
        [
            CoverageText.Line(line, state, LinesLength - ExcerptLength - AlsoAtLength - 5),
            CardText.Markdown(line.Excerpt, ExcerptLength),
            CoverageText.AlsoAt(line.Reprints, state, AlsoAtLength) is { } alsoAt ? $"-# {alsoAt}" : null,
        ];
        return string.Join('\n', lines.Where(text => !string.IsNullOrEmpty(text)));
    }

    /// <summary>If the page doesn't show all lines, which ones it shows.</summary>
    static string Footer(Coverage coverage, int skipped, int shown, CardTexts words)
    {
        string?[] parts = shown == coverage.Lines.Count
            ? [words.Outlets(coverage.Outlets), CoverageText.Links(coverage, words)]
            :
            [
                shown == 0 ? null : words.Stretch(skipped + 1, skipped + shown, coverage.Lines.Count),
                words.Outlets(coverage.Outlets),
                coverage.Links > coverage.Lines.Count ? words.Links(coverage.Links) : null,
            ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
