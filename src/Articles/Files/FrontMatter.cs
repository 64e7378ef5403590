using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Articles.Text;

namespace Articles.Files;

/// <summary>A content file in its two parts: YAML between two <c>---</c> lines, then an optional Markdown body.</summary>
/// <param name="FirstLine">The line of the file on which the YAML starts, from 1.</param>
readonly record struct FrontMatter(string Yaml, int FirstLine, string Body)
{
    const string Mark = "---";

    static readonly SearchValues<char> Openers = SearchValues.Create('[', '{');

    /// <summary>A file with front matter; null if it can't be read, which is then reported.</summary>
    public static FrontMatter? Split(ReadOnlySpan<byte> bytes, ContentProblems problems) =>
        Decode(bytes, problems) is { } text && Split(text, problems) is { } parts && IsBounded(parts, problems) ? parts : null;

    /// <summary>A file that is YAML from top to bottom; null if it can't be read, which is then reported.</summary>
    public static FrontMatter? Whole(ReadOnlySpan<byte> bytes, ContentProblems problems) =>
        Decode(bytes, problems) is { } text && new FrontMatter(text, FirstLine: 1, Body: "") is var all && IsBounded(all, problems)
            ? all
            : null;

    /// <summary>The fields; null if they are not valid YAML, which is then reported.</summary>
    public MapValue? Parse(ContentProblems problems) =>
        PlainYaml.Read(Yaml, FirstLine) ?? YamlParser.Parse(Yaml, problems, YamlKind.FrontMatter, FirstLine);

    /// <summary>With \n line endings and without <see cref="HiddenCharacters"/>.</summary>
    static string? Decode(ReadOnlySpan<byte> bytes, ContentProblems problems)
    {
        if (bytes.Length > TextLimits.FileBytes)
        {
            var limit = TextLimits.FileBytes / 1024 / 1024;
            problems.Error(1, 1, $"The file is larger than {limit} MB. Store pictures and long documents elsewhere and link to them.");
            return null;
        }

        if (IsUtf16(bytes))
        {
            problems.Error(1, 1, "The file is encoded as UTF-16. Save it as UTF-8.");
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];

        var room = ArrayPool<char>.Shared.Rent(bytes.Length);
        var status = Utf8.ToUtf16(bytes, room, out var read, out var written, replaceInvalidSequences: false);
        var text = new string(room, 0, written);
        ArrayPool<char>.Shared.Return(room);
        if (status is OperationStatus.Done)
            return WithoutHidden(text, problems);

        var (line, column) = Place(text, text.Length, firstLine: 1);
        problems.Error(line, column, $"The byte 0x{bytes[read]:X2} is not valid UTF-8. Save the file as UTF-8.");
        return null;
    }

    static string WithoutHidden(string text, ContentProblems problems)
    {
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var visible = HiddenCharacters.Remove(text, out var removed);
        if (removed is { } at)
        {
            var (line, column) = Place(text, at, firstLine: 1);
            problems.Warning(line, column, $"There is an invisible character here, U+{(int)text[at]:X4}, which is not shown. Delete it.");
        }

        return visible;
    }

    static FrontMatter? Split(string text, ContentProblems problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            // A pipe, socket or device is never opened, and so looks empty, too.
            var what = text.Length == 0 ? "The file is empty, or it isn't a regular file." : "The file is empty.";
            problems.Error(1, 1, $"{what} Start it with {Mark}, then title, publishedDateTime, and webUrl, then {Mark}.");
            return null;
        }

        var line = 1;
        var yamlStart = -1;
        var firstLine = 0;
        for (var start = 0; start < text.Length; line++)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var next = length < 0 ? text.Length : start + length + 1;
            var content = text.AsSpan(start, next - start).TrimEnd();
            if (yamlStart < 0 && !content.IsEmpty)
            {
                if (content is not Mark)
                {
                    problems.Error(line, 1, NoMark(content));
                    return null;
                }

                yamlStart = next;
                firstLine = line + 1;
            }
            else if (content is Mark or "...")
            {
                return new(text[yamlStart..start], firstLine, text.AsSpan(next).Trim().ToString());
            }

            start = next;
        }

        problems.Error(firstLine - 1, 1, $"The front matter that starts here never ends. Add a {Mark} line after its last field.");
        return null;
    }

    /// <summary>Front matter in the languages of other programs is called by its name.</summary>
    static string NoMark(ReadOnlySpan<char> line)
    {
        var language = line.StartsWith("+++") || line.StartsWith("---toml", StringComparison.OrdinalIgnoreCase) ? "TOML"
            : line.StartsWith(";;;") || line.StartsWith("{") || line.StartsWith("---json", StringComparison.OrdinalIgnoreCase) ? "JSON"
            : null;
        return language is null
            ? $"There is no front matter. Start the file with a {Mark} line, then the fields, then another {Mark} line."
            : $"This front matter is {language}. "
                + $"Write it as YAML: a {Mark} line, then one field per line, such as title: \"…\", then another {Mark} line.";
    }

    /// <summary>YAML's scanner is slow on some texts, so these are refused before it sees them.</summary>
    static bool IsBounded(FrontMatter matter, ContentProblems problems)
    {
        var yaml = matter.Yaml;
        if (yaml.Length > TextLimits.FrontMatterLength)
        {
            problems.Error(matter.FirstLine, 1,
                $"The fields are longer than {TextLimits.FrontMatterLength / 1024} KB in total. Move long text below the front matter.");
            return false;
        }

        var brackets = 0;
        for (var at = Next(yaml, 0); at >= 0; at = Next(yaml, at + 1))
        {
            if (++brackets <= TextLimits.FrontMatterBrackets)
                continue;
            var (line, column) = Place(yaml, at, matter.FirstLine);
            problems.Error(line, column,
                $"There are more than {TextLimits.FrontMatterBrackets} brackets [ and {{ before this point. "
                + "No field needs nested lists; write one field per line.");
            return false;
        }

        return true;
    }

    static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Openers) is >= 0 and var at ? from + at : -1;

    /// <summary>By its byte order mark, or by the zeros between Latin letters.</summary>
    static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'-', 0, (byte)'-', 0, ..] or [0, (byte)'-', 0, (byte)'-', ..];

    static (int Line, int Column) Place(string text, int at, int firstLine)
    {
        var before = text.AsSpan(0, at);
        return (firstLine + before.Count('\n'), at - before.LastIndexOf('\n'));
    }
}
