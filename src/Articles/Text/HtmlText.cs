using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Articles.Text;

/// <summary>Titles and excerpts as feeds write them: HTML, with entities and sometimes tags.</summary>
static class HtmlText
{
    /// <summary>A longer one is not a tag, so a text of a thousand opening brackets is not read a thousand times.</summary>
    const int LongestTag = 2000;

    const int LongestScript = 16_000;

    const string SectionStart = "<![CDATA[";
    const string SectionEnd = "]]>";

    /// <summary>The text itself, and the feed that contains it.</summary>
    public const int Encodings = 2;

    /// <summary>Only these and <see cref="Blocks"/> are tags: a List&lt;T&gt; in a title is text.</summary>
    static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "acronym", "address", "audio", "b", "bdi", "bdo", "big", "button", "canvas", "cite", "code", "del", "dfn", "em",
        "embed", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "mark", "meta", "noscript", "object", "param",
        "picture", "q", "s", "samp", "script", "select", "small", "source", "span", "strike", "strong", "style", "sub", "sup", "svg",
        "time", "tt", "u", "var", "video", "wbr");

    /// <summary>These become a space.</summary>
    static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "option", "p",
        "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul");

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineLookup = Inline.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockLookup = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Removes tags, comments, scripts and styles, then decodes entities: <c>&amp;lt;b&gt;</c> is the text &lt;b&gt;. Feeds encode
    /// once too often, so entities are decoded twice.
    /// </summary>
    public static string Decode(string text)
    {
        if (text.Contains('<', StringComparison.Ordinal))
            text = WithoutTags(WithoutSections(text));
        return Undecorated(text).Trim();
    }

    /// <summary>Decodes entities, and takes CDATA sections for what they hold. Tags stay: this is for links.</summary>
    public static string Undecorated(string text)
    {
        text = WithoutSections(text);
        for (var i = 0; i < Encodings && text.Contains('&', StringComparison.Ordinal); i++)
            text = WithoutSections(WebUtility.HtmlDecode(text));
        return text;
    }

    /// <summary>The marks of a section are removed even if only one of them is left, as in an excerpt that was cut.</summary>
    static string WithoutSections(string text) => text.Contains('<') && text.Contains(SectionStart, StringComparison.OrdinalIgnoreCase)
        ? text.Replace(SectionStart, "", StringComparison.OrdinalIgnoreCase).Replace(SectionEnd, "", StringComparison.Ordinal)
        : text;

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

        if (kept.Length == 0 && rest.Length == text.Length)
            return text;
        return string.Join(' ', kept.Append(rest).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The length of the tag or comment at the start of the text; 0 if there is none.</summary>
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

    /// <summary>The length of what is between the tags of a script or style. An opening tag alone hides nothing.</summary>
    static int Unseen(ReadOnlySpan<char> text, ReadOnlySpan<char> name, int tag)
    {
        var isHidden = name.Equals("script", StringComparison.OrdinalIgnoreCase)
            || name.Equals("style", StringComparison.OrdinalIgnoreCase);
        if (!isHidden || text[1] == '/')
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
