using System.Text;
using News.Reading;

namespace News.Rules;

/// <summary>Writes a <see cref="ChannelsFile"/>.</summary>
static class ChannelsWriter
{
    const string Head = """
        # The channels that get news, and the rules of each: what is posted there, when, and how loud.
        # Keep this file in git to see who changed which rule and why, to go back, or to move to another server; then import it.
        # Only rules that are not as they begin are written. README.md tells all of them in its part for moderators.

        """;

    /// <summary>In characters: a longer list gets a line for each entry, so that changes are told line by line.</summary>
    const int LongestLine = 80;

    public static string Write(IReadOnlyList<ChannelEntry> entries)
    {
        var yaml = new StringBuilder(Head.ReplaceLineEndings("\n")).Append(entries.Count == 0 ? "channels: []\n" : "channels:\n");
        foreach (var entry in entries)
            Write(entry, yaml);
        return yaml.ToString();
    }

    static void Write(ChannelEntry entry, StringBuilder yaml)
    {
        yaml.Append("  - channel: ").Append(YamlText.Quoted(entry.Channel)).Append(YamlText.Comment(entry.Name ?? "") is { Length: > 0 } name ? $" # {name}" : "").Append('\n');
        foreach (var field in RuleFields.All.Where(field => !field.IsDefault(entry.Rules)))
            yaml.Append("    ").Append(field.Name).Append(':').Append(Value(field, entry.Rules)).Append('\n');
    }

    static string Value(RuleField field, ChannelRules rules) => field.Kind switch
    {
        RuleKind.List => List(field, rules),
        RuleKind.Number or RuleKind.YesOrNo => $" {field.Write(rules)}",
        _ => $" {YamlText.Written(field.Write(rules))}",
    };

    static string List(RuleField field, ChannelRules rules)
    {
        var items = field.Items(rules).Select(YamlText.Written).ToList();
        var line = $" [{string.Join(", ", items)}]";
        return 4 + field.Name.Length + 1 + line.Length <= LongestLine ? line : string.Concat(items.Select(item => $"\n      - {item}"));
    }
}
