using System.Text;
using System.Text.RegularExpressions;
using Discord.Models;

namespace Bot.Cards;

/// <summary>
/// Text from files in the places of a message: on one line, escaped where Discord reads Markdown, and no longer than fits.
/// </summary>
static partial class CardText
{
    const string DotBeforeTime = "\u00A0·\u00A0";
    const char ZeroWidthSpace = '\u200B';
    const char LeftToRightMark = '\u200E';
    const char FirstStrongIsolate = '\u2068';
    const char PopDirectionalIsolate = '\u2069';

    /// <summary>For places that read Markdown: titles and descriptions of embeds, message content.</summary>
    public static string Markdown(string text, int limit) => DiscordText.Shorten(Escaped(text), limit);

    /// <summary>For places that show text as it is: authors, footers, labels, choices.</summary>
    public static string Plain(string text, int limit) => DiscordText.Shorten(OneLine(text), limit);

    /// <summary>With a capital at its beginning, as on a button.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Text that is shown letter by letter; a backtick would end it, so another mark stands for one.</summary>
    public static string Code(string text) => $"`{OneLine(text).Replace('`', 'ˋ')}`";

    /// <summary>The address, where Discord can link it and it is not too long; otherwise null.</summary>
    public static string? Link(Uri? link, int limit = DiscordLimits.EmbedUrl) =>
        link is not null && DiscordText.IsLinkable(link) && DiscordText.Address(link) is var address && address.Length <= limit
            ? address
            : null;

    /// <summary>
    /// For text inside markup of ours, such as bold or a link's label: no address in it is taken for a link, which Discord would
    /// refuse to link again, no mark at its end for a part of what closes it, and no number after it for a part of what is written
    /// from right to left.
    /// </summary>
    public static string Inline(string text, int limit)
    {
        var inline = DiscordText.Shorten(Escaped(text.Replace("://", $":{ZeroWidthSpace}//", StringComparison.Ordinal)), limit - 4);
        return Isolated(inline is [.., '\\', _] ? inline + ZeroWidthSpace : inline);
    }

    /// <summary>
    /// Text that keeps to itself which way it is written, so that a line of ours stays one from left to right; as it is where all of
    /// it is written that way.
    /// </summary>
    public static string Isolated(string text) =>
        RightToLeft().IsMatch(text) ? $"{LeftToRightMark}{FirstStrongIsolate}{text}{PopDirectionalIsolate}" : text;

    /// <summary>Struck through; null where nothing of it can be seen.</summary>
    public static string? Struck(string text, int limit) => Inline(text, limit - 4) is { Length: > 0 } struck ? $"~~{struck}~~" : null;

    /// <summary>A line around a linked title; around the title alone where the link is none or makes the line too long.</summary>
    public static string Linked(string title, Uri? link, int limit, Func<string, string> line, int titleLength = 160)
    {
        var label = Inline(title, titleLength);
        if (Link(link) is not null
            && label.Length > 0
            && line(DiscordText.Link(WithWholeBrackets(label), link!)) is var linked && linked.Length <= limit)
            return linked;
        return line(label);
    }

    /// <summary>
    /// On one line with dots between them. A time stays with the word before it, so that no line ends or begins with a dot.
    /// </summary>
    /// <param name="facts">The empty ones are left out.</param>
    public static string Facts(params IEnumerable<string?> facts)
    {
        var line = new StringBuilder();
        foreach (var fact in facts.Where(fact => !string.IsNullOrEmpty(fact)))
            line.Append(line.Length == 0 ? "" : fact!.StartsWith("<t:", StringComparison.Ordinal) ? DotBeforeTime : " · ").Append(fact);
        return line.ToString();
    }

    /// <summary>Small print; null for nothing.</summary>
    public static string? Small(string? text) => string.IsNullOrEmpty(text) ? null : $"-# {text}";

    /// <summary>One below the other, without the empty ones.</summary>
    public static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));

    /// <summary>How long ago it was, as each reader sees it; null where that is not known.</summary>
    public static string? Relative(DateTimeOffset? at, DateTimeOffset now) =>
        at is { } known && IsKnown(known, now) ? DiscordText.Relative(known) : null;

    /// <summary>A time to come is a mistake, and one before 1970 what a program writes that has none.</summary>
    public static bool IsKnown(DateTimeOffset at, DateTimeOffset now) => at > DateTimeOffset.UnixEpoch && at <= now;

    /// <summary>Half a pair of brackets would end a link's label, escaped or not.</summary>
    static string WithWholeBrackets(string label)
    {
        var open = 0;
        foreach (var letter in label)
        {
            open += letter switch { '[' => 1, ']' => -1, _ => 0 };
            if (open < 0)
                break;
        }

        return open == 0 ? label : label.Replace("\\[", "(", StringComparison.Ordinal).Replace("\\]", ")", StringComparison.Ordinal);
    }

    // The blocks of the scripts that are written from right to left, and the half that begins those beyond U+FFFF.
    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\uD802\uD803\uD83A\uD83B]")]
    private static partial Regex RightToLeft();

    /// <summary>On one line before, since Markdown knows beginnings of lines, and after, since what is left out leaves spaces.</summary>
    static string Escaped(string text) => OneLine(DiscordText.Escape(OneLine(text)));

    static string OneLine(string text) =>
        IsOneLine(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether all white space is single spaces between words.</summary>
    static bool IsOneLine(string text)
    {
        var afterSpace = true;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) && (letter != ' ' || afterSpace))
                return false;
            afterSpace = letter == ' ';
        }

        return text.Length == 0 || !afterSpace;
    }
}
