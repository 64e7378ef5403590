using System.Globalization;
using System.Text;

namespace News.Reading;

/// <summary>Writes fields as YAML, one a line. A field without a value is left out.</summary>
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
            Field(name, YamlText.Quoted(link.AbsoluteUri));
    }

    public void Number(string name, int? number)
    {
        if (number is { } value)
            Field(name, value.ToString(CultureInfo.InvariantCulture));
    }

    public void Flag(string name, bool flag) => Field(name, flag ? "true" : "false");

    /// <summary>Begins a group or a list where there is something to write in it, to be ended by <see cref="Ends"/>.</summary>
    public bool Begins(string name, bool hasContent)
    {
        if (!hasContent)
            return false;
        Field(name, "");
        depth++;
        return true;
    }

    /// <summary>Begins an entry with fields of its own in a list, to be ended by <see cref="Ends"/>.</summary>
    public void Entry()
    {
        depth++;
        isFirstOfEntry = true;
    }

    public void Item(string text) => yaml.Append(' ', depth * 2).Append("- ").Append(Quoted(text)).Append('\n');

    public void Ends() => depth--;

    public override string ToString() => yaml.ToString();

    void Field(string name, string value)
    {
        yaml.Append(' ', (isFirstOfEntry ? depth - 1 : depth) * 2).Append(isFirstOfEntry ? "- " : "").Append(name).Append(':');
        if (value.Length > 0)
            yaml.Append(' ').Append(value);
        yaml.Append('\n');
        isFirstOfEntry = false;
    }

    /// <summary>Text that reads back as itself: the reader takes text for HTML, so what would be decoded is encoded.</summary>
    static string Quoted(string text) => YamlText.Quoted(HtmlText.Decode(text) == text
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
}
