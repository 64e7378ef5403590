using Articles.Stories;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Cards;

/// <summary>
/// A digest as a front page: the first story with its excerpt and picture, the others as lines with small pictures, and a menu that opens
/// any of them.
/// </summary>
static class FrontPage
{
    const int ExcerptLength = 140;

    /// <summary>What is left out, step by step, until Discord takes the message. The last one always fits.</summary>
    static readonly Cut[] Cuts =
    [
        new(DigestMessage.MostStories, HasPictures: true, DiscordLimits.SelectOptionLabel, IsDescribed: true),
        new(DigestMessage.MostStories, HasPictures: true, MenuLabel: 60, IsDescribed: false),
        new(DigestMessage.MostStories, HasPictures: false, MenuLabel: 50, IsDescribed: false),
        new(5, HasPictures: false, MenuLabel: 40, IsDescribed: false),
        new(3, HasPictures: false, MenuLabel: 25, IsDescribed: false),
    ];

    public static IReadOnlyList<Component> Of(long publicKey, string title, IReadOnlyList<Story> stories, CardState state) => Cuts
        .Select(cut => Draw(publicKey, title, stories, state, cut))
        .SkipWhile((components, index) => index < Cuts.Length - 1 && !MessageSize.Fits(components))
        .First();

    static IReadOnlyList<Component> Draw(
        long publicKey, string title, IReadOnlyList<Story> stories, CardState state, Cut cut)
    {
        var words = BotTexts.Of(state.Language).Cards;
        var shown = stories.Take(cut.Stories).ToList();
        Component?[] parts =
        [
            new TextDisplay { Content = $"## {title}" },
            .. shown is [var lead, ..] ? Lead(lead, state, cut) : [new TextDisplay { Content = words.NothingNew }],
            shown.Count > 1 ? new Separator() : null,
            .. shown.Skip(1).Select(story => Beside(
                [new TextDisplay { Content = DigestMessage.Lines(story, state, DigestMessage.Outlets(story, words)) }],
                cut.HasPictures ? CardPicture.Of(story.Lead, CardPictures.Small, state.Pictures) : null)).SelectMany(one => one),
            DigestMessage.Rest(stories.Count, shown.Count, words) is { } rest ? new TextDisplay { Content = rest } : null,
            stories is [] ? null : ActionRow.Of(DigestMessage.Menu(publicKey, stories, words, cut.MenuLabel, cut.IsDescribed)),
        ];
        return [new Container { AccentColor = TopicColor.None, Components = [.. parts.OfType<Component>()] }];
    }

    static IEnumerable<Component> Lead(Story story, CardState state, Cut cut)
    {
        var words = BotTexts.Of(state.Language).Cards;
        var lines = DigestMessage.Lines(story, state, DigestMessage.Outlets(story, words), before: "### ");
        List<TextDisplay> text = [new() { Content = lines }];
        if (CardText.Markdown(story.Lead.Excerpt, ExcerptLength) is { Length: > 0 } excerpt)
            text.Add(new() { Content = excerpt });
        var picture = cut.HasPictures ? CardPicture.Of(story.Lead, CardPictures.Automatic, state.Pictures) : null;
        return picture is { IsLarge: true }
            ? [.. text, new MediaGallery { Items = [new() { Media = new(picture.Url) }] }]
            : Beside(text, picture);
    }

    static IEnumerable<Component> Beside(IReadOnlyList<TextDisplay> text, CardPicture? picture) => picture is null
        ? text
        : [new Section { Components = text, Accessory = new Thumbnail { Media = new(picture.Url) } }];

    sealed record Cut(int Stories, bool HasPictures, int MenuLabel, bool IsDescribed);
}
