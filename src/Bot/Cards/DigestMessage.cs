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

/// <summary>How a digest looks in a channel: ten stories to read through, and a menu that opens any of them.</summary>
static class DigestMessage
{
    public const string MenuName = "digest";

    const int MostStories = 10;
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
        return new()
        {
            Embeds = [new()
            {
                Title = CardText.Markdown(digest.Title ?? "", DiscordLimits.EmbedTitle) is { Length: > 0 } title ? title : words.Digest,
                Description = Description(stories, words, state),
                Color = TopicColor.None,
            }],
            Components = stories is [] ? [] : [ActionRow.Of(Menu(digest.PublicKey, stories, words))],
            Flags = state.IsSilent ? MessageFlags.SuppressNotifications : MessageFlags.None,
        };
    }

    /// <summary>Whether a message, found in a channel, is a digest that has this story in its menu.</summary>
    public static bool HasStory(Story story, Message message) => Menus(message)
        .SelectMany(menu => menu.Options)
        .Any(option => story.Articles.Any(article => option.Value == article.PublicKey.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whether a message has this story in its menu by its headline; for menus of earlier versions.</summary>
    public static bool HasHeadline(Story story, Message message) => Menus(message)
        .SelectMany(menu => menu.Options)
        .Any(option => option.Label == CardText.Plain(TitleOf(story), DiscordLimits.SelectOptionLabel));

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
            Rest(stories.Count, words)]).OfType<string>());

    /// <summary>How many stories are only in the menu, and how many not even there; null where all are shown.</summary>
    public static string? Rest(int stories, CardTexts words)
    {
        var inMenu = Math.Min(stories, DiscordLimits.SelectOptions);
        string?[] counts =
        [
            inMenu > MostStories ? words.MoreInMenu(inMenu - MostStories) : null,
            stories > inMenu ? words.NotShown(stories - inMenu) : null,
        ];
        return string.Join(" · ", counts.OfType<string>()) is { Length: > 0 } text ? $"-# {text}" : null;
    }

    /// <summary>The headline, then how many have the story and whose it is, and when and what it is about.</summary>
    /// <param name="outlets">How many have it; null for one.</param>
    /// <param name="number">Before the headline; null for none.</param>
    public static string Lines(Story story, CardState state, string? outlets, int? number = null)
    {
        string?[] about =
        [
            outlets,
            Outlet(story) is { Length: > 0 } outlet ? CardText.Inline(outlet, OutletLength) : null,
            CardText.Relative(story.Lead.PublishedAt, state.Now),
            story.Topics is [var topic, ..] ? CardText.Inline(topic, TopicLength) : null,
        ];
        return CardText.Linked(TitleOf(story), story.Lead.Link, StoryLength, title =>
            $"**{(number is null ? "" : $"{number} · ")}{title}**\n{CardText.Facts(about)}".TrimEnd('\n'));
    }

    static string? Outlets(Story story, CardTexts words) =>
        story.Coverage.Outlets > 1 ? words.Outlets(story.Coverage.Outlets) : null;

    /// <summary>Opens the card of any of the stories.</summary>
    /// <param name="digest">Its public key; 0 for a list that is none.</param>
    public static StringSelect Menu(long digest, IReadOnlyList<Story> stories, CardTexts words) => new()
    {
        CustomId = MenuOf(digest).ToString(),
        Placeholder = words.OpenStory,
        Options = [.. stories.Take(DiscordLimits.SelectOptions).Select(story => new SelectOption
        {
            Value = story.PublicKey.ToString(CultureInfo.InvariantCulture),
            Label = CardText.Plain(TitleOf(story), DiscordLimits.SelectOptionLabel),
            Description = CardText.Plain(string.Join(" · ",
                ((string[])[words.Outlets(story.Coverage.Outlets), Outlet(story)])
                .Where(part => part.Length > 0)), DiscordLimits.SelectOptionDescription),
        })],
    };

    /// <summary>Whose headline it is.</summary>
    static string Outlet(Story story) => story.Lead.Provider.Label;

    /// <summary>Where nothing of the title can be seen, where it stands.</summary>
    static string TitleOf(Story story) =>
        CardText.Markdown(story.Lead.Title, limit: 10).Length > 0 ? story.Lead.Title : story.Lead.Link.Host;
}
