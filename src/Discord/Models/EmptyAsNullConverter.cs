using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>Writes an empty text as null, which removes it. Components that replace a message's text accept nothing else.</summary>
sealed class EmptyAsNullConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length == 0)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value);
    }
}
