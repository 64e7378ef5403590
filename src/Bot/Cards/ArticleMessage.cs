using Discord;
using News;

namespace Bot.Cards;

/// <summary>How an article looks in a channel. The one renderer: for posts, commands and previews.</summary>
static class ArticleMessage
{
    public const int Color = 0x2F81F7;

    const int ExcerptLength = 600;
    const int FooterLength = 200;
    const int LineLength = 600;

    public static CreateMessage For(Article article) => new()
    {
        Embeds = [Card(article)],
        Components = Buttons(article),
    };

    /// <summary>Whether a message, found in a channel, is the post of this article.</summary>
    public static bool IsOf(Article article, Message message) =>
        message.Embeds.Any(embed => embed.Url is { } url && url == CardText.Link(article.Link))
        || message.Components.OfType<ActionRow>().SelectMany(row => row.Components).OfType<Button>()
            .Any(button => button.CustomId == CoverageButton.Of(article.Id).ToString());

    static Embed Card(Article article)
    {
        var title = Title(article);
        var author = CardText.Plain(article.Provider.Label, DiscordLimits.EmbedAuthor);
        var footer = CardText.Plain(string.Join(" · ", article.Topics), FooterLength);
        var room = DiscordLimits.EmbedTotal - title.Length - author.Length - footer.Length;
        return new()
        {
            Title = title,
            Url = CardText.Link(article.Link),
            Author = author.Length > 0 ? new() { Name = author, IconUrl = CardText.Link(article.Provider.Icon) } : null,
            Description = Description(article, Math.Min(DiscordLimits.EmbedDescription, room)),
            Image = article.Images.Select(image => CardText.Link(image.Url)).OfType<string>().FirstOrDefault() is { } image ? new() { Url = image } : null,
            Footer = footer.Length > 0 ? new() { Text = footer } : null,
            Timestamp = article.PublishedAt,
            Color = Color,
        };
    }

    /// <summary>A title of nothing but characters that are left out gives way to where the article stands.</summary>
    static string Title(Article article) =>
        CardText.Markdown(article.Title, DiscordLimits.EmbedTitle) is { Length: > 0 } title ? title : CardText.Markdown(article.Link.Host, DiscordLimits.EmbedTitle);

    /// <summary>The excerpt, then as many lines of related coverage as fit.</summary>
    static string? Description(Article article, int room)
    {
        var parts = new List<string>();
        if (article.Excerpt.Length > 0)
            parts.Add(CardText.Markdown(article.Excerpt, ExcerptLength));
        if (article.Related.Count > 0)
            parts.Add(Coverage(article.Related, room - parts.Sum(part => part.Length + 2)));
        return parts is [] ? null : string.Join("\n\n", parts);
    }

    static string Coverage(IReadOnlyList<RelatedArticle> related, int room)
    {
        const string heading = "**Related coverage**";
        const int moreLine = 20;
        var lines = new List<string> { heading };
        var used = heading.Length;
        foreach (var (index, line) in related.Select(item => CardText.Line(item, LineLength)).Index())
        {
            var left = related.Count - index;
            if (used + 1 + line.Length + (left > 1 ? moreLine : 0) > room)
            {
                lines.Add($"and {left} more");
                break;
            }

            lines.Add(line);
            used += 1 + line.Length;
        }

        return string.Join('\n', lines);
    }

    static IReadOnlyList<Component> Buttons(Article article)
    {
        var buttons = new List<Component>();
        if (CardText.Link(article.Link, DiscordLimits.ButtonUrl) is { } link)
        {
            var outlet = article.Provider.Label;
            buttons.Add(new Button { Style = ButtonStyle.Link, Label = CardText.Plain(outlet.Length > 0 ? $"Read at {outlet}" : "Read", DiscordLimits.ButtonLabel), Url = link });
        }

        if (article.Related.Count > 0)
            buttons.Add(new Button { Style = ButtonStyle.Secondary, Label = $"All coverage ({article.Related.Count})", CustomId = CoverageButton.Of(article.Id).ToString() });
        return buttons is [] ? [] : [ActionRow.Of(buttons)];
    }
}
