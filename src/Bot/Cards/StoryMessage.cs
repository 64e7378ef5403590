using Articles;
using Articles.Stories;
using Bot.Texts;
using Discord.Models;

namespace Bot.Cards;

/// <summary>How a story looks in a channel. The one renderer: for posts and their edits, commands, digests and previews.</summary>
static class StoryMessage
{
    public const int Color = 0x2F81F7;

    const int WithdrawnColor = 0x6E7781;

    const int ExcerptLength = 400;
    const int FooterLength = 200;

    public static CreateMessage For(Story story, CardState state)
    {
        var role = state.IsWithdrawn ? null : state.Role;
        return new()
        {
            Content = role is { } id ? $"<@&{id}>" : null,
            AllowedMentions = role is { } called ? AllowedMentions.OfRole(called) : AllowedMentions.None,
            Embeds = [Card(story, state)],
            Components = Buttons(story, state),
            Flags = state.IsSilent ? MessageFlags.SuppressNotifications : MessageFlags.None,
        };
    }

    /// <summary>
    /// What makes a posted card as it is now. The line that called a role stays as it was posted, until the story is withdrawn.
    /// </summary>
    public static EditMessage Edit(Story story, CardState state) => new()
    {
        Content = state.IsWithdrawn ? "" : null,
        Embeds = [Card(story, state)],
        Components = Buttons(story, state),
    };

    /// <summary>What makes a posted card of a story that went on as part of another, whose card the channel has too.</summary>
    /// <param name="title">Of the story that this was.</param>
    /// <param name="into">The other story.</param>
    /// <param name="card">Where its card is.</param>
    /// <param name="state">Of the card.</param>
    public static EditMessage Moved(string title, Story into, Uri card, CardState state)
    {
        const int room = DiscordLimits.EmbedDescription / 2;
        var link = CardText.Linked(into.Lead.Title, card, room, label => $"**{label}**", DiscordLimits.EmbedTitle);
        return new()
        {
            Content = "",
            Embeds = [new()
            {
                Title = CardText.Struck(title, DiscordLimits.EmbedTitle),
                Description = BotTexts.Of(state.Language).Cards.PartOf(link),
                Color = WithdrawnColor,
            }],
            Components = [],
        };
    }

    /// <summary>Whether a message, found in a channel, is the card of this story, whichever of its articles was the lead then.</summary>
    public static bool IsOf(Story story, Message message) =>
        HasButtonOf(story, message) || message.Embeds.Any(embed => story.Articles.Any(article => IsOf(article, embed)));

    /// <summary>
    /// Whether the buttons of a message are those of this story's card; a headline or an address may be another story's, too.
    /// </summary>
    public static bool HasButtonOf(Story story, Message message)
    {
        var ids = story.Articles.Where(article => article.PublicKey != 0)
            .SelectMany(article => ((CustomId[])[CoverageButton.Of(article.PublicKey), FollowButton.Of(article.PublicKey)]))
            .Select(id => id.ToString())
            .ToHashSet();
        return Component.All(message.Components).OfType<Button>().Any(button => button.CustomId is { } id && ids.Contains(id));
    }

    /// <summary>What the buttons of a card name its story by; null if there is none.</summary>
    public static long? KeyOn(Message message) => Component.All(message.Components).OfType<Button>()
        .Select(button => CustomId.Parse(button.CustomId) is { Name: CoverageButton.Name or FollowButton.Name, Numbers: [var key, ..] }
            ? (long?)key
            : null)
        .FirstOrDefault(key => key is not null);

    /// <summary>By its address, or, where the card has none since it was too long or the story was withdrawn, by its title.</summary>
    static bool IsOf(Article article, Embed embed)
    {
        if (embed.Url is { } address)
            return address == CardText.Link(article.Link);
        return embed.Title == CardText.Struck(article.Title, DiscordLimits.EmbedTitle)
            || (CardText.Link(article.Link) is null && embed.Title == Title(article));
    }

