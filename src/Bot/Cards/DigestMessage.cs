using System.Globalization;
using Articles.Stories;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Cards;

/// <summary>Stories that a channel gets together.</summary>
/// <param name="PublicKey">What its message is recognized by.</param>
/// <param name="Stories">In the order in which they are shown.</param>
/// <param name="Title">Null for the usual one.</param>
sealed record Digest(long PublicKey, IReadOnlyList<Story> Stories, string? Title = null);

/// <summary>
/// How a digest looks in a channel: ten stories to read through, and a menu that opens any of them. It is a <see cref="FrontPage"/>, or an
/// embed in channels that publish to others.
/// </summary>
static class DigestMessage
{
    public const string MenuName = "digest";

    public const int MostStories = 10;
    const int OutletLength = 60;
    const int TopicLength = 40;

    /// <summary>For the line that counts the rest.</summary>
    public const int RestLength = 80;

    /// <summary>So that all of them fit, with that line and what stands between them.</summary>
    const int StoryLength = ((DiscordLimits.EmbedDescription - RestLength) / MostStories) - 2;

    /// <summary>The hottest stories first, and those that most outlets have.</summary>
    public static IReadOnlyList<Story> InOrder(IEnumerable<Story> stories) => [.. stories
        .OrderByDescending(story => story.Heat ?? -1)
        .ThenByDescending(story => story.Coverage.Outlets)];

    /// <summary>
    /// <c>News digest · 2026-11-24</c>, so that the digests of a forum can be told apart; with the time if there are several a day. The
    /// date is written so that it means the same in every language.
    /// </summary>
    /// <param name="at">Shown by the clocks of the channel's time zone.</param>
    public static string TitleAt(DateTimeOffset at, ChannelRules rules)
    {
        var local = PostingTimes.Local(rules, at);
        var format = rules.Mode is PostingMode.Hourly ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd";
        return $"{BotTexts.Of(rules.Language).Cards.Digest} · {local.ToString(format, CultureInfo.InvariantCulture)}";
    }

    public static CreateMessage For(Digest digest, CardState state)
    {
        var words = BotTexts.Of(state.Language).Cards;
        IReadOnlyList<Story> stories = [.. digest.Stories.DistinctBy(story => story.Id)];
        var title = CardText.Markdown(digest.Title ?? "", DiscordLimits.EmbedTitle) is { Length: > 0 } given ? given : words.Digest;
        var silent = state.IsSilent ? MessageFlags.SuppressNotifications : MessageFlags.None;
        return state.IsEmbed
            ? new()
            {
                Embeds = [new() { Title = title, Description = Description(stories, words, state), Color = TopicColor.None }],
                Components = stories is [] ? [] : [ActionRow.Of(Menu(digest.PublicKey, stories, words))],
                Flags = silent,
            }
            : new()
            {
                Components = FrontPage.Of(digest.PublicKey, title, stories, state),
                Flags = silent | MessageFlags.IsComponentsV2,
            };
    }

    /// <summary>Whether a message, found in a channel, is a digest that has this story in its menu.</summary>
    public static bool HasStory(Story story, Message message) => Menus(message)
        .SelectMany(menu => menu.Options)
        .Any(option => story.Articles.Any(article => option.Value == article.PublicKey.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whether a message has this story in its menu by its headline; for menus of earlier versions.</summary>
    public static bool HasHeadline(Story story, Message message) => Menus(message)
        .SelectMany(menu => menu.Options)
        .Any(option => option.Label == CardText.Plain(StoryCard.TitleOf(story.Lead), DiscordLimits.SelectOptionLabel));

    /// <summary>Whether a message, found in a channel, is this digest.</summary>
    /// <param name="digest">Its public key.</param>
    public static bool IsOf(long digest, Message message) =>
        Menus(message).Any(menu => menu.CustomId == MenuOf(digest).ToString());

    static IEnumerable<StringSelect> Menus(Message message) => Component.All(message.Components)
        .OfType<StringSelect>()
        .Where(menu => CustomId.Parse(menu.CustomId)?.Name == MenuName);

    static CustomId MenuOf(long digest) => new(MenuName, digest);

    static string Description(IReadOnlyList<Story> stories, CardTexts words, CardState state) => stories is []
        ? words.NothingNew
        : string.Join("\n\n", ((string?[])[.. stories.Take(MostStories).Select(story => Lines(story, state, Outlets(story, words))),
            Rest(stories.Count, Math.Min(stories.Count, MostStories), words)]).OfType<string>());

    /// <summary>How many stories are only in the menu, and how many not even there; null where all are shown.</summary>
    public static string? Rest(int stories, int shown, CardTexts words)
    {
        var inMenu = Math.Min(stories, DiscordLimits.SelectOptions);
        string?[] counts =
        [
            inMenu > shown ? words.MoreInMenu(inMenu - shown) : null,
            stories > inMenu ? words.NotShown(stories - inMenu) : null,
        ];
        return string.Join(" · ", counts.OfType<string>()) is { Length: > 0 } text ? $"-# {text}" : null;
    }

    /// <summary>The headline, then how many have the story and whose it is, and when and what it is about.</summary>
    /// <param name="outlets">How many have it; null for one.</param>
    /// <param name="number">Before the headline; null for none.</param>
    /// <param name="heading">The marks of a heading, instead of bold letters.</param>
    /// <param name="isSmall">Whether all but the headline is small print.</param>
    public static string Lines(
        Story story, CardState state, string? outlets, int? number = null, string? heading = null, bool isSmall = false)
    {
        string?[] about =
        [
            outlets,
            Outlet(story) is { Length: > 0 } outlet ? CardText.Inline(outlet, OutletLength) : null,
            CardText.Relative(story.Lead.PublishedAt, state.Now),
            story.Topics is [var topic, ..] ? CardText.Inline(topic, TopicLength) : null,
        ];
        var facts = CardText.Facts(about);
        return CardText.Linked(StoryCard.TitleOf(story.Lead), story.Lead.Link, StoryLength, title => CardText.Lines(
            heading is null ? $"**{(number is null ? "" : $"{number} · ")}{title}**" : $"{heading}{title}",
            isSmall ? CardText.Small(facts) : facts));
    }

    public static string? Outlets(Story story, CardTexts words) =>
        story.Coverage.Outlets > 1 ? words.Outlets(story.Coverage.Outlets) : null;

    /// <summary>Opens the card of any of the stories.</summary>
    /// <param name="digest">Its public key; 0 for a list that is none.</param>
    /// <param name="length">Of each option, in characters.</param>
    /// <param name="isDescribed">Whether the options say whose stories they are.</param>
    public static StringSelect Menu(
        long digest,
        IReadOnlyList<Story> stories,
        CardTexts words,
        int length = DiscordLimits.SelectOptionLabel,
        bool isDescribed = true) => new()
    {
        CustomId = MenuOf(digest).ToString(),
        Placeholder = words.OpenStory,
        Options = [.. stories.Take(DiscordLimits.SelectOptions).Select(story => new SelectOption
        {
            Value = story.PublicKey.ToString(CultureInfo.InvariantCulture),
            Label = CardText.Plain(StoryCard.TitleOf(story.Lead), length),
            Description = isDescribed ? About(story, words) : null,
        })],
    };

    static string About(Story story, CardTexts words) => CardText.Plain(
        string.Join(" · ", ((string[])[words.Outlets(story.Coverage.Outlets), Outlet(story)]).Where(part => part.Length > 0)),
        DiscordLimits.SelectOptionDescription);

    /// <summary>Whose headline it is.</summary>
    static string Outlet(Story story) => story.Lead.Provider.Label;
}
