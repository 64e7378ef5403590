using System.Text;

namespace News.Reading;

/// <summary>Values of plain YAML: a plain text, or one in quotes, that ends with its line.</summary>
static class PlainScalar
{
    /// <summary>Null for what is not plain.</summary>
    /// <param name="written">From the value's first character to the line's last.</param>
    public static ScalarValue? Read(ReadOnlySpan<char> written, int line, int column) => written[0] switch
    {
        '"' => Quoted(written, '"', line, column),
        '\'' => Quoted(written, '\'', line, column),
        _ => Plain(written, line, column),
    };

    static ScalarValue? Plain(ReadOnlySpan<char> written, int line, int column)
    {
        var isPlain = char.IsLetterOrDigit(written[0]) || (written[0] is '-' or '+' && written.Length > 1 && char.IsAsciiDigit(written[1]));
        return isPlain && written[^1] != ':' && !written.Contains(": ", StringComparison.Ordinal) && !written.Contains(" #", StringComparison.Ordinal)
            ? new(line, column, written.ToString(), IsPlain: true)
            : null;
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
            if (quote == '"' && inside[i] == '\\')
            {
                if (Meant(next) is not { } meant)
                    return null;
                text.Append(meant);
                i++;
            }
            else if (inside[i] != quote)
            {
                text.Append(inside[i]);
            }
            else if (quote == '\'' && next == quote)
            {
                text.Append(quote);
                i++;
            }
            else
            {
                return i == inside.Length - 1 ? text.ToString() : null;
            }
        }

        return null;
    }

    static char? Meant(char escaped) => escaped switch
    {
        '"' or '\\' or '/' => escaped,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };
}
