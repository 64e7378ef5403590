using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Inventory;

/// <summary>The buttons, menus and fields of a message or a form: what they are and what they send, without their labels.</summary>
static partial class Components
{
    const int Row = 1, ButtonType = 2, StringMenu = 3, TextField = 4, Label = 18;
    const int LinkStyle = 5, LongStyle = 2;
    const int Private = 1 << 6;

    static readonly Dictionary<int, string> Kinds = new()
    {
        [StringMenu] = "menu", [5] = "user menu", [6] = "role menu", [7] = "mentionable menu", [8] = "channel menu",
        [19] = "file field", [21] = "radio group", [22] = "checkbox group", [23] = "checkbox",
    };

    /// <summary>A message, a form or suggestions, whichever the answer has.</summary>
    public static IEnumerable<string> Of(JsonElement answer) =>
        answer.TryGetProperty("modal", out var form) ? OfForm(form) : OfMessage(MessageOf(answer));

    /// <summary>The message of an answer, or the message itself.</summary>
    public static JsonElement MessageOf(JsonElement answer) => answer.TryGetProperty("message", out var message) ? message : answer;

    /// <summary>The custom_id in full of the one component whose custom_id reads so without its variable parts.</summary>
    public static string Find(JsonElement message, string name)
    {
        var ids = All(MessageOf(message).GetProperty("components")).Where(one => one.TryGetProperty("custom_id", out _))
            .Select(one => one.GetProperty("custom_id").GetString()!).ToList();
        return ids.FirstOrDefault(id => Name(id) == name)
            ?? throw new KeyNotFoundException($"There is no {name} among {string.Join(", ", ids.Select(Name))}.");
    }

    /// <summary>The custom_id of the last button that can be pressed.</summary>
    public static string Last(JsonElement message) => All(MessageOf(message).GetProperty("components"))
        .Last(one => one.TryGetProperty("custom_id", out _) && !Flag(one, "disabled")).GetProperty("custom_id").GetString()!;

    public static bool IsPrivate(JsonElement message) => (message.GetProperty("flags").GetInt32() & Private) != 0;

    static IEnumerable<string> OfMessage(JsonElement message)
    {
        var files = message.GetProperty("attachments").EnumerateArray()
            .Select(file => file.GetProperty("filename").GetString()!)
            .Concat(message.GetProperty("embeds").EnumerateArray().Select(FileIn).OfType<string>())
            .Select(name => $", with the file `{name}`");
        yield return $"- {(IsPrivate(message) ? "private" : "public")} message{string.Concat(files)}";
        foreach (var line in All(message.GetProperty("components")).Select(Line).OfType<string>())
            yield return $"  - {line}";
    }

    /// <summary>What an embed shows is not among the attachments.</summary>
    static string? FileIn(JsonElement embed) =>
        embed.TryGetProperty("image", out var image) && new Uri(image.GetProperty("url").GetString()!) is { IsLoopback: true } address
            ? address.Segments[^1]
            : null;

    static IEnumerable<string> OfForm(JsonElement form)
    {
        yield return $"- form `{Name(form.GetProperty("custom_id").GetString()!)}`";
        foreach (var line in All(form.GetProperty("components")).Select(Line).OfType<string>())
            yield return $"  - {line}";
    }

    static IEnumerable<JsonElement> All(JsonElement components)
    {
        foreach (var component in components.EnumerateArray())
        {
            yield return component;
            if (component.TryGetProperty("components", out var inner))
            {
                foreach (var one in All(inner))
                    yield return one;
            }

            foreach (var beside in (string[])["component", "accessory"])
            {
                if (component.TryGetProperty(beside, out var only))
                    yield return only;
            }
        }
    }

    static string? Line(JsonElement component) => component.GetProperty("type").GetInt32() switch
    {
        Row or Label => null,
        ButtonType when Number(component, "style") == LinkStyle => "link",
        ButtonType => $"button `{Id(component)}`{(Flag(component, "disabled") ? ", disabled" : "")}",
        TextField when Number(component, "style") == LongStyle => $"long {Text(component)}",
        TextField => Text(component),
        StringMenu => $"menu `{Id(component)}`, {Range(component, "values")}{Required(component)}: {Options(component)}",
        var type when Kinds.TryGetValue(type, out var kind) =>
            $"{kind} `{Id(component)}`, {Range(component, "values")}{Required(component)}",
        var type when component.TryGetProperty("custom_id", out _) => $"component of type {type} `{Id(component)}`",
        _ => null,
    };

    static string Text(JsonElement field) => $"text `{Id(field)}`, {Range(field, "length")}{Required(field)}";

    static string Id(JsonElement component) => Name(component.GetProperty("custom_id").GetString()!);

    /// <summary>Ids and page numbers differ from run to run; <c>-1</c> stands on a button that can't be pressed.</summary>
    static string Name(string customId) => Numbers().Replace(customId, "#");

    static string Range(JsonElement component, string of) => $"{Limit(component, $"min_{of}")} to {Limit(component, $"max_{of}")}";

    static string Limit(JsonElement component, string name) => Number(component, name)?.ToString(CultureInfo.InvariantCulture) ?? "…";

    static string Required(JsonElement component) =>
        component.TryGetProperty("required", out var required) ? required.GetBoolean() ? ", required" : ", optional" : "";

    static string Options(JsonElement menu) =>
        string.Join(", ", menu.GetProperty("options").EnumerateArray()
            .Select(option => $"`{Name(option.GetProperty("value").GetString()!)}`"));

    static int? Number(JsonElement component, string name) =>
        component.TryGetProperty(name, out var number) && number.ValueKind is JsonValueKind.Number ? number.GetInt32() : null;

    static bool Flag(JsonElement component, string name) => component.TryGetProperty(name, out var flag) && flag.GetBoolean();

    [GeneratedRegex("(?<![A-Za-z0-9])-?[0-9]+(?![A-Za-z0-9])")]
    private static partial Regex Numbers();
}
