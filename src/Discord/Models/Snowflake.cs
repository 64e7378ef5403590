using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// An id: 64 bits, unique across Discord, with the creation time in the upper 42.
/// See https://discord.com/developers/docs/reference#snowflakes.
/// </summary>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IParsable<Snowflake>
{
    const long DiscordEpoch = 1_420_070_400_000;

    /// <summary>UTC, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + DiscordEpoch);

    /// <exception cref="FormatException">The text is not a decimal number of at most 64 bits.</exception>
    public static Snowflake Parse(string text) => Parse(text, null);

    public static Snowflake Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id)
        ? id
        : throw new FormatException($"\"{s}\" is not a Discord id. An id is a whole number such as 1210000000000000002.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Snowflake id) => TryParse(text, null, out id);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Snowflake result)
    {
        var parsed = ulong.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        result = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Writes ids as strings. Reads strings and the bare numbers that Discord sometimes echoes.</summary>
sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new(reader.GetUInt64()) : Id(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Id(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());

    static Snowflake Id(string? text) => Snowflake.TryParse(text, out var id)
        ? id
        : throw new JsonException("An id must be a whole number.");
}
