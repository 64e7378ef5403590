using Bot.Languages;
using Discord;
using News;
using News.Stories;

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

    /// <summary>What makes a posted card as it is now. The line that called a role stays as it was posted, until the story is withdrawn.</summary>
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
    public static EditMessage Moved(string title, Story into, Uri card, CardState state) => new()
    {
        Content = "",
        Embeds = [new()
        {
            Title = CardText.Struck(title, DiscordLimits.EmbedTitle),
            Description = Words.Of(state.Language).Cards.PartOf(CardText.Linked(into.Lead.Title, card, DiscordLimits.EmbedDescription / 2, label => $"**{label}**", DiscordLimits.EmbedTitle)),
            Color = WithdrawnColor,
        }],
        Components = [],
    };

    /// <summary>Whether a message, found in a channel, is the card of this story, whichever of its articles was the lead then.</summary>
    public static bool IsOf(Story story, Message message) =>
        Component.All(message.Components).OfType<Button>().Any(button => button.CustomId == CoverageButton.Of(story.Id).ToString())
        || message.Embeds.Any(embed => story.Articles.Any(article => IsOf(article, embed)));

    /// <summary>By its address, or, where that is too long for a card, by its title.</summary>
    static bool IsOf(Article article, Embed embed) => CardText.Link(article.Link) is { } link ? embed.Url == link : embed.Url is null && embed.Title == Title(article);

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
            Image = !state.IsWithdrawn && lead.Images.Select(image => CardText.Link(image.Url)).OfType<string>().FirstOrDefault() is { } image ? new() { Url = image } : null,
            Footer = Footer(story),
            Timestamp = CardText.IsKnown(lead.PublishedAt, state.Now) ? lead.PublishedAt : null,
            Color = state.IsWithdrawn ? WithdrawnColor : Color,
        };
    }

    static EmbedAuthor? Author(Story story, CardState state)
    {
        var lead = story.Lead;
        var name = CardText.Plain(string.Join(" · ", ((string?[])[lead.Provider.Label, CoverageText.Kind(lead.Type, Words.Of(state.Language).Cards)]).Where(part => !string.IsNullOrEmpty(part))), DiscordLimits.EmbedAuthor - 3);
        return name.Length > 0 ? new() { Name = CardText.Isolated(name), IconUrl = CardText.Link(lead.Provider.Icon) } : null;
    }

    static string Title(Story story, CardState state) => state.IsWithdrawn
        ? CardText.Struck(story.Lead.Title, DiscordLimits.EmbedTitle) ?? CardText.Struck(story.Lead.Link.Host, DiscordLimits.EmbedTitle)!
        : Title(story.Lead);

    /// <summary>A title of nothing but characters that are left out gives way to where the article stands.</summary>
    static string Title(Article article) =>
        CardText.Markdown(article.Title, DiscordLimits.EmbedTitle) is { Length: > 0 } title ? title : CardText.Markdown(article.Link.Host, DiscordLimits.EmbedTitle);

    static string Withdrawn(Story story, CardState state) => Paragraphs(
        $"**{Words.Of(state.Language).Cards.Withdrawn}**",
        CardText.Struck(story.Lead.Excerpt, ExcerptLength),
        Updated(state) is { } updated ? $"-# {updated}" : null);

    /// <summary>The excerpt, then as many lines of coverage as fit, then in small print how it is received, why it is here and when it changed.</summary>
    static string? Description(Story story, CardState state)
    {
        var excerpt = CardText.Markdown(story.Lead.Excerpt, ExcerptLength);
        var small = SmallPrint(story, state);
        var room = DiscordLimits.EmbedDescription - excerpt.Length - (small?.Length ?? 0) - 4;
        return Paragraphs(excerpt, CoverageList.Of(story, state, room), small) is { Length: > 0 } description ? description : null;
    }

    static string? SmallPrint(Story story, CardState state)
    {
        var words = Words.Of(state.Language).Cards;
        string?[] parts =
        [
            story.Quality is { } quality ? words.Quality(quality) : null,
            story.Heat is { } heat ? words.Heat(heat) : null,
            Updated(state),
        ];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } text ? $"-# {char.ToUpperInvariant(text[0])}{text[1..]}" : null;
    }

    static string? Updated(CardState state) =>
        CardText.Relative(state.UpdatedAt, state.Now) is { } time ? Words.Of(state.Language).Cards.Updated(time) : null;

    static EmbedFooter? Footer(Story story) =>
        CardText.Plain(string.Join(" · ", story.Topics), FooterLength) is { Length: > 0 } text ? new() { Text = CardText.Isolated(text) } : null;

    static string Paragraphs(params IEnumerable<string?> parts) => string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part)));
}
