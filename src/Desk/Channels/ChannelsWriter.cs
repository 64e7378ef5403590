using System.Text;
using Articles.Files;

namespace Desk.Channels;

/// <summary>Writes a <see cref="ChannelsFile"/>.</summary>
static class ChannelsWriter
{
    const string Head = """
        # The channels that get news, and their rules: what to post, when, and whom to notify.
        # Keep this file in git to see who changed what and to undo it, or import it on another server.
        # Rules that have their default value are left out. docs/rules.md explains all of them.

        """;

    /// <summary>In characters. A longer list gets a line for each entry, so that a diff shows each change.</summary>
    const int LongestLine = 80;

    /// <summary>Of an entry's rules.</summary>
    const string Indent = "    ";

    public static string Write(IReadOnlyList<ChannelEntry> entries, RuleFields rules)
    {
        var yaml = new StringBuilder(Head.ReplaceLineEndings("\n")).Append(entries.Count == 0 ? "channels: []\n" : "channels:\n");
        foreach (var entry in entries)
            Write(entry, rules, yaml);
        return yaml.ToString();
    }

    static void Write(ChannelEntry entry, RuleFields rules, StringBuilder yaml)
    {
        var name = YamlText.Comment(entry.Name ?? "");
        yaml.Append("  - channel: ").Append(YamlText.Quoted(entry.Channel)).Append(name.Length > 0 ? $" # {name}" : "").Append('\n');
        foreach (var field in rules.Where(field => !field.IsDefault(entry.Rules)))
            yaml.Append(Indent).Append(Line(field, entry.Rules, Indent)).Append('\n');
    }

    /// <param name="indent">Of the line.</param>
    static string Line(RuleField field, ChannelRules rules, string indent) => $"{field.Name}:{Value(field, rules, indent)}";

    static string Value(RuleField field, ChannelRules rules, string indent) => field switch
    {
        ListRule { Parts: { } parts } list => string.Concat(list.Items(rules).Select(item => Item(parts, item, indent + "    "))),
        ListRule { IsMap: true } list => Map(list, rules, indent),
        ListRule list => List(list, rules, indent),
        { Kind: RuleKind.Number or RuleKind.YesOrNo } => $" {field.Write(rules)}",
        _ => $" {YamlText.Written(field.Write(rules))}",
    };

    static string Item(RuleFields parts, string item, string indent)
    {
        var read = ItemText.Read(parts, item, out _)!;
        var lines = parts.Where(part => !part.IsDefault(read)).Select(part => Line(part, read, indent));
        return $"\n{indent[..^2]}- {string.Join($"\n{indent}", lines)}";
    }

    /// <summary>A name with several values has them in brackets.</summary>
    static string Map(ListRule field, ChannelRules rules, string indent) => string.Concat(field.Items(rules)
        .Select(item => item.Split(": ", 2))
        .GroupBy(pair => pair[0], pair => YamlText.Written(pair[1]))
        .Select(pair => $"\n{indent}  {YamlText.Written(pair.Key)}: {Values([.. pair])}"));

    static string Values(IReadOnlyList<string> values) => values is [var only] ? only : $"[{string.Join(", ", values)}]";

    static string List(ListRule field, ChannelRules rules, string indent)
    {
        var items = field.Items(rules).Select(YamlText.Written).ToList();
        var line = $" [{string.Join(", ", items)}]";
        return indent.Length + field.Name.Length + 1 + line.Length <= LongestLine
            ? line
            : string.Concat(items.Select(item => $"\n{indent}  - {item}"));
    }
}
