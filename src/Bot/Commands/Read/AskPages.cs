using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>
/// Answers to questions, quoted from articles, with their sources. Its message is its state: the question is its author's line, the
/// filters are its chips.
/// </summary>
sealed class AskPages(
    ArchiveSearch search, ArticleStore articles, StoryStore stories, ArchiveNamesStore names, SummaryButton summary) : IButton
{
    const int Sharing = -2;
    const int Newest = -3;
    const int Alike = -4;
    const int MoreStories = 3;
    const int ListedStories = 5;

    public string Name => "ask";

    public Access Access => Access.Everyone;

    /// <param name="option">The option with the question.</param>
    public async Task<Reply> AnswerAsync(SlashCall call, string option, CancellationToken ct)
    {
        var question = call.Text(option) ?? "";
        var found = await search.FindAsync(question, QuestionFilters.None, ct, call.Language);
        return found.Question.Backwards is { } backwards
            ? FilterOptions.Backwards(call, option, backwards)
            : await ReplyAsync(question, found, call.Language, ct);
    }

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var (id, words) = (interaction.CustomId, BotTexts.Of(interaction.Language));
        if (id.Numbers is [Alike, var key])
        {
            return await stories.OfKeyAsync(key, ct) is { } story
                ? await AlikeAsync(story, words, ct)
                : Reply.Note(words.Answers.StoryGone);
        }

        if (interaction.Message?.Embeds is not [{ Author.Name: { } question }])
            return Reply.Note(words.Answers.UnknownButton("/ask"));
        if (id.Numbers is [Sharing])
            return Shared(interaction.Message, interaction.UserId, words);
        if (id.Numbers is not [Newest] && !FilterChips.IsChip(Name, id))
            return Reply.Note(words.Answers.UnknownButton("/ask"));

        var filters = FilterPart.Filters(FilterChips.Left(Name, interaction.Message, id), await names.NamesAsync(ct));
        var wanted = id.Numbers is [Newest] ? filters with { Order = ResultOrder.Newest } : filters;
        var found = await search.FindWithinAsync(question, wanted, ct, interaction.Language);
        return await ReplyAsync(question, found, interaction.Language, ct) with { Replaces = true };
    }

    /// <summary>Other stories on the same subject.</summary>
    async Task<Reply> AlikeAsync(Articles.Stories.Story story, BotTexts words, CancellationToken ct)
    {
        var found = await search.FindWithinAsync(story.Lead.Title, QuestionFilters.None, ct);
        var others = found.Articles.Except(story.Articles.Select(article => article.Id)).Take(ListedStories).ToList();
        var headlines = await articles.HeadlinesAsync(others, ct);
        return new()
        {
            IsPrivate = true,
            Embeds = [new()
            {
                Author = new() { Name = CardText.Plain(story.Lead.Title, SearchPages.LongestWords) },
                Title = words.Search.MoreLikeThis,
                Description = headlines is [] ? words.Search.NothingLeft : StoryLines.Of(headlines, words),
                Color = TopicColor.None,
            }],
        };
    }

    /// <summary>There may be an answer, but not at that time, by that outlet, and so on.</summary>
    static bool IsFilteredOut(SearchResults found) => found.Articles is [] && found.Question.Filters.Restrict;

    async Task<Reply> ReplyAsync(string question, SearchResults found, string language, CancellationToken ct)
    {
        var words = BotTexts.Of(language);
        if (!found.Question.HasSubject && !found.Question.Filters.Restrict && found.Question.Filters.Order is ResultOrder.Best)
            return Reply.Note(words.Search.AskSomething);
        var quotes = found.IsAnswered ? found.Quotes : [];
        var cited = quotes.Select(quote => quote.Article).Distinct().ToList();
        // Who asks for last week's news gets a list.
        var isList = !found.Question.HasSubject;
        var sources = await articles.HeadlinesAsync(
            cited is [] && found.IsAnswered ? [.. found.Articles.Take(isList ? ListedStories : 1)] : cited, ct);
        var more = isList || (!found.IsAnswered && found.Closeness is Closeness.None) ? [] : await articles.HeadlinesAsync(
            [.. found.Articles.Where(id => !sources.Select(source => source.Id).Contains(id)).Take(MoreStories)], ct);
        var lead = !isList && sources is [var first, ..] ? await stories.OfArticleAsync(first.Id, ct) : null;
        string?[] blocks =
        [
            SearchPages.Notes(found, words).TrimEnd(),
            found.IsAnswered ? Quotes(quotes, sources) : isList || IsFilteredOut(found) ? words.Search.NothingLeft : words.Search.NoAnswer,
            isList ? StoryLines.Of(sources, words) : SourceLines.Of(sources, words),
            more is [] ? null : $"-# {(found.IsAnswered ? words.Search.MoreStories : words.Search.Nearest)}\n{Lines(more, words)}",
            found.IsAnswered ? null : await NearTopicsAsync(found, words, ct),
        ];
        return new()
        {
            IsPrivate = true,
            Embeds = [new()
            {
                Author = new() { Name = CardText.Plain(question, SearchPages.LongestWords) },
                Description = DiscordText.Shorten(
                    string.Join("\n\n", blocks.Where(block => !string.IsNullOrEmpty(block))),
                    DiscordLimits.EmbedDescription),
                Color = TopicColor.None,
            }],
            Components = [.. FilterChips.Rows(Name, found.Question.Filters, words), .. Actions(found, sources, lead, words)],
        };
    }

    static string Quotes(IReadOnlyList<Quote> quotes, IReadOnlyList<Headline> sources) => string.Join(
        '\n', quotes.Select(quote => $"> {CardText.Markdown(quote.Text, 500)} {SourceLines.Number(IndexOf(quote, sources))}"));

    static int IndexOf(Quote quote, IReadOnlyList<Headline> sources) =>
        sources.Index().First(source => source.Item.Id == quote.Article).Index;

    static string Lines(IReadOnlyList<Headline> more, BotTexts words) => string.Join('\n', more.Select(headline =>
        CardText.Linked(headline.Title, headline.Link, 500, title => $"{title} · {StoryLines.Facts(headline, words)}", titleLength: 90)));

    async Task<string?> NearTopicsAsync(SearchResults found, BotTexts words, CancellationToken ct)
    {
        var topics = found.TopicsNear(await names.NamesAsync(ct));
        var listed = string.Join(", ", topics.Select(topic => CardText.Markdown(topic.Name, 60)));
        return topics is [] ? null : $"-# {words.Search.NearTopics(listed)}";
    }

    IReadOnlyList<Component> Actions(
        SearchResults found, IReadOnlyList<Headline> sources, Articles.Stories.Story? lead, BotTexts words)
    {
        var buttons = new List<Component>();
        if (found.IsAnswered && summary.Of(sources, words) is { } summarize)
            buttons.Add(summarize);
        if (lead is not null)
            buttons.Add(Button(words.Search.MoreLikeThis, new(Name, Alike, lead.PublicKey)));
        if (found.Question.Filters.Order is not ResultOrder.Newest && found.Articles.Count > 1)
            buttons.Add(Button(words.Search.Newest, new(Name, Newest)));
        if (lead is { Coverage.Links: > 1 })
            buttons.Add(StoryButtons.Coverage(lead, words.Cards, CoverageButton.Of(lead.PublicKey)));
        if (found.IsAnswered)
            buttons.Add(Button(words.Search.Share, new(Name, Sharing)));
        return buttons is [] ? [] : [ActionRow.Of(buttons)];
    }

    /// <summary>The answer as everybody in the channel sees it.</summary>
    static Reply Shared(Message answer, Snowflake? member, BotTexts words) => new()
    {
        Embeds = [answer.Embeds[0] with { Footer = null }],
        Content = member is { } id ? $"-# {words.Search.SharedBy($"<@{id}>")}" : null,
        Components = [.. Component.All(answer.Components).OfType<Button>()
            .Where(button => CustomId.Parse(button.CustomId)?.Name == CoverageButton.Name)
            .Take(1)
            .Select(button => ActionRow.Of(button))],
    };

    static Button Button(string label, CustomId id) => new() { Style = ButtonStyle.Secondary, Label = label, CustomId = id.ToString() };
}
