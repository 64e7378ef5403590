namespace News.Reading;

/// <summary>The two parts of an article file: YAML between two <c>---</c> lines, then an optional Markdown body.</summary>
/// <param name="FirstLine">The file's line on which the YAML begins, from 1.</param>
readonly record struct FrontMatter(string Yaml, int FirstLine, string Body)
{
    const string Mark = "---";

    public static FrontMatter? Split(string path, string text, List<ContentProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new(path, 1, 1, $"The file is empty. Begin it with {Mark}, then title, publishedDateTime and webUrl, then {Mark}."));
            return null;
        }

        var line = 1;
        var start = 0;
        var yamlStart = -1;
        var firstLine = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan()[range].TrimEnd();
            start = range.End.GetOffset(text.Length) + 1;
            if (yamlStart < 0 && !content.IsEmpty)
            {
                if (content is not Mark)
                {
                    problems.Add(new(path, line, 1, $"There is no front matter. Begin the file with a line {Mark}, then the fields, then another line {Mark}."));
                    return null;
                }

                yamlStart = Math.Min(start, text.Length);
                firstLine = line + 1;
            }
            else if (content is Mark or "...")
            {
                var yamlEnd = range.Start.GetOffset(text.Length);
                return new(text[yamlStart..yamlEnd], firstLine, start < text.Length ? text[start..].Trim() : "");
            }

            line++;
        }

        problems.Add(new(path, firstLine - 1, 1, $"The front matter that begins here has no end. Put a line {Mark} below its last field."));
        return null;
    }
}
