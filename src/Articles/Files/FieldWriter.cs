using System.Globalization;
using System.Text;
using Articles.Text;

namespace Articles.Files;

/// <summary>Writes fields as YAML, one per line. A field without a value is left out.</summary>
sealed class FieldWriter
{
    readonly StringBuilder yaml = new();
    int depth;
    bool isFirstOfEntry;

    public void Line(string line) => yaml.Append(line).Append('\n');

    public void Text(string name, string text)
    {
        if (text.Length > 0)
            Field(name, Quoted(text));
    }

    public void Date(string name, DateTimeOffset? date)
    {
        if (date is { } at)
            Field(name, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }

    public void Link(string name, Uri? link)
    {
        if (link is not null)
            Field(name, YamlText.Quoted(Encoded(link.AbsoluteUri, HtmlText.Undecorated)));
    }

    public void Number(string name, int? number)
    {
        if (number is { } value)
            Field(name, value.ToString(CultureInfo.InvariantCulture));
    }

    public void Flag(string name, bool flag) => Field(name, flag ? "true" : "false");

    /// <summary>Starts a group or a list if it has content, to be ended by <see cref="End"/>.</summary>
    public bool Begin(string name, bool hasContent)
    {
        if (!hasContent)
            return false;
        Field(name, "");
        depth++;
        return true;
    }

    /// <summary>Starts an entry of a list, with its own fields, to be ended by <see cref="End"/>.</summary>
    public void Entry()
    {
        depth++;
        isFirstOfEntry = true;
    }

    public void Item(string text) => yaml.Append(' ', depth * 2).Append("- ").Append(Quoted(text)).Append('\n');

    public void End() => depth--;

    public override string ToString() => yaml.ToString();

    void Field(string name, string value)
    {
        yaml.Append(' ', (isFirstOfEntry ? depth - 1 : depth) * 2).Append(isFirstOfEntry ? "- " : "").Append(name).Append(':');
        if (value.Length > 0)
            yaml.Append(' ').Append(value);
        yaml.Append('\n');
        isFirstOfEntry = false;
    }

    static string Quoted(string text) => YamlText.Quoted(Encoded(text, HtmlText.Decode));

    /// <summary>The reader decodes entities, and twice if there are still some, so what it would decode is encoded.</summary>
    static string Encoded(string text, Func<string, string> decode)
    {
        var encoded = text;
        for (var i = 0; i < HtmlText.Encodings && decode(encoded) != text; i++)
            encoded = encoded.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

        return encoded;
    }
}
