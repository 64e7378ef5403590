using System.Globalization;
using System.Text;
using System.Xml;
using Articles.Stories;
using Bot.Cards;
using Bot.Texts;
using Desk.Channels;

namespace Bot.Newsletters;

/// <summary>A digest as a text to send elsewhere, by email for example. All of it is plain text on one line each.</summary>
/// <param name="Title">With the date, as in the channel.</param>
/// <param name="Language">A tag such as <c>en</c>, of the words that are the bot's.</param>
sealed record Newsletter(string Title, string Language, IReadOnlyList<NewsletterStory> Stories)
{
    const int MostOthers = 6;
    const int ExcerptLength = 400;
    const int NameLength = 80;

    /// <param name="stories">In the order of the digest.</param>
    /// <param name="rules">The channel's, for its language and time zone.</param>
    /// <param name="now">A later time of publication is left out as a mistake.</param>
    public static Newsletter Of(string title, IReadOnlyList<Story> stories, ChannelRules rules, DateTimeOffset now) =>
        new(title, rules.Language, [.. stories.Select(story => StoryOf(story, rules, now))]);

    static NewsletterStory StoryOf(Story story, ChannelRules rules, DateTimeOffset now)
    {
        var (lead, words) = (story.Lead, BotTexts.Of(rules.Language).Cards);
        var own = story.Coverage.All.FirstOrDefault(line => CoverageText.IsOf(line, lead))?.Outlet;
        var others = story.Coverage.All
            .Where(line => line.Outlet.Length > 0 && line.Outlet != own)
            .DistinctBy(line => line.Outlet)
            .ToList();
        string?[] facts =
        [
            Plain(lead.Provider.Label, NameLength),
            story.Topics is [var topic, ..] ? Plain(topic, NameLength) : null,
            CardText.IsKnown(lead.PublishedAt, now) ? Written(lead.PublishedAt, rules) : null,
        ];
        return new()
        {
            Headline = new(Plain(StoryCard.TitleOf(lead), StoryCard.TitleLength), CardText.Link(lead.Link)),
            Facts = string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact))),
            Excerpt = Plain(lead.Excerpt, ExcerptLength),
            Picture = CardPicture.Of(lead, CardPictures.Automatic, shownFrom: null),
            Outlets = others is [] ? "" : words.Outlets(story.Coverage.Outlets),
            Others =
            [
                .. others.Take(MostOthers).Select(line =>
                    new NewsletterLink(Plain(line.Provider.Label, NameLength), CardText.Link(line.Link))),
            ],
            MoreOthers = Math.Max(0, others.Count - MostOthers),
        };
    }

    /// <summary>So that it means the same in every language, as in the title.</summary>
    static string Written(DateTimeOffset at, ChannelRules rules) =>
        PostingTimes.Local(rules, at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Without what a file of text can't hold, such as half of a character.</summary>
    static string Plain(string text, int limit)
    {
        var plain = new StringBuilder();
        foreach (var rune in CardText.Plain(text, limit).EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                plain.Append(rune);
        }

        return plain.ToString();
    }
}

/// <summary>A story of a newsletter.</summary>
sealed record NewsletterStory
{
    public required NewsletterLink Headline { get; init; }

    /// <summary>Outlet, topic, and time; empty if none is known.</summary>
    public required string Facts { get; init; }

    public required string Excerpt { get; init; }

    /// <summary>Null if it has none.</summary>
    public required CardPicture? Picture { get; init; }

    /// <summary>How many outlets there are; empty if nobody else covers it.</summary>
    public required string Outlets { get; init; }

    public required IReadOnlyList<NewsletterLink> Others { get; init; }

    /// <summary>How many outlets have no name here.</summary>
    public required int MoreOthers { get; init; }
}

/// <param name="Address">http or https; null for a text without a link.</param>
sealed record NewsletterLink(string Text, string? Address);
