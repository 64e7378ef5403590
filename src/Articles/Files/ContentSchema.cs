using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Articles.Text;

namespace Articles.Files;

/// <summary>
/// The known fields as JSON Schema, for editors that check and complete as you type. It is draft-07, which all of them support. The
/// schema accepts everything that the reader accepts, but can't reject everything that the reader rejects.
/// </summary>
static class ContentSchema
{
    const string Link = @"[Hh][Tt][Tt][Pp][Ss]?(:|&#|&colon;|\uFF1A)([\\/]+[^\s/\\@?#]+([/\\?#].*)?|.*[&\uFF0F].*)";
    const string LinkPattern = $@"^\s*((<!\[[Cc][Dd][Aa][Tt][Aa]\[\s*)?{Link})?$";
    const string RelativePattern = $@"^\s*([/.].*|{Link})?$";
    const string NumberPattern = @"^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([Ee][+-]?[0-9]+)?\s*$";

    public static string Article { get; } = Json(ContentFormat.Article, "An article's front matter", anyOf: ["webUrl", "originalUrl"]);

    public static string Topic { get; } = Json(ContentFormat.Topic, "A topic's file");

    public static string Provider { get; } = Json(ContentFormat.ProviderFile, "A provider's file");

    static string Json(FieldGroup group, string title, params string[] anyOf)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", title);
            WriteGroup(json, group);
            if (anyOf.Length > 0)
                WriteAnyOf(json, anyOf);
            WriteDefinitions(json, group);
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
        WriteMisspellings(json, group);
    }

    /// <summary>Like the reader: an unknown name that is near a known one is a mistake if the known one is absent.</summary>
    static void WriteMisspellings(Utf8JsonWriter json, FieldGroup group)
    {
        json.WriteStartArray("allOf");
        foreach (var name in group.Names)
        {
            json.WriteStartObject();
            json.WriteString("$ref", $"#/definitions/{name}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Once for each name, because groups share names, and the patterns are long.</summary>
    static void WriteDefinitions(Utf8JsonWriter json, FieldGroup group)
    {
        json.WriteStartObject("definitions");
        foreach (var name in Names(group).Distinct())
        {
            json.WriteStartObject(name);
            json.WriteStartArray("anyOf");
            json.WriteStartObject();
            WriteStrings(json, "required", [name]);
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteStartObject("patternProperties");
            json.WriteStartObject(MisspellingPattern.Of(name));
            json.WriteString("description", $"Did you mean {name}?");
            json.WriteStartObject("not");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static IEnumerable<string> Names(FieldGroup group) =>
        group.Names.Concat(group.Fields.Select(field => field.Group).OfType<FieldGroup>().SelectMany(Names));

    static void WriteKind(Utf8JsonWriter json, KnownField field)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                WriteScalar(json, field, ["string", "number", "boolean"], pattern: field.IsRequired ? @"\S" : null);
                break;
            case FieldKind.Date:
                WriteScalar(json, field, ["string"], WrittenDate.Pattern);
                break;
            case FieldKind.Link:
                WriteScalar(json, field, ["string"], field.MayBeRelative ? RelativePattern : LinkPattern);
                break;
            case FieldKind.Number:
                WriteScalar(json, field, ["number", "string"], NumberPattern);
                break;
            case FieldKind.Flag:
                WriteScalar(json, field, ["boolean", "string"], "^\\s*([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\\s*$");
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
        var all = field.IsRequired ? types : [.. types, "null"];
        if (all is [var only])
            json.WriteString("type", only);
        else
            WriteStrings(json, "type", all);
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
