using System.Globalization;
using Articles.Text;
using Discord.Models;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Cards;

/// <summary>A block of a body in Discord's Markdown, which has no tables, pictures, rulers or HTML.</summary>
static class QuotedBlock
{
    const string Fence = "```";

    const int Deepest = 16;

    /// <summary>What code needs around it.</summary>
    public const int FenceLength = 8;

    public static string Of(Block block, int depth = 0) => block switch
    {
        _ when depth > Deepest => "",
        HeadingBlock { Inline: { } inline } when QuotedInline.Of(inline, isBold: true) is { Length: > 0 } heading => $"**{heading}**",
        LeafBlock { Inline: { } inline } => QuotedInline.Of(inline),
        HtmlBlock html => DiscordText.Escape(BodyText.Plain(html.Lines.ToString())),
        CodeBlock code => Fenced(code.Lines.ToString()),
        ListBlock list => Items(list, depth),
        QuoteBlock quote => Indented(Blocks(quote, depth, "\n"), "> ", "> "),
        Table table => string.Join('\n',
            table.OfType<TableRow>().Select(row => string.Join(" · ", row.Select(cell => Of(cell, depth + 1))))),
        LinkReferenceDefinitionGroup => "",
        ContainerBlock container => Blocks(container, depth, "\n"),
        _ => "",
    };

    /// <summary>Code as it stands. What would end it is kept apart.</summary>
    public static string Fenced(string code) =>
        code.Trim().Length == 0 ? "" : $"{Fence}\n{code.TrimEnd().Replace(Fence, "`\u200B``", StringComparison.Ordinal)}\n{Fence}";

    static string Items(ListBlock list, int depth)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var lines = new List<string>();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            if (Blocks(item, depth, "\n") is { Length: > 0 } text)
                lines.Add(Indented(text, mark, new(' ', mark.Length)));
        }

        return string.Join('\n', lines);
    }

    static string Blocks(ContainerBlock container, int depth, string between) =>
        string.Join(between, container.Select(block => Of(block, depth + 1)).Where(text => text.Length > 0));

    static string Indented(string text, string first, string others) =>
        text.Length == 0 ? "" : first + text.Replace("\n", "\n" + others, StringComparison.Ordinal);
}
