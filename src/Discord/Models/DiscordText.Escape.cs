using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Discord.Models;

/// <content>Shows untrusted text literally.</content>
public static partial class DiscordText
{
    const string ZeroWidthSpace = "\u200B";

    /// <summary>Without any of these, only a line's beginning can be markup.</summary>
    static readonly SearchValues<char> MarkupLetters = SearchValues.Create("\\`*_~|[]<@\n");

    /// <summary>Line breaks but the usual one, control characters, and what says which way text is written.</summary>
    static readonly SearchValues<char> Unclean = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Select(letter => (char)letter).Where(letter => char.IsControl(letter) && letter != '\n'),
        '\u2028', '\u2029',
        .. Enumerable.Range(0, char.MaxValue).Where(IsDirectionControl).Select(letter => (char)letter),
    ]);

    /// <summary>
    /// Makes Discord show text exactly as it was written: no markup, masked links, mentions, custom emoji or timestamps. Web addresses
    /// stay unchanged, except that the <c>@</c> of <c>@everyone</c> and <c>@here</c> in them is percent-encoded. Control characters and
    /// bidirectional overrides are removed; line breaks stay. <see cref="AllowedMentions"/> decides whether a mention notifies anybody.
    /// </summary>
    public static string Escape(string text)
    {
        var clean = Clean(text);
        return IsLiteral(clean) ? clean : Markup().Replace(clean, static match => match switch
        {
            { Groups: var groups } when groups["mark"].Success => $"\\{match.Value}",
            { Groups: var groups } when groups["opener"].Success => match.Value + ZeroWidthSpace,
            _ => WithoutMentions(match.Value),
        });
    }

    /// <summary>Most text has no markup, and the expression is slow to find none.</summary>
    static bool IsLiteral(ReadOnlySpan<char> clean) => !clean.ContainsAny(MarkupLetters) && clean.TrimStart() switch
    {
        [] => true,
        ['-' or '#' or '+' or '>', ..] => false,
        [var first, ..] => !char.IsDigit(first),
    };

    static string WithoutMentions(string address) => EveryoneOrHere().Replace(address, "%40");

    // Brackets, backslashes, backticks and bars are invalid in an address; allowing them would let an address end a masked link.
    [GeneratedRegex("""
          https?://[^\s<\[\]\\`|]+
        | (?<mark> [\\`*_~|\[\]] )
        | (?<mark> (?<= ^\s* ) [-\#+>] )
        | (?<mark> (?<= ^\s*\d+ ) \. (?= \s | $ ) )
        | (?<opener> < (?= [@\#:/] | a: | t: | id: | https?: ) )
        | (?<opener> @ (?= everyone | here ) )
        """, RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Markup();

    [GeneratedRegex("@(?=everyone|here)", RegexOptions.IgnoreCase)]
    private static partial Regex EveryoneOrHere();

    static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Unclean) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\t')
                clean.Append(' ');
            else if (rune.Value == '\n' || !(Rune.IsControl(rune) || IsDirectionControl(rune.Value)))
                clean.Append(rune);
        }

        return clean.ToString();
    }

    // Embeddings, overrides and isolates. Right-to-left text needs the marks U+200E and U+200F, so they stay.
    static bool IsDirectionControl(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
