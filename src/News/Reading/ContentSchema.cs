using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace News.Reading;

/// <summary>
/// The known fields as JSON Schema, for editors that check and complete as one types. Draft-07, which all of them know.
/// It refuses nothing that the reader takes, and can't refuse all that the reader does.
/// </summary>
static class ContentSchema
{
    const string DatePattern = @"^\s*\d{4}-\d{1,2}-\d{1,2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)? ?([Zz]|[+-]\d{2}:?\d{2})?)?\s*$";
    const string LinkPattern = @"^\s*([Hh][Tt][Tt][Pp][Ss]?:[\\/]+[^\s/\\@?#]+([/\\?#].*)?)?$";

    public static string Article { get; } = Json(ContentFormat.Article, "An article's front matter", anyOf: ["webUrl", "originalUrl"]);

    public static string Topic { get; } = Json(ContentFormat.Topic, "A topic's file");

    public static string Provider { get; } = Json(ContentFormat.ProviderFile, "A provider's file");

    static string Json(FieldGroup group, string title, params string[] anyOf)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", title);
            WriteGroup(json, group);
            if (anyOf.Length > 0)
                WriteAnyOf(json, anyOf);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    static void WriteAnyOf(Utf8JsonWriter json, string[] names)
    {
        json.WriteStartArray("anyOf");
        foreach (var name in names)
        {
            json.WriteStartObject();
            WriteStrings(json, "required", [name]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteGroup(Utf8JsonWriter json, FieldGroup group)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var field in group.Fields)
        {
            json.WriteStartObject(field.Name);
            json.WriteString("description", field.Description);
            WriteKind(json, field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (group.Fields.Where(field => field.IsRequired).Select(field => field.Name).ToList() is { Count: > 0 } required)
            WriteStrings(json, "required", required);
    }

    static void WriteKind(Utf8JsonWriter json, KnownField field)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                WriteScalar(json, field, field.IsRequired ? ["string", "number", "boolean"] : ["string", "number", "boolean", "null"], pattern: field.IsRequired ? @"\S" : null);
                break;
            case FieldKind.Date:
                WriteScalar(json, field, field.IsRequired ? ["string"] : ["string", "null"], DatePattern);
                break;
            case FieldKind.Link:
                WriteScalar(json, field, field.IsRequired ? ["string"] : ["string", "null"], LinkPattern);
                break;
            case FieldKind.Number:
                WriteScalar(json, field, ["number", "string", "null"], @"^\s*[+-]?\d+(\.\d*)?\s*$");
                break;
            case FieldKind.Flag:
                WriteScalar(json, field, ["boolean", "string", "null"], "^\\s*([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\\s*$");
                break;
            case FieldKind.Texts:
                WriteStrings(json, "type", ["array", "string", "number", "boolean", "null"]);
                json.WriteStartObject("items");
                WriteStrings(json, "type", ["string", "number", "boolean", "null"]);
                json.WriteEndObject();
                break;
            case FieldKind.Group:
                json.WriteStartArray("anyOf");
                WriteAlternatives(json, field.Group!);
                json.WriteEndArray();
                break;
            case FieldKind.Groups:
                WriteStrings(json, "type", ["array", "null"]);
                json.WriteStartObject("items");
                WriteGroup(json, field.Group!);
                json.WriteEndObject();
                break;
            default:
                break;
        }
    }

    static void WriteAlternatives(Utf8JsonWriter json, FieldGroup group)
    {
        json.WriteStartObject();
        WriteGroup(json, group);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "null");
        json.WriteEndObject();
    }

    static void WriteScalar(Utf8JsonWriter json, KnownField field, string[] types, string? pattern)
    {
        if (types is [var only])
            json.WriteString("type", only);
        else
            WriteStrings(json, "type", types);
        if (pattern is not null)
            json.WriteString("pattern", pattern);
        if (field.Example.Length > 0)
            WriteStrings(json, "examples", [field.Example.Trim('"')]);
    }

    static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
