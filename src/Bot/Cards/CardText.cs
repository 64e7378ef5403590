using Discord;
using News;

namespace Bot.Cards;

/// <summary>Text from files in the places of a message: on one line, escaped where Discord reads Markdown, and no longer than fits.</summary>
static class CardText
{
    /// <summary>For places that read Markdown: titles and descriptions of embeds, message content.</summary>
    public static string Markdown(string text, int limit) => DiscordText.Shorten(DiscordText.Escape(OneLine(text)), limit);

    /// <summary>For places that show text as it is: authors, footers, labels, choices.</summary>
    public static string Plain(string text, int limit) => DiscordText.Shorten(OneLine(text), limit);

    /// <summary>Text that is shown letter by letter; a backtick would end it, so another mark stands for one.</summary>
    public static string Code(string text) => $"`{OneLine(text).Replace('`', 'ˋ')}`";

    /// <summary>The address, where Discord can link it and it is not too long; otherwise null.</summary>
    public static string? Link(Uri? link, int limit = DiscordLimits.EmbedUrl) =>
        link is not null && DiscordText.IsLinkable(link) && link.AbsoluteUri.Length <= limit ? link.AbsoluteUri : null;

    /// <summary><c>**Outlet** · [Headline](link) · 2 hours ago</c>, without what is not known, and without a link that would make it longer than fits.</summary>
    public static string Line(RelatedArticle related, int limit)
    {
        var outlet = related.Provider.Label.Length > 0 ? $"**{Markdown(related.Provider.Label, limit: 60)}**" : null;
        var time = related.PublishedAt is { } at ? DiscordText.Relative(at) : null;
        return Linked(related.Title, related.Link, limit, title => string.Join(" · ", ((string?[])[outlet, title, time]).OfType<string>()));
    }

    /// <summary>A line around a linked title; around the title alone where the link is none or makes the line too long.</summary>
    public static string Linked(string title, Uri? link, int limit, Func<string, string> line)
    {
        const int titleLength = 160;
        var label = Markdown(title, titleLength);
        if (Link(link) is not null && line(DiscordText.Link(label, link!)) is var linked && linked.Length <= limit)
            return linked;
        return line(label);
    }

    static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
