using System.Text;
using Discord.Models;
using Markdig.Syntax.Inlines;

namespace Bot.Cards;

/// <summary>The text of a body's block in Discord's Markdown: emphasis, code and links are kept, all else is made literal.</summary>
sealed class QuotedInline
{
    const int Deepest = 16;

    readonly StringBuilder written = new();

    /// <summary>Text that is not escaped yet: in pieces, a mention would not be seen as one.</summary>
    readonly StringBuilder literal = new();

    /// <param name="inline">The text with its markup.</param>
    /// <param name="isBold">Whether it stands in bold anyway.</param>
    public static string Of(ContainerInline inline, bool isBold = false)
    {
        var quoted = new QuotedInline();
        quoted.Write(inline, isBold, depth: 0);
        quoted.Flush();
        return quoted.written.ToString().Trim();
    }

    void Write(ContainerInline container, bool isBold, int depth)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline text:
                    literal.Append(text.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    literal.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline lineBreak:
                    literal.Append(lineBreak.IsHard ? '\n' : ' ');
                    break;
                case AutolinkInline link:
                    literal.Append(link.Url);
                    break;
                case CodeInline code when code.Content.Contains('`', StringComparison.Ordinal):
                    literal.Append(code.ContentSpan);
                    break;
                case CodeInline code:
                    Flush();
                    written.Append('`').Append(code.ContentSpan).Append('`');
                    break;
                case LinkInline link:
                    Write(link, isBold, depth);
                    break;
                case EmphasisInline emphasis when depth < Deepest && Mark(emphasis, isBold) is { } mark:
                    Marked(mark, emphasis, isBold || mark == "**", depth);
                    break;
                case ContainerInline inner when depth < Deepest:
                    Write(inner, isBold, depth + 1);
                    break;
            }
        }
    }

    void Marked(string mark, EmphasisInline emphasis, bool isBold, int depth)
    {
        Flush();
        var start = written.Append(mark).Length;
        Write(emphasis, isBold, depth + 1);
        Flush();
        if (written.Length == start)
            written.Length -= mark.Length;
        else
            written.Append(mark);
    }

    static string? Mark(EmphasisInline emphasis, bool isBold) => emphasis switch
    {
        { DelimiterChar: '~' } => "~~",
        { DelimiterCount: 2 } => isBold ? null : "**",
        _ => "*",
    };

    /// <summary>A link whose text is an address itself is shown as where it really leads.</summary>
    void Write(LinkInline link, bool isBold, int depth)
    {
        var label = depth < Deepest ? Label(link, isBold, depth) : "";
        var isAddress = label.Contains("://", StringComparison.Ordinal) || label.Contains("www.", StringComparison.OrdinalIgnoreCase);
        if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var url) || !DiscordText.IsLinkable(url))
        {
            Flush();
            written.Append(label);
        }
        else if (label.Length == 0 || isAddress)
        {
            literal.Append(url.AbsoluteUri);
        }
        else
        {
            Flush();
            written.Append(DiscordText.Link(label, url));
        }
    }

    static string Label(LinkInline link, bool isBold, int depth)
    {
        var label = new QuotedInline();
        label.Write((ContainerInline)link, isBold, depth + 1);
        label.Flush();
        return label.written.ToString().Trim();
    }

    void Flush()
    {
        written.Append(DiscordText.Escape(literal.ToString()));
        literal.Clear();
    }
}
