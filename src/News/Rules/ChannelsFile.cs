using News.Reading;

namespace News.Rules;

/// <summary>The file in which moderators keep the rules of their channels: written to be read by people and compared line by line.</summary>
public static class ChannelsFile
{
    /// <summary>
    /// YAML, in which only those rules stand that are not as they begin. It reads back as the same entries, names aside,
    /// up to <see cref="RuleLimits.Channels"/> channels and <see cref="RuleLimits.FileLength"/> characters.
    /// </summary>
    public static string Write(IReadOnlyList<ChannelEntry> entries) => ChannelsWriter.Write(entries);

    /// <summary>What <see cref="Write"/> or a person wrote, with all mistakes. It throws for no text, and takes less than a second for any.</summary>
    /// <param name="path">As problems are to call the file.</param>
    public static ChannelsReading Read(string text, string path)
    {
        var problems = new ContentProblems(path);
        var entries = Bounded(text, problems) && FrontMatterParser.ParseYaml(new(text, FirstLine: 1, Body: ""), problems, ChannelsReader.Kind) is { } map
            ? new ChannelsReader(problems).Read(map)
            : [];
        return new([.. entries.Select(placed => placed.Entry)], [.. entries.Select(placed => placed.Place)], problems.All());
    }

    /// <summary>What YAML's parser could take long over is refused before it sees it.</summary>
    static bool Bounded(string text, ContentProblems problems)
    {
        if (text.Length > RuleLimits.FileLength)
            problems.Error(1, 1, $"The file is longer than {RuleLimits.FileLength / 1024} KB. Put some of its channels into another file.");
        else if (text.AsSpan().Count('[') + text.AsSpan().Count('{') > RuleLimits.FileBrackets)
            problems.Error(1, 1, $"There are more than {RuleLimits.FileBrackets} brackets [ and {{ in the file. Write one entry of a list a line, each after -");
        else
            TellTabs(text, problems);
        return !problems.HaveErrors;
    }

    /// <summary>YAML's parser tells of a tab that indents a line, but not where.</summary>
    static void TellTabs(string text, ContentProblems problems)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var indent = content[..(content.IndexOfAnyExcept(' ', '\t') is >= 0 and var start ? start : 0)];
            if (indent.IndexOf('\t') is >= 0 and var tab)
                problems.Error(line, tab + 1, "A tab indents this line. Indent it with spaces, like the line above.");
        }
    }
}

/// <param name="Entries">The channels that have no mistake, in the file's order.</param>
/// <param name="Places">Where each entry's channel stands, for what can only be found out about it elsewhere.</param>
/// <param name="Problems">In the file's order. A file with any is better imported not at all than in part.</param>
public sealed record ChannelsReading(IReadOnlyList<ChannelEntry> Entries, IReadOnlyList<TextPlace> Places, IReadOnlyList<ContentProblem> Problems);
