using System.Buffers;

namespace News.Reading;

/// <summary>The two parts of an article file: YAML between two <c>---</c> lines, then an optional Markdown body.</summary>
/// <param name="FirstLine">The file's line on which the YAML begins, from 1.</param>
readonly record struct FrontMatter(string Yaml, int FirstLine, string Body)
{
    const string Mark = "---";

    static readonly SearchValues<char> Openers = SearchValues.Create('[', '{');

    /// <summary>The front matter of a file that is YAML from top to bottom.</summary>
    public static FrontMatter? Whole(string text, ContentProblems problems) => Bounded(new(text, FirstLine: 1, Body: ""), problems);

    public static FrontMatter? Split(string text, ContentProblems problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Error(1, 1, $"The file is empty. Begin it with {Mark}, then title, publishedDateTime and webUrl, then {Mark}.");
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
                    problems.Error(line, 1, $"There is no front matter. Begin the file with a line {Mark}, then the fields, then another line {Mark}.");
                    return null;
                }

                yamlStart = next;
                firstLine = line + 1;
            }
            else if (content is Mark or "...")
            {
                return Bounded(new(text[yamlStart..start], firstLine, text.AsSpan(next).Trim().ToString()), problems);
            }

            start = next;
        }

        problems.Error(firstLine - 1, 1, $"The front matter that begins here has no end. Put a line {Mark} below its last field.");
        return null;
    }

    /// <summary>What YAML's scanner could take long over is refused before it sees it.</summary>
    static FrontMatter? Bounded(FrontMatter matter, ContentProblems problems)
    {
        if (matter.Yaml.Length > ContentLimits.FrontMatterLength)
        {
            problems.Error(matter.FirstLine, 1, $"The fields are longer than {ContentLimits.FrontMatterLength / 1024} KB together. Put long texts below the front matter.");
            return null;
        }

        var brackets = 0;
        for (var at = Next(matter.Yaml, 0); at >= 0; at = Next(matter.Yaml, at + 1))
        {
            if (++brackets <= ContentLimits.FrontMatterBrackets)
                continue;
            var before = matter.Yaml.AsSpan(0, at);
            problems.Error(
                matter.FirstLine + before.Count('\n'), at - before.LastIndexOf('\n'),
                $"There are more than {ContentLimits.FrontMatterBrackets} brackets [ and {{ above this place. No field needs lists within lists; write one field a line.");
            return null;
        }

        return matter;
    }

    static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Openers) is >= 0 and var at ? from + at : -1;
}
