using Articles;
using Articles.Stories;
using Desk.Channels;
using Discord.Models;

namespace Bot.Cards;

/// <summary>How a story looks in a channel. The one renderer: for posts and their edits, commands and previews.</summary>
static class StoryMessage
{
    /// <summary>
    /// Of what stands above a card: the line that pings a role, or why a member gets it. It is no part of what the card says.
    /// </summary>
    public const int AboveId = int.MaxValue;

    public static CreateMessage For(Story story, CardState state)
    {
        if (state.IsWithdrawn)
            state = state with { Pings = [] };
        var silent = state.IsSilent ? MessageFlags.SuppressNotifications : MessageFlags.None;
        var mentions = state.Pings is [] ? AllowedMentions.None : AllowedMentions.OfRoles([.. state.Pings.Select(ping => ping.Role)]);
        return state.IsEmbed
            ? StoryEmbed.Of(story, state) with { AllowedMentions = mentions, Flags = silent }
            : new()
            {
                Components = Components(story, state),
                AllowedMentions = mentions,
                Flags = silent | MessageFlags.IsComponentsV2,
            };
    }

    /// <summary>
    /// What makes a posted card as it is now; a card that was an embed becomes components. The line that called a role stays as it was
    /// posted, until the story is withdrawn.
    /// </summary>
    public static EditMessage Edit(Story story, CardState state)
    {
        var now = For(story, state);
        return state.IsEmbed
            ? new() { Content = state.IsWithdrawn ? "" : null, Embeds = now.Embeds, Components = now.Components, Attachments = [] }
            : Replacing(now.Components!);
    }

    /// <summary>What makes a posted card of a story that went on as part of another, whose card the channel has too.</summary>
    /// <inheritdoc cref="StoryCard.Moved"/>
    public static EditMessage Moved(string title, Story into, Uri card, CardState state)
    {
        var moved = StoryCard.Moved(title, into, card, state);
        return state.IsEmbed
            ? new() { Content = "", Embeds = [StoryEmbed.Of(moved)], Components = [], Attachments = [] }
            : Replacing([Draw(moved, CardLayout.Full, key: null)]);
    }

    /// <summary>Whether a message, found in a channel, is the card of this story, whichever of its articles was the lead then.</summary>
    public static bool IsOf(Story story, Message message) =>
        HasKeyOf(story, message)
        || message.Embeds.Any(embed => story.Articles.Any(article => StoryEmbed.IsOf(article, embed)))
        || (HeadingOf(message) is { } heading && story.Articles.Any(article => IsHeading(heading, article)));

    /// <summary>
    /// Whether a message names the story in its buttons or components; a headline or an address may be another story's, too.
    /// </summary>
    public static bool HasKeyOf(Story story, Message message) => KeysOn(message)
        .Any(key => key != 0 && story.Articles.Any(article => article.PublicKey == key));

    /// <summary>What a card names its story by; null if there is none.</summary>
    public static long? KeyOn(Message message) => KeysOn(message).Cast<long?>().FirstOrDefault();

    /// <summary>The headline of a card that was posted, in Markdown; null for a message that has none.</summary>
    public static string? TitleOn(Message message) => message.Embeds is [{ Title: { } title }, ..] ? title : HeadingOf(message);

    static IEnumerable<long> KeysOn(Message message)
    {
        var keys = Component.All(message.Components).OfType<Button>()
            .Select(button => CustomId.Parse(button.CustomId))
            .Where(id => CoverageButton.IsOfCard(id) || FollowButton.IsOfCard(id))
            .Select(id => id!.Numbers[0]);
        return CardKey.On(message) is { } key ? keys.Prepend(key) : keys;
    }

    /// <summary>The first line of the card's first text.</summary>
    static string? HeadingOf(Message message)
    {
        if (!message.Flags.HasFlag(MessageFlags.IsComponentsV2))
            return null;
        var card = message.Components.Where(component => component.Id != AboveId);
        return Component.All(card).OfType<TextDisplay>().FirstOrDefault()?.Content.Split('\n')[0];
    }

    /// <summary>By its address, or, where the card has none since it was too long or the story was withdrawn, by its title.</summary>
    static bool IsHeading(string heading, Article article)
    {
        string?[] titles = [StoryCard.HeadlineOf(article, isLinked: false), CardText.Struck(article.Title, StoryCard.TitleLength)];
        return (CardText.Link(article.Link) is not null
                && heading.Contains(DiscordText.Link("", article.Link)[1..], StringComparison.Ordinal))
            || titles.OfType<string>().Any(title => heading == $"## {title}" || heading == $"### {title}"
                || heading.StartsWith($"**{title}**", StringComparison.Ordinal));
    }

    /// <summary>Whole messages, since components can't be added to what is there. No content, embeds, or files may stay.</summary>
    static EditMessage Replacing(IReadOnlyList<Component> components) =>
        new() { Content = "", Embeds = [], Components = components, Attachments = [], Flags = MessageFlags.IsComponentsV2 };

    static IReadOnlyList<Component> Components(Story story, CardState state)
    {
        var key = CardKey.Split(story.PublicKey);
        if (state.IsWithdrawn)
            return [Draw(StoryCard.Withdrawn(story, state), state.Look.Layout, key)];
        IReadOnlyList<Component> components = [];
        for (var cut = 0; cut <= StoryCard.MostCut; cut++)
        {
            var card = Draw(StoryCard.Of(story, state, cut), state.Look.Layout, key);
            components = [.. Present(Above(story, state)), card];
            if (MessageSize.Fits(components))
                break;
        }

        return components;
    }

    /// <summary>Who is called and why, or why a member gets it; null for neither.</summary>
    static Component? Above(Story story, CardState state) => state.Pings is []
        ? FollowReason.Of(state, UnfollowButton.Of(story.PublicKey))
        : new TextDisplay { Id = AboveId, Content = CardPing.Line(story, state) };

    static Component Draw(StoryCard card, CardLayout layout, (int Container, int Text)? key)
    {
        if (layout is CardLayout.Line)
            return new TextDisplay { Content = CardText.Lines([$"**{card.Headline}**{Line(card.Facts)}", card.Excerpt, card.Note]) };
        var heading = $"{(layout is CardLayout.Full ? "##" : "###")} {card.Headline}";
        IReadOnlyList<Component> head =
            [Text(heading, CardText.Small(card.Facts))! with { Id = key?.Text }, .. Present(Text(card.Excerpt))];
        Component?[] below =
        [
            card.Picture is { IsLarge: true } large ? new MediaGallery { Items = [new() { Media = new(large.Url) }] } : null,
            Text([card.Coverage.Summary, .. card.Coverage.Rows]),
            Text(CardText.Small(card.Coverage.Others), CardText.Small(card.Note)),
            card.Buttons is [] ? null : ActionRow.Of(card.Buttons),
        ];
        return new Container
        {
            Id = key?.Container,
            AccentColor = card.Color,
            Components = card.Picture is { IsLarge: false } small
                ? [new Section { Components = head, Accessory = new Thumbnail { Media = new(small.Url) } }, .. Present(below)]
                : [.. head, .. Present(below)],
        };
    }

    static IEnumerable<Component> Present(params IEnumerable<Component?> parts) => parts.OfType<Component>();

    static TextDisplay? Text(params IEnumerable<string?> lines) =>
        CardText.Lines(lines) is { Length: > 0 } text ? new() { Content = text } : null;

    static string Line(string facts) => facts.Length > 0 ? $" · {facts}" : "";
}
