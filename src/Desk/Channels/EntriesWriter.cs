using System.Text;
using Articles.Files;

namespace Desk.Channels;

/// <summary>Writes a <see cref="RulesFile"/>.</summary>
static class EntriesWriter
{
    /// <summary>In characters. A longer list gets a line for each entry, so that a diff shows each change.</summary>
    const int LongestLine = 80;

    /// <summary>Of an entry's rules.</summary>
    const string Indent = "    ";

    public static string Write(IReadOnlyList<RulesEntry> entries, EntryKind kind, RuleFields rules)
    {
        var yaml = new StringBuilder(kind.Head.ReplaceLineEndings("\n")).Append(kind.List).Append(entries.Count == 0 ? ": []\n" : ":\n");
        foreach (var entry in entries)
            Write(entry, kind, rules, yaml);
        return yaml.ToString();
    }

    static void Write(RulesEntry entry, EntryKind kind, RuleFields rules, StringBuilder yaml)
    {
        var comment = YamlText.Comment(entry.Comment ?? "");
        yaml.Append($"  - {kind.Key}: {YamlText.Quoted(entry.Key)}{(comment.Length > 0 ? $" # {comment}" : "")}\n");
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
