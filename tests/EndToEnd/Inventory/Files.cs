using System.Text.Json;
using Shared;

namespace EndToEnd.Tests.Inventory;

/// <summary>What people write into files: settings, rules, articles, topics and providers.</summary>
static class Files
{
    /// <summary>Every rule, none as it is by default.</summary>
    const string Rules = """
        channels:
          - channel: "1214128805157797889"
            topics: [energy, rail]
            providers: [gazette.example]
            not-providers: [tabloid.example]
            words: [flood, "/evacuat(e|ion)/"]
            not-words: [horoscope]
            types: [article]
            least-quality: 50
            least-heat: 500
            least-outlets: 3
            mode: weekly
            digest-at: 10:30
            digest-on: friday
            time-zone: Europe/Berlin
            quiet: 22:00-07:00
            most-per-hour: 6
            hold-back: 10 minutes
            too-old-after: 3 days
            silent: yes
            thread: yes
            ping-cool-down: 2 hours
            pings:
              - role: "123456789012345678"
                topics: [harbour]
                outlets: 5
                heat: 2000
            tags:
              storms: Weather
            withdrawn: delete
            language: de

        """;

    static readonly string[] ChoiceKeys = ["anyOf", "oneOf"];

    /// <summary>The rules as they are exported again, keys and values.</summary>
    public static async Task<string> RulesAsync(TemporaryFolder folder)
    {
        folder.Write("rules/rules.yaml", Rules);
        Directory.CreateDirectory(folder.File("rules/content"));
        await CommandLine.RunAsync(folder.File("rules"), "list", "--database", "news.db");
        var (imported, _, errors) = await CommandLine.RunAsync(folder.File("rules"), "channels", "import", "rules.yaml");
        Assert.True(imported == 0, errors);
        var (_, exported, _) = await CommandLine.RunAsync(folder.File("rules"), "channels", "export");
        return string.Join('\n', exported.Split('\n').Where(line => !line.TrimStart().StartsWith('#'))).Trim();
    }

    /// <summary>The keys of the example with their defaults, and those of which a bad value or a bad neighbor is told.</summary>
    public static async Task<IReadOnlyList<string>> SettingsAsync(TemporaryFolder folder)
    {
        using var example = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "appsettings.example.json"), TestContext.Current.CancellationToken),
            new() { CommentHandling = JsonCommentHandling.Skip });
        var keys = Keys(example.RootElement, "").ToList();
        folder.Write("settings/appsettings.json", JsonSerializer.Serialize(keys.ToDictionary(key => key.Path, _ => "not a value")));
        var (exitCode, _, badValues) = await CommandLine.RunAsync(folder.File("settings"), "run");
        var sections = keys.Select(key => key.Path[..key.Path.LastIndexOf(':')]).Distinct().ToList();
        var unknownKeys = sections.Select(section => $"{section}:Nonsense").ToList();
        var withUnknown = unknownKeys.Append("Channels:0:Channel").ToDictionary(path => path, _ => "1");
        folder.Write("unknown/appsettings.json", JsonSerializer.Serialize(withUnknown));
        var (unknownExitCode, _, unknown) = await CommandLine.RunAsync(folder.File("unknown"), "run");
        return
        [
            .. keys.Select(key => $"- `{key.Path}`, by default {key.Value}{(IsIn(badValues, key.Path) ? "; a bad value is named" : "")}"),
            $"- with bad values it exits with {exitCode}",
            .. unknownKeys.Where(key => IsIn(unknown, key)).Select(key => $"- `{key}` is named as unknown"),
            $"- with unknown keys it exits with {unknownExitCode}",
        ];
    }

    /// <summary>The keys that the schemas in the content folder know, by file.</summary>
    public static IEnumerable<string> Schemas()
    {
        var content = Path.Combine(Checkout.Root, "content");
        foreach (var file in Directory.EnumerateFiles(content, "*.schema.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var schema = JsonDocument.Parse(File.ReadAllText(file));
            yield return $"- `{Path.GetRelativePath(content, file)}`{AnyOf(schema.RootElement)}";
            foreach (var line in Properties(schema.RootElement, "  "))
                yield return line;
        }
    }

    static bool IsIn(string text, string key) => text.Contains(key, StringComparison.Ordinal);

    static IEnumerable<(string Path, string Value)> Keys(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .SelectMany(one => Keys(one.Value, path.Length == 0 ? one.Name : $"{path}:{one.Name}")),
        JsonValueKind.Array when value.GetArrayLength() > 0 => value.EnumerateArray().SelectMany((one, i) => Keys(one, $"{path}:{i}")),
        _ => [(path, value.GetRawText())],
    };

    static IEnumerable<string> Properties(JsonElement schema, string indent)
    {
        foreach (var alternative in Alternatives(schema).Where(one => one.TryGetProperty("properties", out _)))
        {
            var required = Required(alternative).ToHashSet();
            foreach (var property in alternative.GetProperty("properties").EnumerateObject())
            {
                var isRequired = required.Contains(property.Name) ? ", required" : "";
                yield return $"{indent}- `{property.Name}`, {Types(property.Value)}{isRequired}{AnyOf(property.Value)}";
                foreach (var line in Properties(property.Value, indent + "  "))
                    yield return line;
            }
        }
    }

    /// <summary>A schema, those that may stand in its place, and those of a list's items.</summary>
    static IEnumerable<JsonElement> Alternatives(JsonElement schema) =>
    [
        schema,
        .. Choices(schema).SelectMany(Alternatives),
        .. schema.TryGetProperty("items", out var items) && items.ValueKind is JsonValueKind.Object ? Alternatives(items) : [],
    ];

    static string Types(JsonElement schema)
    {
        var types = Choices(schema).Prepend(schema).SelectMany(one => one.TryGetProperty("type", out var type)
            ? type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!]
            : []).Distinct().ToList();
        return types is [] ? "anything" : string.Join(" or ", types);
    }

    static IEnumerable<JsonElement> Choices(JsonElement schema) =>
        ChoiceKeys.Where(name => schema.TryGetProperty(name, out _))
            .SelectMany(name => schema.GetProperty(name).EnumerateArray());

    /// <summary>Where one of some keys is enough.</summary>
    static string AnyOf(JsonElement schema) =>
        Choices(schema).ToList() is var choices
        && choices.All(one => !one.TryGetProperty("properties", out _))
        && choices.SelectMany(Required).ToList() is [_, ..] names
            ? $", one of {string.Join(", ", names.Select(name => $"`{name}`"))} required"
            : "";

    static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
}
