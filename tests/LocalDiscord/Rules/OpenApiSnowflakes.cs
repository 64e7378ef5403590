using System.Text.Json.Nodes;

namespace LocalDiscord.Tests.Rules;

/// <summary>Where the requests of Discord's OpenAPI document have ids.</summary>
sealed class OpenApiSnowflakes(JsonNode document)
{
    const string Schemas = "#/components/schemas/";
    const string Snowflake = Schemas + "SnowflakeType";

    static readonly string[] Alternatives = ["oneOf", "anyOf", "allOf"];

    /// <summary>For example <c>post /channels/{channel_id}/messages.</c> and <c>allowed_mentions.users.0</c>.</summary>
    public IEnumerable<(string Route, string Field)> InRequests() =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject && operation.Value["requestBody"] is not null
        from content in operation.Value!["requestBody"]!["content"]!.AsObject()
        from field in In(content.Value!["schema"], [])
        select ($"{operation.Key} {path.Key}.{field}", field);

    IEnumerable<string> In(JsonNode? schema, IReadOnlyList<string> seen)
    {
        if (schema?["$ref"]?.ToString() is { } reference)
        {
            if (reference == Snowflake)
                return [""];
            return seen.Contains(reference)
                ? []
                : In(document["components"]!["schemas"]![reference[Schemas.Length..]], [.. seen, reference]);
        }

        var inside = Alternatives.SelectMany(name => schema?[name]?.AsArray() ?? []).SelectMany(one => In(one, seen));
        var inFields = (schema?["properties"]?.AsObject() ?? [])
            .SelectMany(field => In(field.Value, seen).Select(rest => Join(field.Key, rest)));
        var inItems = schema?["items"] is { } items ? In(items, seen).Select(rest => Join("0", rest)) : [];
        return [.. inside, .. inFields, .. inItems];
    }

    static string Join(string name, string rest) => rest.Length == 0 ? name : $"{name}.{rest}";
}
