using System.Text;

namespace Desk.Channels;

/// <summary>
/// Several items in one text, separated by commas or on lines of their own.
/// An item that would not read back as itself is put in double quotes; a double quote within is doubled. An expression keeps its commas.
/// </summary>
static class ListText
{
    public static string Join(IEnumerable<string> items) => string.Join(", ", items.Select(Written));

    public static IReadOnlyList<string> Split(string text)
    {
        var items = new List<string>();
        var hopeless = 0;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == ',')
            {
                at++;
                continue;
            }

            var item = text[at] switch
            {
                '"' => Quoted(text, ref at),
                '/' when at >= hopeless => Expression(text, ref at, ref hopeless),
                _ => Plain(text, ref at),
            };
            if (item.Length > 0)
                items.Add(item);
        }

        return items;
    }

    static string Written(string item)
    {
        // An opening slash without a closing one would find one in the next item.
        var isPlain = Split(item) is [var alone]
            && alone == item
            && item[0] != '"'
            && (item[0] != '/' || (item.Length > 1 && item[^1] == '/'));
        return isPlain ? item : $"\"{item.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Plain(string text, ref int at)
    {
        var end = EndFrom(text, at);
        var item = text[at..end].Trim();
        at = end;
        return item;
    }

    /// <summary>An expression ends at a slash before a comma, the end of a line or the end of the text.</summary>
    /// <param name="hopeless">No slash before this position closes an expression.</param>
    static string Expression(string text, ref int at, ref int hopeless)
    {
        var end = at + 1;
        for (; end < text.Length && text[end] is not ('\n' or '\r'); end++)
        {
            if (text[end] != '/')
                continue;
            var rest = text.AsSpan(end + 1).TrimStart(' ');
            if (!(rest.IsEmpty || rest[0] is ',' or '\n' or '\r'))
                continue;
            var item = text[at..(end + 1)];
            at = end + 1;
            return item;
        }

        hopeless = end;
        return Plain(text, ref at);
    }

    static string Quoted(string text, ref int at)
    {
        var item = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
                item.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                item.Append(text[++at]);
            else
                break;
        }

        // Text between the closing quote and the next comma belongs to this item.
        var rest = Math.Min(at + 1, text.Length);
        at = EndFrom(text, rest);
        return item.Append(text[rest..at].TrimEnd()).ToString();
    }

    static int EndFrom(string text, int at) =>
        text.AsSpan(at).IndexOfAny(',', '\n', '\r') is >= 0 and var length ? at + length : text.Length;
}