    static IReadOnlyList<Component> Buttons(Story story, CardState state) => state.IsWithdrawn ? [] : StoryButtons.Rows(story, state);

    static Embed Card(Story story, CardState state)
    {
        var lead = story.Lead;
        return new()
        {
            Author = Author(story, state),
            Title = Title(story, state),
            Url = state.IsWithdrawn ? null : CardText.Link(lead.Link),
            Description = state.IsWithdrawn ? Withdrawn(story, state) : Description(story, state),
            Image = state.IsWithdrawn ? null : Image(lead),
            Footer = Footer(story),
            Timestamp = CardText.IsKnown(lead.PublishedAt, state.Now) ? lead.PublishedAt : null,
            Color = state.IsWithdrawn ? WithdrawnColor : Color,
        };
    }

    static EmbedImage? Image(Article lead) =>
        lead.Images.Select(image => CardText.Link(image.Url)).OfType<string>().FirstOrDefault() is { } image ? new() { Url = image } : null;

    static EmbedAuthor? Author(Story story, CardState state)
    {
        var lead = story.Lead;
        string?[] parts = [lead.Provider.Label, CoverageText.Kind(lead.Type, BotTexts.Of(state.Language).Cards)];
        var name = CardText.Plain(string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))), DiscordLimits.EmbedAuthor - 3);
        return name.Length > 0 ? new() { Name = CardText.Isolated(name), IconUrl = CardText.Link(lead.Provider.Icon) } : null;
    }

    static string Title(Story story, CardState state) => state.IsWithdrawn
        ? CardText.Struck(story.Lead.Title, DiscordLimits.EmbedTitle) ?? CardText.Struck(story.Lead.Link.Host, DiscordLimits.EmbedTitle)!
        : Title(story.Lead);

    /// <summary>A title of nothing but characters that are left out gives way to where the article stands.</summary>
    static string Title(Article article) =>
        CardText.Markdown(article.Title, DiscordLimits.EmbedTitle) is { Length: > 0 } title
            ? title
            : CardText.Markdown(article.Link.Host, DiscordLimits.EmbedTitle);

    static string Withdrawn(Story story, CardState state) => Paragraphs(
        $"**{BotTexts.Of(state.Language).Cards.Withdrawn}**",
        CardText.Struck(story.Lead.Excerpt, ExcerptLength),
        Updated(state) is { } updated ? $"-# {updated}" : null);

    /// <summary>
    /// The excerpt, then as many lines of coverage as fit, then in small print how it is received, why it is here and when it changed.
    /// </summary>
    static string? Description(Story story, CardState state)
    {
        var excerpt = CardText.Markdown(story.Lead.Excerpt, ExcerptLength);
        var small = SmallPrint(story, state);
        var room = DiscordLimits.EmbedDescription - excerpt.Length - (small?.Length ?? 0) - 4;
        return Paragraphs(excerpt, CoverageList.Of(story, state, room), small) is { Length: > 0 } description ? description : null;
    }

    static string? SmallPrint(Story story, CardState state)
    {
        var words = BotTexts.Of(state.Language).Cards;
        string?[] parts =
        [
            story.Quality is { } quality ? words.Quality(quality) : null,
            story.Heat is { } heat ? words.Heat(heat) : null,
            Updated(state),
        ];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } text
            ? $"-# {char.ToUpperInvariant(text[0])}{text[1..]}"
            : null;
    }

    static string? Updated(CardState state) =>
        CardText.Relative(state.UpdatedAt, state.Now) is { } time ? BotTexts.Of(state.Language).Cards.Updated(time) : null;

    static EmbedFooter? Footer(Story story) =>
        CardText.Plain(string.Join(" · ", story.Topics), FooterLength) is { Length: > 0 } text
            ? new() { Text = CardText.Isolated(text) } : null;

    static string Paragraphs(params IEnumerable<string?> parts) => string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part)));
}
