using System.Text.Json.Nodes;

namespace LocalDiscord.Wire;

/// <summary>Reads a field as the type that the documentation gives it; null when it is absent, null or of another type.</summary>
static class JsonReading
{
    public static string? Text(this JsonObject from, string name) => from[name].AsText();

    /// <summary>An id or a name; an id may be a number.</summary>
    public static string? IdOrName(this JsonObject from, string name) => from.Text(name) ?? Snowflakes.Text(from[name]);

    public static IEnumerable<string> IdsOrNames(this JsonObject from, string name) =>
        from.List(name).Select(one => one.AsText() ?? Snowflakes.Text(one)).OfType<string>();

    public static long? Whole(this JsonObject from, string name) => from[name].AsWhole();

    public static bool Flag(this JsonObject from, string name) =>
        from[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public static JsonObject? Object(this JsonObject from, string name) => from[name] as JsonObject;

    public static IEnumerable<JsonNode?> List(this JsonObject from, string name) => from[name] as JsonArray ?? [];

    public static IEnumerable<JsonObject> Objects(this JsonObject from, string name) => from.List(name).OfType<JsonObject>();

    public static IEnumerable<string> Texts(this JsonObject from, string name) => from.List(name).Select(AsText).OfType<string>();

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static long? AsWhole(this JsonNode? node) => node switch
    {
        // A value created in code converts to its own type only; a parsed one to any type that fits.
        JsonValue value when value.TryGetValue<long>(out var whole) => whole,
        JsonValue value when value.TryGetValue<int>(out var whole) => whole,
        _ => null,
    };

    public static double? AsNumber(this JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<double>(out var number) => number,
        _ => node.AsWhole(),
    };

    public static bool AsBoolean(this JsonNode? node, out bool flag)
    {
        flag = false;
        return node is JsonValue value && value.TryGetValue(out flag);
    }

    public static JsonObject Copy(this JsonObject original) => (JsonObject)original.DeepClone();
}
