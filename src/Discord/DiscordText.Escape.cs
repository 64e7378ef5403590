using System.Text;
using System.Text.RegularExpressions;

namespace Discord;

/// <content>Making untrusted text literal.</content>
public static partial class DiscordText
{
    const string ZeroWidthSpace = "\u200B";

    /// <summary>
    /// Text of others, so that it reads in Discord as it was written: no markup, no masked links, nothing that looks like a
    /// mention, a custom emoji or a time. Web addresses stay as they are, but for <c>@everyone</c> and <c>@here</c> in one, whose
    /// <c>@</c> is percent-encoded. Control characters and those that turn the direction of writing around are left out; line
    /// breaks stay. Whether a mention notifies is up to <see cref="AllowedMentions"/>.
    /// </summary>
    public static string Escape(string text) => Markup().Replace(Clean(text), static match => match switch
    {
        { Groups: var groups } when groups["mark"].Success => $"\\{match.Value}",
        { Groups: var groups } when groups["opener"].Success => match.Value + ZeroWidthSpace,
        _ => WithoutMentions(match.Value),
    });

    static string WithoutMentions(string address) => EveryoneOrHere().Replace(address, "%40");

    // Brackets, backslashes, backticks and bars are not legal in an address; leaving them in would let one end a masked link.
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

    // Embeddings, overrides and isolates. The marks U+200E and U+200F stay: right-to-left text needs them.
    static bool IsDirectionControl(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
