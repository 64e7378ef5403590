using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Articles.Text;

/// <summary>The Markdown below an article's front matter.</summary>
public static class BodyText
{
    /// <summary>Nobody nests deeper than this for people to read.</summary>
    const int Deepest = 64;

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>The first pages of the body, as CommonMark with tables and strikethrough.</summary>
    /// <returns>Null if it is nested too deeply.</returns>
    public static MarkdownDocument? Parse(string markdown) => Parsed(markdown[..PartEnd(markdown, 0)]);

    static MarkdownDocument? Parsed(string part)
    {
        try
        {
            return Markdown.Parse(part, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's own nesting limit, which it reports only by this exception.
            return null;
        }
    }

    /// <summary>
    /// The body without markup, for search: the text of links, the descriptions of images, and code as it is; one block per line.
    /// </summary>
    public static string Plain(string markdown)
    {
        if (markdown.Length == 0)
            return "";

        var end = Math.Min(markdown.Length, TextLimits.BodySearched);
        var text = new StringBuilder(end);
        for (var start = 0; start < end;)
        {
            var next = Math.Min(PartEnd(markdown, start), end);
            if (Parsed(markdown[start..next]) is { } document)
                Write(text, document, depth: 0);
            else
                EndLine(text).Append(markdown, start, next - start);
            start = next;
        }

        return HiddenCharacters.Remove(text.ToString(), out _).Trim();
    }

    /// <summary>The end of a part that starts here: at an empty line if possible, else at the end of a line, else anywhere.</summary>
    static int PartEnd(string markdown, int start)
    {
        if (markdown.Length - start <= TextLimits.BodyPart)
            return markdown.Length;
        var part = markdown.AsSpan(start, TextLimits.BodyPart);
        var gap = part.LastIndexOf("\n\n", StringComparison.Ordinal);
        return start + (gap > 0 ? gap + 2 : part.LastIndexOf('\n') is > 0 and var line ? line + 1 : TextLimits.BodyPart);
    }

    static void Write(StringBuilder text, Block block, int depth)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup:
                return;
            case HtmlBlock html:
                EndLine(text).Append(HtmlText.Decode(html.Lines.ToString()));
                return;
            case LeafBlock { Inline: { } inline }:
                Write(block.Parent is TableCell ? text : EndLine(text), inline, depth);
                return;
            case CodeBlock code:
                EndLine(text).Append(code.Lines.ToString());
                return;
            case TableRow row:
                EndLine(text);
                foreach (var cell in row)
                {
                    Write(text, cell, depth + 1);
                    text.Append(' ');
                }

                return;
            case ContainerBlock container when depth < Deepest:
                foreach (var child in container)
                    Write(text, child, depth + 1);
                return;
        }
    }

    static void Write(StringBuilder text, ContainerInline container, int depth)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case ContainerInline inner when depth < Deepest:
                    Write(text, inner, depth + 1);
                    break;
            }
        }
    }

    static StringBuilder EndLine(StringBuilder text) => text.Length > 0 && text[^1] != '\n' ? text.Append('\n') : text;
}
