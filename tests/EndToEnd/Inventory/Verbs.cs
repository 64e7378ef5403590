using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests.Inventory;

/// <summary>The verbs of the command line with what they take, and what their exit codes say.</summary>
static partial class Verbs
{
    const string Good = "---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://gazette.example/boat\ntopics: [Harbour]\n---\n";
    const string Broken = "---\ntitle: Crane\npublishedDateTime: tomorow\nwebUrl: https://gazette.example/crane\n---\n";
    const string Doubtful = "---\ntitle: Ferry\npublishedDateTime: 2026-08-14\nwebUrl: http://gazette.example/ferry\n---\n";

    /// <summary>In folders with a good article, with a broken one too, with a doubtful one too, and with none.</summary>
    static readonly (string Folder, string[] Arguments)[] Situations =
    [
        ("good", ["--version"]),
        ("good", ["nonsense"]),
        ("good", ["list", "--nonsense"]),
        ("good", ["check"]),
        ("good", ["check", "--strict"]),
        ("broken", ["check"]),
        ("doubtful", ["check"]),
        ("doubtful", ["check", "--strict"]),
        ("good", ["check", "--format", "github"]),
        ("good", ["check", "--format", "json"]),
        ("good", ["check", "--format", "nonsense"]),
        ("good", ["check", "absent"]),
        ("empty", ["check"]),
        ("good", ["preview", "content/good.md"]),
        ("good", ["preview", "content/good.md", "--json"]),
        ("broken", ["preview", "content/broken.md"]),
        ("good", ["preview", "content/absent.md"]),
        ("good", ["list"]),
        ("good", ["list", "--json"]),
        ("good", ["list", "--topic", "Harbour"]),
        ("good", ["list", "--topic", "Nonsense"]),
        ("good", ["list", "--provider", "Nonsense"]),
        ("empty", ["list"]),
        ("good", ["try", "/latest"]),
        ("good", ["try", "/latest", "--json"]),
        ("good", ["try", "/nonsense"]),
        ("good", ["try", "/latest count:99"]),
        ("good", ["try", "/channel list"]),
        ("good", ["try", "/channel list", "--as", "moderator"]),
        ("good", ["try", "/latest", "--as", "nobody"]),
        ("new", ["new", "A seal", "--url", "https://gazette.example/seal"]),
        ("new", ["new", "A seal"]),
        ("new", ["new", "A seal", "--url", "nonsense"]),
        ("empty", ["new", "A seal", "--url", "https://gazette.example/seal"]),
        ("good", ["status"]),
        ("good", ["channels", "export"]),
        ("good", ["channels", "import", "absent.yaml"]),
        ("kept", ["status"]),
        ("kept", ["status", "--watch", "0"]),
        ("kept", ["channels", "export"]),
        ("kept", ["channels", "import", "rules.yaml"]),
        ("kept", ["channels", "import", "mistaken.yaml"]),
        ("kept", ["channels", "import", "absent.yaml"]),
        ("unset", ["run"]),
        ("unset", ["check"]),
        ("unset", ["list"]),
        ("unset", ["status"]),
    ];

    static readonly (string Folder, string[] Arguments)[] Printing =
    [
        ("broken", ["check", "--format", "json"]),
        ("good", ["list", "--json"]),
    ];

    public static async Task<IReadOnlyList<string>> OptionsAsync(string folder)
    {
        var lines = new List<string>();
        await AddAsync(folder, [], lines);
        return lines;
    }

    public static async Task<IReadOnlyList<string>> ExitCodesAsync(TemporaryFolder folder)
    {
        foreach (var name in new[] { "good", "broken", "doubtful", "new", "kept", "unset" })
            folder.Write($"{name}/content/good.md", Good);
        Directory.CreateDirectory(folder.File("empty"));
        folder.Write("broken/content/broken.md", Broken);
        folder.Write("doubtful/content/doubtful.md", Doubtful);
        folder.Write("kept/rules.yaml", "channels:\n  - channel: \"1214128805157797889\"\n    least-outlets: 2\n");
        folder.Write("kept/mistaken.yaml", "channels:\n  - channel: \"1214128805157797889\"\n    least-outlets: two\n");
        folder.Write("unset/appsettings.json", """{ "Content": { "LookEvery": "nonsense" } }""");
        await CommandLine.RunAsync(folder.File("kept"), "list", "--database", "news.db");

        var lines = new List<string>();
        foreach (var (name, arguments) in Situations)
        {
            var (exitCode, _, _) = await CommandLine.RunAsync(folder.File(name), arguments);
            lines.Add($"- {name}: `{Typed(arguments)}` exits with {exitCode}");
        }

        return lines;
    }

    /// <summary>The keys of what scripts read. The folders are those of the exit codes.</summary>
    public static async Task<IReadOnlyList<string>> JsonAsync(TemporaryFolder folder)
    {
        var lines = new List<string>();
        foreach (var (name, arguments) in Printing)
        {
            var (_, output, _) = await CommandLine.RunAsync(folder.File(name), arguments);
            using var json = JsonDocument.Parse(output);
            lines.Add($"- `{Typed(arguments)}`: {Shape(json.RootElement)}");
        }

        return lines;
    }

    /// <summary>Keys without values, and of a list its first item.</summary>
    static string Shape(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", json.EnumerateObject().Select(one => $"{one.Name}: {Shape(one.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Concat(json.EnumerateArray().Take(1).Select(Shape))}]",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>A verb's own help, and then that of each verb below it.</summary>
    static async Task AddAsync(string folder, string[] verb, List<string> lines)
    {
        var (exitCode, help, _) = await CommandLine.RunAsync(folder, [.. verb, "--help"]);
        Assert.Equal(0, exitCode);
        lines.Add($"- {(verb is [] ? "every verb, or none" : $"`{string.Join(' ', verb)}`")}");
        var section = "";
        var verbs = new List<string>();
        foreach (var line in help.Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading)
                section = heading.Groups["name"].Value;
            else if (section == "Usage" && Entry().Match(line) is { Success: true } usage)
                lines.Add($"  - as `{usage.Value.Trim().Replace(RootCommand.ExecutableName, "Bot", StringComparison.Ordinal)}`");
            else if (section is "Arguments" or "Options" && Entry().Match(line) is { Success: true } option)
                lines.Add($"  - {section[..^1].ToLowerInvariant()} `{option.Groups["what"].Value}`{Default().Match(line).Value}");
            else if (section == "Commands" && Entry().Match(line) is { Success: true } command)
                verbs.Add(command.Groups["what"].Value.Split(' ')[0]);
        }

        foreach (var next in verbs)
            await AddAsync(folder, [.. verb, next], lines);
    }

    static string Typed(IEnumerable<string> arguments) =>
        string.Join(' ', arguments.Select(argument => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument));

    [GeneratedRegex("^(?<name>[A-Z][a-z]+):$")]
    private static partial Regex Heading();

    [GeneratedRegex("^  (?<what>[^ ].*?)(?=  |$)")]
    private static partial Regex Entry();

    [GeneratedRegex(@" \[default: [^\]]+\]")]
    private static partial Regex Default();
}
