using Desk.Channels;

namespace Desk.Tests.Channels;

/// <summary>docs/rules.md, written from the rules themselves.</summary>
static class RulesDocument
{
    const string Head = """
        # Rules

        Each channel has its own rules: what to post, when, and whom to ping. `/channel edit` shows and changes them on a panel in Discord,
        and every change applies at once. Without any rule, a channel gets every new story, at once and without a ping.

        `/channel export` writes the rules of all channels to a YAML file, and `/channel import` applies such a file after showing what
        would change. In YAML files, the rules have these names:

        ```yaml
        channels:
          - channel: "123456789012345678"
            topics: [energy, rail]
            least-outlets: 3
            quiet: 22:00-07:00
            pings:
              - role: Editors
                outlets: 5
              - role: Weather
                topics: [storms]
        ```

        A rule that is left out has its default. Lists are written as `[a, b]` or with one entry per line, each after `-`. Text that
        contains `:` or `#` needs double quotes. A text between slashes, such as `/flood(s|ing)/`, is a regular expression; any other text
        stands for whole words, in any case and with or without accents.

        To see why a story was or wasn't posted, use `/channel why`: it shows what every rule said about the story.
        `/channel test` shows what a channel would get right now.


        """;

    const string Notes = """
        ## Easily confused


        """;

    /// <summary>Sections of the panel, then what is easily confused.</summary>
    public static string Write(RuleFields rules) => string.Concat(
    [
        Head.ReplaceLineEndings("\n"),
        .. RuleSection.All.Select(section => Section(section, [.. rules.Where(rule => rule.Section == section)])),
        Notes.ReplaceLineEndings("\n"),
        .. rules.Where(rule => rule.Note is not null).Select(rule => $"- **`{rule.Name}`** ({rule.Label}): {rule.Note}\n"),
    ]);

    static string Section(RuleSection section, IReadOnlyList<RuleField> rules)
    {
        if (rules.Count == 0)
            return "";
        var (title, where) = section == RuleSection.Menus
            ? ("On the panel", "These have a menu of their own on the panel.")
            : (section.Title, $"On the panel, press *{section.Title} …*.");
        return $"## {title}\n\n{where}\n\n{Table(rules)}\n";
    }

    static string Table(IEnumerable<RuleField> rules) => string.Concat(
    [
        "| rule | on the panel | default | example | what it does |\n",
        "|---|---|---|---|---|\n",
        .. rules.Select(rule => $"| `{rule.Name}` | {rule.Label} | {Default(rule)} | {Examples(rule)} | {Cell(rule.Help)} |\n"),
    ]);

    static string Default(RuleField rule) => rule.Write(ChannelRules.Default) is { Length: > 0 } text ? $"`{Cell(text)}`" : "none";

    /// <summary>If there are only a few values, all of them.</summary>
    static string Examples(RuleField rule) => rule is { Choices.Count: > 0, Kind: not RuleKind.YesOrNo }
        ? string.Join(", ", rule.Choices.Select(choice => $"`{choice.Text}`"))
        : $"`{Cell(rule.Example)}`";

    /// <summary>A bar ends a cell, even within code.</summary>
    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
