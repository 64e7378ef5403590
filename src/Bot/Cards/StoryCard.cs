using Articles;
using Articles.Stories;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Cards;

/// <summary>What a story's card says, part by part, in Markdown. <see cref="StoryMessage"/> puts the parts where they belong.</summary>
sealed record StoryCard
{
    public const int TitleLength = 256;
    const int HeadlineLength = 1000;
    const int ExcerptLength = 140;
    const int OutletLength = 60;
    const int TopicLength = 40;

    /// <summary>The title, linked if its address isn't too long.</summary>
    public required string Headline { get; init; }

    /// <summary>Outlet, topic, and time, on one line; empty if none is known.</summary>
    public string Facts { get; init; } = "";

    public string Excerpt { get; init; } = "";

    public CardPicture? Picture { get; init; }

    public CoverageTiers Coverage { get; init; } = CoverageTiers.None;

    /// <summary>What changed since the story was posted, and when; null if nothing did.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The stripe, 0xRRGGBB.</summary>
    public required int Color { get; init; }

    /// <param name="cut">How much to leave out to fit Discord's limits: from 0, nothing, to <see cref="MostCut"/>.</param>
    public static StoryCard Of(Story story, CardState state, int cut = 0)
    {
        var (lead, look) = (story.Lead, state.Look);
        var isFull = look.Layout is CardLayout.Full;
        var hasCoverage = isFull || look.Layout is CardLayout.Compact;
        return new()
        {
            Headline = HeadlineOf(lead, cut < MostCut),
            Facts = FactsOf(story, state, hasCoverage),
            Excerpt = isFull && look.Excerpt ? CardText.Markdown(lead.Excerpt, ExcerptLength) : "",
            Picture = cut > 1 ? null : PictureOf(lead, state),
            Coverage = hasCoverage && cut < MostCut
                ? CoverageTiers.Of(story, state, isFull ? look.CoverageRows : 0, areLinked: cut == 0)
                : CoverageTiers.None,
            Note = state.Change?.Text(BotTexts.Of(state.Language).Cards),
            Buttons = hasCoverage && look.Buttons ? StoryButtons.Of(story, state) : [],
            Color = look.Color ?? TopicColor.Of(story.Topics is [var first, ..] ? first : null),
        };
    }

    /// <summary>Only what no card goes without is left.</summary>
    public const int MostCut = 3;

    public static StoryCard Withdrawn(Story story, CardState state)
    {
        var lead = story.Lead;
        return new()
        {
            Headline = CardText.Struck(lead.Title, TitleLength) ?? CardText.Struck(lead.Link.Host, TitleLength)!,
            Facts = FactsOf(story, state, hasCoverage: true),
            Excerpt = $"**{BotTexts.Of(state.Language).Cards.Withdrawn}**",
            Color = Gray,
        };
    }

    /// <summary>The card of a story that went on as part of another.</summary>
    /// <param name="title">Of the story that this was.</param>
    /// <param name="into">The other story.</param>
    /// <param name="card">Where its card is.</param>
    public static StoryCard Moved(string title, Story into, Uri card, CardState state)
    {
        var link = CardText.Linked(into.Lead.Title, card, HeadlineLength, label => $"**{label}**", TitleLength);
        return new()
        {
            Headline = CardText.Struck(title, TitleLength) ?? "",
            Excerpt = BotTexts.Of(state.Language).Cards.PartOf(link),
            Color = Gray,
        };
    }

    const int Gray = 0x6E7781;

    /// <summary>A title of nothing but characters that are left out gives way to where the article stands.</summary>
    public static string TitleOf(Article article) =>
        CardText.Markdown(article.Title, limit: 10).Length > 0 ? article.Title : article.Link.Host;

    public static string HeadlineOf(Article lead, bool isLinked) =>
        CardText.Linked(TitleOf(lead), isLinked ? lead.Link : null, HeadlineLength, title => title, TitleLength);

    static string FactsOf(Story story, CardState state, bool hasCoverage)
    {
        var lead = story.Lead;
        var words = BotTexts.Of(state.Language).Cards;
        return CardText.Facts(
            CardText.Inline(lead.Provider.Label, OutletLength),
            CoverageText.Kind(lead.Type, words) is { } kind ? CardText.Inline(kind, OutletLength) : null,
            !hasCoverage && story.Coverage.Outlets > 1 ? words.Outlets(story.Coverage.Outlets) : null,
            story.Topics is [var topic, ..] ? CardText.Inline(topic, TopicLength) : null,
            CardText.Relative(lead.PublishedAt, state.Now));
    }

    static CardPicture? PictureOf(Article lead, CardState state) => (state.Look.Layout, state.Look.Pictures) switch
    {
        (CardLayout.Full, var wanted) => CardPicture.Of(lead, wanted, state.Pictures),
        (CardLayout.Compact, not CardPictures.None) => CardPicture.Of(lead, CardPictures.Small, state.Pictures),
        _ => null,
    };
}
