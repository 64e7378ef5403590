using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace News.Reading;

/// <summary>Feeds write titles and excerpts as HTML: entities instead of characters, and now and then tags.</summary>
static class HtmlText
{
    /// <summary>A longer one is no tag; the bound keeps a text of a thousand opening brackets from being read a thousand times.</summary>
    const int LongestTag = 2000;

    const int LongestScript = 16_000;

    /// <summary>Only these are tags: a List&lt;T&gt; in a title is text.</summary>
    static readonly FrozenSet<string> Inline = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "acronym", "address", "audio", "b", "bdi", "bdo", "big", "button", "canvas", "cite", "code", "del", "dfn", "em", "embed", "font",
        "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "mark", "meta", "noscript", "object", "param", "picture", "q", "s", "samp", "script", "select", "small",
        "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "time", "tt", "u", "var", "video", "wbr");

    /// <summary>Between what stands inside these and outside there is a space.</summary>
    static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "title", "tr", "ul");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineLookup = Inline.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockLookup = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Without tags, comments, scripts and styles; then entities decoded, once: <c>&amp;lt;b&gt;</c> is the text &lt;b&gt;.</summary>
    public static string Decode(string text)
    {
        if (text.Contains('<', StringComparison.Ordinal))
            text = WithoutTags(text);
        return (text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text).Trim();
    }

    static string WithoutTags(string text)
    {
        var kept = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var at)
        {
            kept.Append(rest[..at]);
            rest = rest[at..];
            if (Tag(rest) is not (> 0 and var length))
            {
                kept.Append('<');
                rest = rest[1..];
                continue;
            }

            var name = Name(rest);
            if (BlockLookup.Contains(name))
                kept.Append(' ');
            rest = rest[(length + Unseen(rest, name, length))..];
        }

        return kept.Length == 0 && rest.Length == text.Length ? text : string.Join(' ', kept.Append(rest).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>How long the tag or comment is that begins the text; 0 where none does.</summary>
    static int Tag(ReadOnlySpan<char> text)
    {
        var near = text[..Math.Min(text.Length, LongestTag)];
        if (near.StartsWith("<!--", StringComparison.Ordinal))
            return near.IndexOf("-->", StringComparison.Ordinal) is > 0 and var end ? end + 3 : 0;

        var name = Name(near);
        if (!InlineLookup.Contains(name) && !BlockLookup.Contains(name))
            return 0;

        var quote = '\0';
        for (var i = 1 + name.Length; i < near.Length; i++)
        {
            if (quote != '\0')
                quote = near[i] == quote ? '\0' : quote;
            else if (near[i] == '>')
                return i + 1;
            else if (near[i] is '"' or '\'')
                quote = near[i];
            else if (near[i] == '<')
                return 0;
        }

        return 0;
    }

    static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].TrimStart('/');
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
            end++;
        return name[..end];
    }

    /// <summary>How much stands between a script's or style's tags. An opening tag alone hides nothing.</summary>
    static int Unseen(ReadOnlySpan<char> text, ReadOnlySpan<char> name, int tag)
    {
        if (text[1] == '/' || !(name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            return 0;
        var rest = text[tag..Math.Min(text.Length, tag + LongestScript)];
        for (var at = 0; rest[at..].IndexOf("</", StringComparison.Ordinal) is >= 0 and var next; at += next + 2)
        {
            if (Name(rest[(at + next)..]).Equals(name, StringComparison.OrdinalIgnoreCase))
                return at + next;
        }

        return 0;
    }
}
