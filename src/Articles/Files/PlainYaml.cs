using System.Text;
using Articles.Text;

namespace Articles.Files;

/// <summary>
/// The plain part of YAML, in which nearly all front matter is written: one <c>name: value</c> per line, groups and lists by
/// indentation, values plain or in quotes. Anything else, mistakes included, is left to <see cref="YamlParser"/>, and a test
/// checks that both read the same values at the same places.
/// For an article with seven related items (<c>tests/Benchmarks -- yaml</c>), it takes 35 µs and 23 KB instead of 550 µs and 108 KB,
/// which makes reading the whole file about five times as fast.
/// </summary>
ref struct PlainYaml
{
    const int LongestName = 64;

    /// <summary>Each name is compared with those before it.</summary>
    const int MostFields = 64;

    readonly ReadOnlySpan<char> yaml;
    int next;
    int line;
    int indent;
    ReadOnlySpan<char> content;

    PlainYaml(ReadOnlySpan<char> yaml, int firstLine)
    {
        this.yaml = yaml;
        line = firstLine - 1;
        Advance();
    }

    /// <param name="firstLine">The line of the file on which the text starts, from 1.</param>
    /// <returns>Null if the text is not plain.</returns>
    public static MapValue? Read(string text, int firstLine)
    {
        if (HasOtherWhitespace(text))
            return null;
        var reader = new PlainYaml(text, firstLine);
        var map = reader.content.IsEmpty || reader.indent > 0 ? null : reader.Map(reader.indent, depth: 1);
        return reader.content.IsEmpty ? map : null;
    }

    /// <summary>
    /// Tabs, and everything else that YAML takes for the end of a line or ignores. One search for all of them would take longer; see
    /// <see cref="HiddenCharacters"/>.
    /// </summary>
    static bool HasOtherWhitespace(ReadOnlySpan<char> text) =>
        text.ContainsAny('\t', '\r', '\0') || text.ContainsAny('\u0085', '\uFEFF') || text.ContainsAnyInRange('\u2028', '\u2029');

    /// <summary>Moves to the next line that is neither empty nor a comment; at the end, the content is empty.</summary>
    void Advance()
    {
        while (next < yaml.Length)
        {
            var rest = yaml[next..];
            var length = rest.IndexOf('\n');
            var text = length < 0 ? rest : rest[..length];
            next += text.Length + 1;
            line++;
            var start = text.IndexOfAnyExcept(' ');
            if (start < 0 || text[start] == '#')
                continue;
            indent = start;
            content = text[start..].TrimEnd(' ');
            return;
        }

        content = [];
        indent = -1;
    }

    /// <summary>The fields from this line on that are indented like it.</summary>
    MapValue? Map(int column, int depth)
    {
        if (depth > TextLimits.FrontMatterDepth)
            return null;

        var (mapLine, fields) = (line, new List<Field>(8));
        do
        {
            var length = NameLength(content);
            if (length == 0 || fields.Count == MostFields)
                return null;
            var name = ContentFormat.NameOf(content[..length]);
            foreach (var field in fields)
            {
                if (field.Name == name)
                    return null;
            }

            var nameLine = line;
            var at = column + length + 1;
            var written = content[(length + 1)..];
            var value = written.IsEmpty ? Below(column, at, depth) : Scalar(written, at, column);
            if (value is null)
                return null;
            fields.Add(new(nameLine, column + 1, name, value));
        }
        while (!content.IsEmpty && indent == column && !IsItem(content));

        return !content.IsEmpty && indent > column ? null : new(mapLine, column + 1, fields);
    }

    /// <summary>The value below a name: a group, a list, or null.</summary>
    FieldValue? Below(int column, int at, int depth)
    {
        var nameLine = line;
        Advance();
        if (!content.IsEmpty && IsItem(content) && indent >= column)
            return List(indent, depth + 1);
        return !content.IsEmpty && indent > column ? Map(indent, depth + 1) : new ScalarValue(nameLine, at + 1, "", IsPlain: true);
    }

    ListValue? List(int column, int depth)
    {
        if (depth > TextLimits.FrontMatterDepth)
            return null;

        var (listLine, items) = (line, new List<FieldValue>(4));
        do
        {
            var at = column + 1 + content[1..].IndexOfAnyExcept(' ');
            content = content[(at - column)..];
            indent = at;
            var item = NameLength(content) > 0 ? (FieldValue?)Map(at, depth + 1) : Scalar(content, at, column);
            if (item is null)
                return null;
            items.Add(item);
        }
        while (!content.IsEmpty && indent == column && IsItem(content));

        return !content.IsEmpty && indent > column ? null : new(listLine, column + 1, items);
    }

    /// <summary>The value at the end of the line; moves past it. One that continues on further lines is not plain.</summary>
    /// <param name="at">Its index in the line; spaces before it are skipped.</param>
    ScalarValue? Scalar(ReadOnlySpan<char> written, int at, int column)
    {
        var spaces = written.IndexOfAnyExcept(' ');
        written = written[spaces..];
        at += spaces;
        var value = written[0] is '"' or '\'' ? Quoted(written, written[0], line, at + 1) : Plain(written, line, at + 1);
        Advance();
        return indent <= column ? value : null;
    }

    static bool IsItem(ReadOnlySpan<char> content) => content is ['-', ' ', ..];

    /// <summary>The length of the name in <c>name:</c> and <c>name: value</c>; 0 for anything else.</summary>
    static int NameLength(ReadOnlySpan<char> content)
    {
        var length = 0;
        while (length < content.Length && length <= LongestName && (char.IsAsciiLetterOrDigit(content[length]) || content[length] == '_'))
            length++;
        var isName = length is > 0 and <= LongestName && length < content.Length && content[length] == ':';
        return isName && (length + 1 == content.Length || content[length + 1] == ' ') ? length : 0;
    }

    static ScalarValue? Plain(ReadOnlySpan<char> written, int line, int column)
    {
        var isNumber = written[0] is '-' or '+' && written.Length > 1 && char.IsAsciiDigit(written[1]);
        if (!(char.IsLetterOrDigit(written[0]) || isNumber) || written[^1] == ':')
            return null;
        var isPlain = !written.Contains(": ", StringComparison.Ordinal) && !written.Contains(" #", StringComparison.Ordinal);
        return isPlain ? new(line, column, written.ToString(), IsPlain: true) : null;
    }

    static ScalarValue? Quoted(ReadOnlySpan<char> written, char quote, int line, int column)
    {
        var inside = written[1..];
        var end = inside.IndexOf(quote);
        if (end >= 0 && end == inside.Length - 1 && (quote == '\'' || !inside.Contains('\\')))
            return new(line, column, inside[..end].ToString(), IsPlain: false);
        return Unescaped(inside, quote) is { } text ? new(line, column, text, IsPlain: false) : null;
    }

    static string? Unescaped(ReadOnlySpan<char> inside, char quote)
    {
        var text = new StringBuilder(inside.Length);
        for (var i = 0; i < inside.Length; i++)
        {
            var next = i + 1 < inside.Length ? inside[i + 1] : '\0';
            if (inside[i] != quote && (quote == '\'' || inside[i] != '\\'))
            {
                text.Append(inside[i]);
                continue;
            }

            var isDoubled = quote == '\'' && next == quote;
            if (inside[i] == quote && !isDoubled)
                return i == inside.Length - 1 ? text.ToString() : null;
            if ((isDoubled ? quote : Escaped(next)) is not { } meant)
                return null;
            text.Append(meant);
            i++;
        }

        return null;
    }

    static char? Escaped(char letter) => letter switch
    {
        '"' or '\\' or '/' => letter,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };
}
