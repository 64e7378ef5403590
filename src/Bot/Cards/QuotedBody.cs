using System.Text;
using Articles.Text;
using Discord.Models;
using Markdig.Syntax;

namespace Bot.Cards;

/// <summary>
/// An article's body in Discord's Markdown, to be quoted. Behind <c>&gt;&gt;&gt; </c> Discord shows all of it as a quote.
/// </summary>
static class QuotedBody
{
    /// <summary>Worth more than white space between what is quoted and the end.</summary>
    const int LeastRoom = 80;

    /// <summary>The body's beginning: whole blocks while they fit, then as much of the next one as does.</summary>
    /// <param name="markdown">As the article has it.</param>
    /// <param name="limit">In UTF-16 characters.</param>
    public static string Of(string markdown, int limit)
    {
        if (BodyText.Parse(markdown) is not { } document)
            return CardText.Markdown(markdown, limit);

        var quoted = new StringBuilder();
        foreach (var block in document)
        {
            var text = QuotedBlock.Of(block);
            if (text.Length == 0)
                continue;

            var gap = quoted.Length == 0 ? 0 : 2;
            var room = limit - quoted.Length - gap;
            if (text.Length <= room)
            {
                quoted.Append('\n', gap).Append(text);
                continue;
            }

            if (gap == 0 || room >= LeastRoom)
                quoted.Append('\n', gap).Append(Cut(block, markdown, room));
            else if (quoted.Length + 2 <= limit)
                quoted.Append("\n…");
            break;
        }

        return quoted.ToString();
    }

    /// <summary>A cut block loses its markup, whose other half is gone; code stays code.</summary>
    static string Cut(Block block, string markdown, int room) => block is CodeBlock code && room > QuotedBlock.FenceLength + 1
        ? QuotedBlock.Fenced(DiscordText.Shorten(code.Lines.ToString(), room - QuotedBlock.FenceLength))
        : CardText.Markdown(BodyText.Plain(block.Span.Length > 0 ? markdown.Substring(block.Span.Start, block.Span.Length) : markdown),
            room);
}
