using Articles.Files;

namespace Desk.Channels;

/// <summary>The file in which moderators keep the rules of their channels, written for people to read and compare line by line.</summary>
public static class ChannelsFile
{
    /// <summary>
    /// YAML without the rules that have their default value. It reads back as the same entries, names aside,
    /// up to <see cref="RuleLimits.Channels"/> channels and <see cref="RuleLimits.FileLength"/> characters.
    /// </summary>
    public static string Write(IReadOnlyList<ChannelEntry> entries, RuleFields? rules = null) =>
        ChannelsWriter.Write(entries, rules ?? RuleFields.All);

    /// <summary>Reads what <see cref="Write"/> or a person wrote. Any text is read with bounded work and without an exception.</summary>
    /// <param name="path">The file's name in problems.</param>
    public static ChannelsReading Read(string text, string path, RuleFields? rules = null)
    {
        var problems = new ContentProblems(path);
        var entries = Bounded(text, problems) && YamlParser.Parse(text, problems, ChannelsReader.Kind) is { } map
            ? new ChannelsReader(rules ?? RuleFields.All, problems).Read(map)
            : [];
        return new([.. entries.Select(placed => placed.Entry)], [.. entries.Select(placed => placed.Place)], problems.All());
    }

    /// <summary>Rejects text that the YAML parser could be slow at.</summary>
    static bool Bounded(string text, ContentProblems problems)
    {
        if (text.Length > RuleLimits.FileLength)
            problems.Error(1, 1, $"The file is longer than {RuleLimits.FileLength / 1024} KB. Move some of its channels to another file.");
        else if (text.AsSpan().Count('[') + text.AsSpan().Count('{') > RuleLimits.FileBrackets)
        {
            problems.Error(1, 1,
                $"The file has more than {RuleLimits.FileBrackets} brackets [ and {{. Write each entry of a list on a line, after -");
        }
        else
            ReportTabs(text, problems);
        return !problems.HaveErrors;
    }

    /// <summary>The YAML parser doesn't say where a tab indents a line.</summary>
    static void ReportTabs(string text, ContentProblems problems)
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

/// <param name="Entries">The channels without errors, in the file's order.</param>
/// <param name="Places">Where each entry's channel is written, for errors that are found later.</param>
/// <param name="Problems">In the file's order. Don't import a file that has any.</param>
public sealed record ChannelsReading(
    IReadOnlyList<ChannelEntry> Entries,
    IReadOnlyList<TextPlace> Places,
    IReadOnlyList<ContentProblem> Problems);
