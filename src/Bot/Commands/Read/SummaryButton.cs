using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Summaries;
using Bot.Texts;
using Desk.Archive;
using Desk.Archive.Summaries;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>
/// Has a language model summarize the sources of an answer, if the operator chose one. The button names the sources, so that they are the
/// ones that the answer shows; the question is its message's author line.
/// </summary>
/// <param name="writer">Null if there is no model.</param>
sealed class SummaryButton(SummarySourceStore store, SummaryWriter? writer = null) : IButton
{
    public string Name => "summary";

    public Access Access => Access.Everyone;

    public bool AnswersAnew => true;

    /// <summary>Null without a model, and if there is nothing to summarize.</summary>
    public Button? Of(IReadOnlyList<Headline> sources, BotTexts words)
    {
        // Five keys fit into a custom_id as hexadecimal numbers.
        var keys = string.Join(',', sources.Select(source => source.PublicKey.ToString("x", CultureInfo.InvariantCulture)));
        var id = new CustomId(Name) { Words = keys };
        return writer is null || sources is [] || !id.Fits
            ? null
            : new() { Style = ButtonStyle.Secondary, Label = words.Search.Summarize, CustomId = id.ToString() };
    }

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language);
        if (writer is null
            || interaction.UserId is not { } member
            || interaction.Message?.Embeds is not [{ Author.Name: { } question }]
            || Keys(interaction.CustomId) is not [_, ..] keys)
            return Reply.Note(words.Answers.UnknownButton("/ask"));
        var sources = await store.SourcesAsync(question, keys, ct);
        if (sources is [])
            return Reply.Note(words.Answers.StoryGone);
        return await writer.WriteAsync(member, question, sources, ct) switch
        {
            { Outcome: SummaryOutcome.Written } summary => Written(question, summary.Text, sources, words),
            { Outcome: SummaryOutcome.TooSoon } summary => Reply.Note(words.Search.SummaryTooSoon(DiscordText.Relative(summary.Again))),
            { Outcome: SummaryOutcome.Busy } => Reply.Note(words.Search.SummaryBusy),
            { Outcome: SummaryOutcome.Late } => Reply.Note(words.Search.SummaryLate),
            { Outcome: SummaryOutcome.Unavailable } => Reply.Note(words.Search.SummaryUnavailable),
            { Outcome: SummaryOutcome.Unusable } => Reply.Note(words.Search.SummaryUnusable),
            _ => Reply.Note(words.Search.SummaryUnfounded),
        };
    }

    static Reply Written(string question, string text, IReadOnlyList<SummarySource> sources, BotTexts words)
    {
        var marked = SummaryCheck.WithMarks(text, number => SourceLines.Number(number - 1));
        var summary = $"-# {words.Search.WrittenByModel}\n\n{CardText.Markdown(marked, SummaryCheck.Longest * 2)}";
        // Their links must stay whole, so that each has its share of what is left.
        var length = Math.Min(600, (DiscordLimits.EmbedDescription - summary.Length) / sources.Count - 2);
        var lines = SourceLines.Of([.. sources.Select(source => source.Article)], words, length);
        return new()
        {
            IsPrivate = true,
            Embeds = [new()
            {
                Author = new() { Name = CardText.Plain(question, SearchPages.LongestWords) },
                Description = $"{summary}\n\n{lines}",
                Color = TopicColor.None,
            }],
        };
    }

    static IReadOnlyList<long> Keys(CustomId id) => [.. (id.Words ?? "").Split(',')
        .Select(text => long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key) ? key : 0)
        .Where(key => key > 0)
        .Take(5)];
}
