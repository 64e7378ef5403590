using System.Globalization;
using Bot.Languages;
using Discord;
using News.Stories;

namespace Bot.Cards;

/// <summary>Stories that a channel gets together.</summary>
/// <param name="Id">Unique for ever.</param>
/// <param name="Stories">In the order in which they are shown.</param>
/// <param name="Title">Null for the usual one.</param>
sealed record Digest(long Id, IReadOnlyList<Story> Stories, string? Title = null);

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

    public static CreateMessage For(Digest digest, CardState state)
    {
        var words = Words.Of(state.Language).Cards;
        IReadOnlyList<Story> stories = [.. digest.Stories.DistinctBy(story => story.Id)];
        return new()
        {
            Embeds = [new()
            {
                Title = CardText.Markdown(digest.Title ?? "", DiscordLimits.EmbedTitle) is { Length: > 0 } title ? title : words.Digest,
                Description = Description(stories, words, state),
                Color = StoryMessage.Color,
            }],
            Components = stories is [] ? [] : [ActionRow.Of(Menu(digest.Id, stories, words))],
            Flags = state.IsSilent ? MessageFlags.SuppressNotifications : MessageFlags.None,
        };
    }

    /// <summary>Whether a message, found in a channel, is this digest.</summary>
    public static bool IsOf(long digestId, Message message) =>
        Component.All(message.Components).OfType<StringSelect>().Any(menu => menu.CustomId == MenuOf(digestId).ToString());

    static CustomId MenuOf(long digestId) => new(MenuName, digestId);

    static string Description(IReadOnlyList<Story> stories, CardWords words, CardState state) => stories is []
        ? words.NothingNew
        : string.Join("\n\n", ((string?[])[.. stories.Take(MostStories).Select(story => Lines(story, words, state)), Rest(stories.Count, words)]).OfType<string>());

    /// <summary>How many stories are only in the menu, and how many not even there; null where all are shown.</summary>
    public static string? Rest(int stories, CardWords words)
    {
        var inMenu = Math.Min(stories, DiscordLimits.SelectOptions);
        string?[] counts =
        [
            inMenu > MostStories ? words.MoreInMenu(inMenu - MostStories) : null,
            stories > inMenu ? words.NotShown(stories - inMenu) : null,
        ];
        return string.Join(" · ", counts.OfType<string>()) is { Length: > 0 } text ? $"-# {text}" : null;
    }

    /// <summary>The headline, then whose it is and how many have the story, and when and what it is about.</summary>
    static string Lines(Story story, CardWords words, CardState state)
    {
        string?[] about =
        [
            story.Coverage.Outlets > 1 ? words.Outlets(story.Coverage.Outlets) : null,
            Outlet(story) is { Length: > 0 } outlet ? CardText.Inline(outlet, OutletLength) : null,
            CardText.Relative(story.Lead.PublishedAt, state.Now),
            story.Topics is [var topic, ..] ? CardText.Inline(topic, TopicLength) : null,
        ];
        return CardText.Linked(TitleOf(story), story.Lead.Link, StoryLength, title => $"**{title}**\n{CardText.Facts(about)}".TrimEnd('\n'));
    }

    static StringSelect Menu(long digestId, IReadOnlyList<Story> stories, CardWords words) => new()
    {
        CustomId = MenuOf(digestId).ToString(),
        Placeholder = words.OpenStory,
        Options = [.. stories.Take(DiscordLimits.SelectOptions).Select(story => new SelectOption
        {
            Value = story.Id.ToString(CultureInfo.InvariantCulture),
            Label = CardText.Plain(TitleOf(story), DiscordLimits.SelectOptionLabel),
            Description = CardText.Plain(string.Join(" · ", ((string[])[words.Outlets(story.Coverage.Outlets), Outlet(story)]).Where(part => part.Length > 0)), DiscordLimits.SelectOptionDescription),
        })],
    };

    /// <summary>Whose headline it is.</summary>
    static string Outlet(Story story) => story.Lead.Provider.Label;

    /// <summary>Where nothing of the title can be seen, where it stands.</summary>
    static string TitleOf(Story story) => CardText.Markdown(story.Lead.Title, limit: 10).Length > 0 ? story.Lead.Title : story.Lead.Link.Host;
}
