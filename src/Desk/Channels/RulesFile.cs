using Articles.Files;

namespace Desk.Channels;

/// <summary>A file of rules, written for people to read and compare line by line.</summary>
static class RulesFile
{
    /// <summary>
    /// Reads what <see cref="EntriesWriter"/> or a person wrote. Any text is read with bounded work and without an exception.
    /// </summary>
    /// <param name="path">The file's name in problems.</param>
    public static EntriesReading<RulesEntry> Read(string text, string path, EntryKind kind, RuleFields rules)
    {
        var problems = new ContentProblems(path);
        var entries = Bounded(text, kind, problems) && YamlParser.Parse(text, problems, kind.File) is { } map
            ? new EntriesReader(kind, rules, problems).Read(map)
            : [];
        return new([.. entries.Select(placed => placed.Entry)], [.. entries.Select(placed => placed.Place)], problems.All());
    }

    /// <summary>Rejects text that the YAML parser could be slow at.</summary>
    static bool Bounded(string text, EntryKind kind, ContentProblems problems)
    {
        if (text.Length > RuleLimits.FileLength)
        {
            problems.Error(1, 1,
                $"The file is longer than {RuleLimits.FileLength / 1024} KB. Move some of its {kind.List} to another file.");
        }
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

/// <param name="Key">The id of a channel, or the name of a preset.</param>
/// <param name="Comment">Written after the key; null in what is read.</param>
sealed record RulesEntry(string Key, string? Comment, ChannelRules Rules);

/// <param name="Entries">Those without errors, in the file's order.</param>
/// <param name="Places">Where the key of each entry is written, for errors that are found later.</param>
/// <param name="Problems">In the file's order. Don't import a file that has any.</param>
public sealed record EntriesReading<T>(
    IReadOnlyList<T> Entries,
    IReadOnlyList<TextPlace> Places,
    IReadOnlyList<ContentProblem> Problems);
