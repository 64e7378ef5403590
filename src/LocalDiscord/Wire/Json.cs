using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalDiscord.Wire;

/// <summary>Text to JSON and back. Nodes are built and read by hand: no reflection, and no models shared with the bot.</summary>
static class Json
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">The text is not JSON, repeats a property, or contains half of a surrogate pair.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        var node = JsonNode.Parse(utf8, nodeOptions: null, Strict);
        CheckTexts(utf8);
        return node;
    }

    /// <summary>Null when the text is empty or not JSON.</summary>
    public static JsonNode? TryParse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return utf8.IsEmpty ? null : Parse(utf8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Bytes(JsonNode? node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            if (node is null)
                writer.WriteNullValue();
            else
                node.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    public static string Text(JsonNode? node) => Encoding.UTF8.GetString(Bytes(node));

    /// <summary>Half an emoji ("\ud83d") passes the parser, but throws when somebody reads the text later.</summary>
    static void CheckTexts(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text contains half of a surrogate pair.", e);
        }
    }

    /// <summary>Copies each node, since a node can have one parent only.</summary>
    public static JsonArray ArrayOf(IEnumerable<JsonNode?> nodes) => new([.. nodes.Select(node => node?.DeepClone())]);

    /// <summary>Removes fields that are null, at every depth.</summary>
    public static void RemoveNulls(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, _) in fields.Where(field => field.Value is null).ToList())
                fields.Remove(name);
        }

        foreach (var child in node is JsonArray list ? list : (node as JsonObject)?.Select(field => field.Value) ?? [])
            RemoveNulls(child);
    }

    public static JsonArray ArrayOf(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
